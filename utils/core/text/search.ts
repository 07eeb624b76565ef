/** Accents and other marks over Latin, Greek and Cyrillic letters; the vowels of Indic scripts are letters. */
const MARKS = /[\u0300-\u036F]/g;

/** One form for all ways to write the same letters: width, case, ligatures and accents do not matter. */
export function normaliseText(text: string): string {
  return text.normalize('NFKD').toLowerCase().replace(MARKS, '').normalize('NFC');
}

/** The words of a query; all of them must be found. Scripts without spaces are searched as they are written. */
export function searchWords(query: string): readonly string[] {
  return [...new Set(normaliseText(query).split(/\s+/).filter(Boolean))];
}

/** Part of a text, and whether it is what was searched for. */
export interface TextPart {
  readonly text: string;
  readonly found: boolean;
}

/** A letter as it was written, with the marks that belong to it. */
const LETTERS = /\P{M}\p{M}*|\p{M}+/gu;

/** The text as it is searched, and where in the original each of its units, and its end, comes from. */
function withOrigins(text: string): { readonly plain: string; readonly origins: readonly number[] } {
  let plain = '';
  const origins: number[] = [];
  for (const { 0: letter, index } of text.matchAll(LETTERS)) {
    const form = normaliseText(letter);
    for (let unit = 0; unit < form.length; unit += 1) origins.push(index);
    plain += form;
  }
  origins.push(text.length);
  return { plain, origins };
}

/** Splits a text at what was searched for, in the letters of the text itself. */
export function markWords(text: string, words: readonly string[]): readonly TextPart[] {
  if (words.length === 0) return [{ text, found: false }];
  const { plain, origins } = withOrigins(text);
  const found = new Uint8Array(text.length);
  for (const word of words) {
    for (let at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + word.length)) {
      const start = origins[at] ?? 0;
      // A word that ends within the form of one letter takes the whole letter.
      const last = origins[at + word.length - 1] ?? start;
      const end = origins.find((origin) => origin > last) ?? text.length;
      found.fill(1, start, end);
    }
  }
  const parts: TextPart[] = [];
  let from = 0;
  for (let at = 1; at <= text.length; at += 1) {
    if (at < text.length && found[at] === found[from]) continue;
    parts.push({ text: text.slice(from, at), found: found[from] === 1 });
    from = at;
  }
  return parts;
}
