import { markWords, normaliseText, type TextPart } from '../text/search';
import type { PictureEntry } from './history';

/** Letters before the first word found that are left standing, so that it is read in its context. */
const CONTEXT = 24;

/** Letters that are looked through for words to mark. */
const LONGEST = 4000;

/** Letters that surely fill the lines of a caption. */
const SHOWN = 160;

/** The text with the most words; of equals the first. */
function richest(texts: readonly [string, ...string[]], words: readonly string[]): string {
  let [best, most] = [texts[0], 0];
  for (const text of texts) {
    const plain = normaliseText(text);
    const count = words.filter((word) => plain.includes(word)).length;
    if (count > most) [best, most] = [text, count];
  }
  return best;
}

/** The text from a little before the first word found, where that would not be seen otherwise. */
function fromFirst(parts: readonly TextPart[]): readonly TextPart[] {
  const first = parts.findIndex(({ found }) => found);
  const before = parts
    .slice(0, Math.max(0, first))
    .map(({ text }) => text)
    .join('');
  if (before.length <= CONTEXT * 2) return parts;
  return [{ text: `…${before.slice(-CONTEXT)}`, found: false }, ...parts.slice(first)];
}

/**
 * What stands below a picture: its prompt; or, where a search found more of its words elsewhere, that text, so that a
 * person sees why it is here.
 */
export function captionOf({ picture, job }: PictureEntry, words: readonly string[]): readonly TextPart[] {
  const { passage } = job;
  const texts: readonly [string, ...string[]] = [
    job.prompt,
    picture.note ?? '',
    ...(picture.tags ?? []),
    picture.revisedPrompt ?? '',
    passage?.quote ?? '',
    passage?.pageTitle ?? '',
    passage?.pageUrl ?? '',
  ];
  const parts = fromFirst(markWords(richest(texts, words).slice(0, LONGEST), words));
  let left = SHOWN;
  return parts.flatMap((part) => {
    const shown = part.text.slice(0, Math.max(0, left));
    left -= part.text.length;
    return shown === '' ? [] : [{ ...part, text: shown }];
  });
}
