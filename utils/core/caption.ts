import type { PictureEntry } from './history';
import { markWords, normaliseText, type TextPart } from './search';

/** Letters before the first word found that are left standing, so that it is read in its context. */
const CONTEXT = 24;

/** Letters that surely fill the lines of a caption. */
const SHOWN = 160;

function hasAny(text: string, words: readonly string[]): boolean {
  const plain = normaliseText(text);
  return words.some((word) => plain.includes(word));
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
 * What stands below a picture: its prompt; or, where a search found its words elsewhere, the text that has most of
 * them, so that a person sees why it is here.
 */
export function captionOf({ picture, job }: PictureEntry, words: readonly string[]): readonly TextPart[] {
  const { passage } = job;
  const texts = [
    job.prompt,
    picture.note ?? '',
    ...(picture.tags ?? []),
    picture.revisedPrompt ?? '',
    passage?.quote ?? '',
    passage?.pageTitle ?? '',
    passage?.pageUrl ?? '',
  ];
  const text = words.length === 0 ? job.prompt : (texts.find((one) => hasAny(one, words)) ?? job.prompt);
  const parts = fromFirst(markWords(text.slice(0, 4000), words));
  let left = SHOWN;
  return parts.flatMap((part) => {
    const shown = part.text.slice(0, Math.max(0, left));
    left -= part.text.length;
    return shown === '' ? [] : [{ ...part, text: shown }];
  });
}
