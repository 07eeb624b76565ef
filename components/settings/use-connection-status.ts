import { useRef, useState } from 'react';
import { failureOf } from '@/utils/core/failure/failure';
import { failureWords } from '../words/failure-words';
import type { ConnectionStatus } from './connection-report';

/** What was done with a server last, and how to try something; each try takes away what was told before. */
export interface ConnectionStatusControl {
  readonly status: ConnectionStatus;
  /** Runs in the very turn of the call. What it ends with is told, unless something was tried after it. */
  readonly attempt: (work: () => Promise<ConnectionStatus>, meanwhile?: ConnectionStatus) => void;
  readonly clear: () => void;
}

/** Keeps what the status region tells. */
export function useConnectionStatus(): ConnectionStatusControl {
  const [status, setStatus] = useState<ConnectionStatus>({ kind: 'idle' });
  const attempts = useRef(0);
  const begin = (meanwhile: ConnectionStatus): number => {
    attempts.current += 1;
    setStatus(meanwhile);
    return attempts.current;
  };
  return {
    status,
    clear: () => void begin({ kind: 'idle' }),
    attempt(work, meanwhile = { kind: 'idle' }) {
      const attempted = begin(meanwhile);
      // A slow answer must not cover what was tried after it.
      const tell = (next: ConnectionStatus): void => {
        if (attempted === attempts.current) setStatus(next);
      };
      work().then(tell, (thrown: unknown) =>
        tell({ kind: 'problem', text: failureWords(failureOf(thrown)) }),
      );
    },
  };
}
