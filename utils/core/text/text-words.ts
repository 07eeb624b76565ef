/** Where a word stands in a text, in UTF-16 units. */
interface WordSpan {
  readonly start: number;
  readonly end: number;
}

function createSegmenter(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language === '' ? undefined : language, { granularity: 'word' });
  } catch {
    // Pages declare what they like.
    return new Intl.Segmenter(undefined, { granularity: 'word' });
  }
}

/**
 * Words by the rules of a language, so that they are found also where nothing stands between them, as in Chinese.
 * @param language BCP 47 tag, or anything else for the rules that hold for most
 */
export function wordsIn(language: string) {
  const segmenter = createSegmenter(language);

  const words = (text: string): readonly WordSpan[] =>
    [...segmenter.segment(text)]
      .filter(({ isWordLike }) => isWordLike)
      .map(({ index, segment }) => ({ start: index, end: index + segment.length }));

  return Object.assign(words, {
    /** The text up to the end of its `count`th word. */
    first(text: string, count: number): string {
      return text.slice(0, words(text).at(count - 1)?.end ?? text.length).trim();
    },
    /** The text from the beginning of its `count`th word from the end. */
    last(text: string, count: number): string {
      return text.slice(words(text).at(-count)?.start ?? 0).trim();
    },
    /** How much of a text belongs to a word that began before it. */
    cutStart(before: string, text: string): number {
      const at = before.length;
      const segment = segmenter.segment(before + text).containing(at);
      if (!segment || segment.index === at) return 0;
      return Math.min(text.length, segment.index + segment.segment.length - at);
    },
    /** How much of a text belongs to a word that goes on behind it. */
    cutEnd(text: string, after: string): number {
      const segment = segmenter.segment(text + after).containing(text.length);
      return !segment || segment.index === text.length ? 0 : text.length - segment.index;
    },
  });
}

/** What tells the words of a language. */
export type TextWords = ReturnType<typeof wordsIn>;
