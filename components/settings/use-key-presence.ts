import { useCallback } from 'react';
import { useAnswer } from '../hooks/use-answer';

/** Tells whether a key is kept for a server at an address. */
export type FindKey = (providerId: string, address: string) => Promise<boolean>;

/** Whether a key is kept for this server at this address, and how to ask again after one was saved. */
export function useKeyPresence(providerId: string, address: string, findKey: FindKey): [boolean, () => void] {
  const question = useCallback(() => findKey(providerId, address), [providerId, address, findKey]);
  // Only a hint hangs on it: if it cannot be told, the field speaks for itself.
  return useAnswer(question, false);
}
