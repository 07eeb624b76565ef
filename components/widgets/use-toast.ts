import { useCallback, useMemo, useState } from 'react';
import { failureOf } from '@/utils/core/failure/failure';
import { t } from '@/utils/i18n/translate';
import { failureWords } from '../words/failure-words';
import type { ToastMessage } from './toast';

/** The passing message of a page, and the ways to say one. All stay the same between drawings, but the message. */
export interface ToastControl {
  readonly message: ToastMessage | undefined;
  readonly dismiss: () => void;
  readonly say: (text: string) => void;
  readonly sayFailure: (thrown: unknown) => void;
  /**
   * Says what work comes to, or why it came to nothing.
   * @param undo takes back what was done, at a click on the message
   */
  readonly sayDone: (work: Promise<unknown>, words: string, undo?: () => Promise<unknown>) => void;
}

/** Keeps one message at a time: the newest takes the place of the one before. */
export function useToast(): ToastControl {
  const [message, setMessage] = useState<ToastMessage>();
  const dismiss = useCallback(() => setMessage(undefined), []);
  const say = useCallback((text: string) => setMessage({ text }), []);
  const sayFailure = useCallback((thrown: unknown) => say(failureWords(failureOf(thrown))), [say]);
  const sayDone = useCallback<ToastControl['sayDone']>(
    (work, words, undo) => {
      const run = (): void => {
        dismiss();
        undo?.().catch(sayFailure);
      };
      work
        .then(() => setMessage({ text: words, ...(undo && { action: { label: t('history.undo'), run } }) }))
        .catch(sayFailure);
    },
    [dismiss, sayFailure],
  );
  return useMemo(
    () => ({ message, dismiss, say, sayFailure, sayDone }),
    [message, dismiss, say, sayFailure, sayDone],
  );
}
