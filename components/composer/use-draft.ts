import { useCallback, useEffect, useRef, useState } from 'react';
import { isReplacedBy, type Draft } from '@/utils/core/job/draft';
import type { FoundSelection } from '@/utils/core/text/passage';
import { cleanPrompt } from '@/utils/core/text/prompt';
import { useLiveValue, type Live } from '../hooks/live';

const EMPTY: Draft = { prompt: '' };

/** Typing pauses that long before it is kept, in milliseconds; a page that is hidden keeps at once. */
const PAUSE_MS = 250;

/** What is kept, and whether this very page wrote it. */
export interface DraftNews {
  readonly draft: Draft | undefined;
  /** The draft whose place it took. */
  readonly replaced?: Draft | undefined;
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
  /** Takes what is typed. */
  readonly setDraft: (draft: Draft) => void;
  /** Puts another draft in place of what stands there. */
  readonly replaceDraft: (draft: Draft) => void;
  /** Takes the last replacement back; absent where nothing was replaced, or something was typed since. */
  readonly undoReplacement: (() => void) | undefined;
  /** Empties the box, unless something else was written in it since. */
  readonly clear: (sent: Draft) => void;
}

/**
 * What stands in the prompt box. A selection fills it before what was kept does, and neither replaces what a person
 * typed meanwhile. What another page keeps later (a click on the menu entry) does replace it.
 */
export function useDraft({ kept, save, readSelection }: DraftPorts): DraftBox {
  const [draft, show] = useState(EMPTY);
  const [replaced, setReplaced] = useState<Draft>();
  const news = useLiveValue(kept);
  const latest = useRef(EMPTY);
  const touched = useRef(false);
  const isFilled = useRef(false);
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
      const next = { prompt: cleanPrompt(passage.quote), passage, ...(hasHiddenText && { hasHiddenText }) };
      if (isReplacedBy(latest.current, next)) setReplaced(latest.current);
      isFilled.current = true;
      put(next);
    };
    // A page that refuses leaves the box as it is.
    readSelection?.().then(fill, () => undefined);
  }, [readSelection, put]);

  const known = useRef(false);
  useEffect(() => {
    if (!news) return;
    const first = !known.current;
    known.current = true;
    if (news.own || !news.draft) return;
    if (first && touched.current) {
      // The selection came first, and is shown in place of what was being written.
      if (isFilled.current && isReplacedBy(news.draft, latest.current)) setReplaced(news.draft);
      return;
    }
    // A page that sent its words empties the box; that takes away no words that are just being written here.
    if (pending.current !== undefined && news.draft.prompt === '') return;
    // What was about to be kept is out of date: keeping it now would throw the newer words out of the other page.
    const isTyping = pending.current !== undefined && isReplacedBy(latest.current, news.draft);
    setReplaced(isTyping ? latest.current : news.replaced);
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

  const keepSoon = (next: Draft): void => {
    put(next);
    clearTimeout(pending.current);
    pending.current = setTimeout(keepNow, PAUSE_MS);
  };
  const setDraft = (next: Draft): void => {
    if (next.prompt !== latest.current.prompt) setReplaced(undefined);
    keepSoon(next);
  };
  const replaceDraft = (next: Draft): void => {
    setReplaced(isReplacedBy(latest.current, next) ? latest.current : undefined);
    keepSoon(next);
  };
  const clear = (sent: Draft): void => {
    if (latest.current === sent) setDraft(EMPTY);
  };
  return { draft, setDraft, replaceDraft, undoReplacement: replaced && (() => setDraft(replaced)), clear };
}
