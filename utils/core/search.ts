import type { PictureEntry } from './history';

/** One form for all ways to write the same letters: width, case and ligatures do not matter. */
function normalise(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** The words of a query; all of them must be found. Scripts without spaces are searched as they are written. */
export function searchWords(query: string): readonly string[] {
  return normalise(query).split(/\s+/).filter(Boolean);
}

/** Whether all words stand in what a person may remember of a picture: its prompt or the page it came from. */
export function matchesWords({ picture, job }: PictureEntry, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const { pageTitle = '', pageUrl = '' } = job.passage ?? {};
  const text = normalise([job.prompt, picture.revisedPrompt ?? '', pageTitle, pageUrl].join('\n'));
  return words.every((word) => text.includes(word));
}
