import { useEffect, useRef, useState } from 'react';
import type { Draft } from '@/utils/core/draft';
import type { Passage } from '@/utils/core/passage';
import { cleanPrompt } from '@/utils/core/prompt';
import { useLiveValue, type Live } from './live';

const EMPTY: Draft = { prompt: '' };

/** Typing pauses that long before it is kept, in milliseconds; a page that is hidden keeps at once. */
const PAUSE_MS = 250;

interface DraftPorts {
  /** What is kept; wrapped, because "nothing is kept" is an answer too. */
  readonly kept: Live<{ readonly draft: Draft | undefined }>;
  readonly save: (draft: Draft) => void;
  /** The selection on the page in front, where the page may ask for it. */
  readonly readSelection?: (() => Promise<Passage | null>) | undefined;
}

/**
 * What stands in the prompt box. A selection fills it before what was kept does, and neither replaces what a person
 * typed meanwhile. What another page keeps later (a click on the menu entry) does replace it.
 */
export function useDraft({ kept, save, readSelection }: DraftPorts): [Draft, (draft: Draft) => void] {
  const [draft, setDraft] = useState(EMPTY);
  const known = useLiveValue(kept);
  const touched = useRef(false);
  const saved = useRef<string>(undefined);
  const pending = useRef<{ readonly draft: Draft; readonly timer: ReturnType<typeof setTimeout> }>(undefined);

  useEffect(() => {
    const fill = (passage: Passage | null): void => {
      if (!passage || touched.current) return;
      touched.current = true;
      setDraft({ prompt: cleanPrompt(passage.quote), passage });
    };
    // A page that refuses leaves the box as it is.
    readSelection?.().then(fill, () => undefined);
  }, [readSelection]);

  useEffect(() => {
    if (!known) return;
    const prompt = known.draft?.prompt ?? '';
    const first = saved.current === undefined;
    const ours = prompt === saved.current;
    saved.current = prompt;
    if (ours || (first && touched.current)) return;
    setDraft(known.draft ?? EMPTY);
  }, [known]);

  useEffect(() => {
    const keepNow = (): void => {
      if (!pending.current) return;
      clearTimeout(pending.current.timer);
      save(pending.current.draft);
      pending.current = undefined;
    };
    document.addEventListener('visibilitychange', keepNow);
    addEventListener('pagehide', keepNow);
    return () => {
      document.removeEventListener('visibilitychange', keepNow);
      removeEventListener('pagehide', keepNow);
      keepNow();
    };
  }, [save]);

  const change = (next: Draft): void => {
    touched.current = true;
    saved.current = next.prompt;
    setDraft(next);
    if (pending.current) clearTimeout(pending.current.timer);
    const keep = (): void => {
      pending.current = undefined;
      save(next);
    };
    pending.current = { draft: next, timer: setTimeout(keep, PAUSE_MS) };
  };
  return [draft, change];
}
