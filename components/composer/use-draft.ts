import { useCallback, useEffect, useRef, useState } from 'react';
import type { Draft } from '@/utils/core/job/draft';
import type { FoundSelection } from '@/utils/core/text/passage';
import { cleanPrompt } from '@/utils/core/text/prompt';
import { useLiveValue, type Live } from '../hooks/live';

const EMPTY: Draft = { prompt: '' };

/** Typing pauses that long before it is kept, in milliseconds; a page that is hidden keeps at once. */
const PAUSE_MS = 250;

/** What is kept, and whether this very page wrote it. */
export interface DraftNews {
  readonly draft: Draft | undefined;
  readonly own: boolean;
}

interface DraftPorts {
  readonly kept: Live<DraftNews>;
  readonly save: (draft: Draft) => void;
  /** The selection on the page in front, where the page may ask for it. */
  readonly readSelection?: (() => Promise<FoundSelection | null>) | undefined;
}

/** The prompt box of one page. */
interface DraftBox {
  readonly draft: Draft;
  readonly setDraft: (draft: Draft) => void;
  /** Empties the box, unless something else was written in it since. */
  readonly clear: (sent: Draft) => void;
}

/**
 * What stands in the prompt box. A selection fills it before what was kept does, and neither replaces what a person
 * typed meanwhile. What another page keeps later (a click on the menu entry) does replace it.
 */
export function useDraft({ kept, save, readSelection }: DraftPorts): DraftBox {
  const [draft, show] = useState(EMPTY);
  const news = useLiveValue(kept);
  const latest = useRef(EMPTY);
  const touched = useRef(false);
  const pending = useRef<ReturnType<typeof setTimeout>>(undefined);

  const put = useCallback((next: Draft): void => {
    latest.current = next;
    touched.current = true;
    show(next);
  }, []);

  useEffect(() => {
    const fill = (found: FoundSelection | null): void => {
      if (!found || touched.current) return;
      const { passage, hasHiddenText } = found;
      put({ prompt: cleanPrompt(passage.quote), passage, ...(hasHiddenText && { hasHiddenText }) });
    };
    // A page that refuses leaves the box as it is.
    readSelection?.().then(fill, () => undefined);
  }, [readSelection, put]);

  const known = useRef(false);
  useEffect(() => {
    if (!news) return;
    const first = !known.current;
    known.current = true;
    if (news.own || !news.draft || (first && touched.current)) return;
    // A page that sent its words empties the box; that takes away no words that are just being written here.
    if (pending.current !== undefined && news.draft.prompt === '') return;
    // What was about to be kept is out of date: keeping it now would throw the newer words out of the other page.
    clearTimeout(pending.current);
    pending.current = undefined;
    latest.current = news.draft;
    show(news.draft);
  }, [news]);

  const keepNow = useCallback((): void => {
    if (pending.current === undefined) return;
    clearTimeout(pending.current);
    pending.current = undefined;
    save(latest.current);
  }, [save]);
  useEffect(() => {
    document.addEventListener('visibilitychange', keepNow);
    addEventListener('pagehide', keepNow);
    return () => {
      document.removeEventListener('visibilitychange', keepNow);
      removeEventListener('pagehide', keepNow);
      keepNow();
    };
  }, [keepNow]);

  const setDraft = (next: Draft): void => {
    put(next);
    clearTimeout(pending.current);
    pending.current = setTimeout(keepNow, PAUSE_MS);
  };
  const clear = (sent: Draft): void => {
    if (latest.current === sent) setDraft(EMPTY);
  };
  return { draft, setDraft, clear };
}
