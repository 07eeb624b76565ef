import { useCallback, useEffect, useState } from 'react';

/** Whether a key is kept for the server at this address, and how to ask again after one was saved. */
export function useKeyPresence(
  address: string,
  hasKey: (address: string) => Promise<boolean>,
): [boolean, () => void] {
  const [present, setPresent] = useState(false);
  const ask = useCallback(() => {
    let left = false;
    // Only a hint hangs on it: if it cannot be told, the field speaks for itself.
    hasKey(address).then(
      (found) => left || setPresent(found),
      () => left || setPresent(false),
    );
    return () => {
      left = true;
    };
  }, [address, hasKey]);
  useEffect(() => ask(), [ask]);
  return [present, ask];
}
