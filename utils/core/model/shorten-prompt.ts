import { countCharacters } from '../text/prompt';
import { familyOf } from './models';

/** Pieces of a text of a kind, in order. */
function segments(text: string, granularity: 'sentence' | 'word' | 'grapheme'): Iterable<Intl.SegmentData> {
  return new Intl.Segmenter(undefined, { granularity }).segment(text);
}

/** As many whole pieces from the beginning as fit. */
function fittingPieces(text: string, limit: number, granularity: 'sentence' | 'word' | 'grapheme'): string {
  let end = 0;
  let before = 0;
  for (const { segment, index } of segments(text, granularity)) {
    // The blanks behind a piece are cut off, and need not fit.
    if (before + countCharacters(segment.trimEnd()) > limit) break;
    before += countCharacters(segment);
    end = index + segment.length;
  }
  return text.slice(0, end).trimEnd();
}

/**
 * The prompt cut behind the last sentence that fits; behind a word, or a character as a person counts them, where
 * not even one sentence does.
 * @param limit in code points
 */
export function cutAtSentence(prompt: string, limit: number): string {
  if (countCharacters(prompt) <= limit) return prompt;
  return (
    fittingPieces(prompt, limit, 'sentence') ||
    fittingPieces(prompt, limit, 'word') ||
    fittingPieces(prompt, limit, 'grapheme')
  );
}

/**
 * A model that takes a prompt of this length: the first of those offered that does.
 * @param length in code points
 */
export function roomierModel(models: readonly string[], model: string, length: number): string | undefined {
  return models.find((other) => other !== model && length <= (familyOf(other).promptLimit ?? 0));
}
