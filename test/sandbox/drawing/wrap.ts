const wideScript =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]|\p{Extended_Pictographic}/u;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const words = new Intl.Segmenter('en', { granularity: 'word' });

/**
 * The width of a text in ems, guessed. The fonts are whatever the machine has, so the guess is on the wide side.
 */
export function estimateWidth(text: string): number {
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += graphemeWidth(segment);
  return width;
}

/**
 * Breaks a text into lines, between words where it can and inside a word that is longer than a line.
 * What does not fit in the last line is replaced by an ellipsis.
 *
 * @param lineWidth in ems
 */
export function wrap(
  text: string,
  lineWidth: number,
  maxLines: number,
): { lines: string[]; truncated: boolean } {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text, lineWidth)) {
    if (line !== '' && estimateWidth(line + piece.trimEnd()) > lineWidth) {
      lines.push(line.trim());
      if (lines.length === maxLines) return { lines: withEllipsis(lines, lineWidth), truncated: true };
      line = '';
    }
    line += piece;
  }
  if (line.trim() !== '') lines.push(line.trim());
  return { lines, truncated: false };
}

/** Words with the punctuation and blanks that follow them; long words in single graphemes. */
function* pieces(text: string, lineWidth: number): Generator<string> {
  let piece = '';
  for (const { segment, isWordLike } of words.segment(text)) {
    const startsPiece = isWordLike || estimateWidth(segment) >= 1;
    if (startsPiece && piece.endsWith(' ')) {
      yield piece;
      piece = '';
    } else if (startsPiece && wideScript.test(segment) && piece !== '') {
      yield piece;
      piece = '';
    }
    if (estimateWidth(piece + segment) > lineWidth) {
      if (piece !== '') yield piece;
      piece = '';
      for (const grapheme of graphemes.segment(segment)) yield grapheme.segment;
    } else {
      piece += segment;
    }
  }
  if (piece !== '') yield piece;
}

function withEllipsis(lines: readonly string[], lineWidth: number): string[] {
  const last = Array.from(graphemes.segment(lines.at(-1) ?? ''), ({ segment }) => segment);
  while (last.length > 0 && estimateWidth(`${last.join('')}…`) > lineWidth) last.pop();
  return [...lines.slice(0, -1), `${last.join('').trimEnd()}…`];
}

function graphemeWidth(grapheme: string): number {
  if (wideScript.test(grapheme)) return 1.05;
  if (/[ijl.,:;'!|()[\] ]/.test(grapheme)) return 0.33;
  if (/[mwMW@%]/.test(grapheme)) return 0.92;
  return /\p{Lu}/u.test(grapheme) ? 0.72 : 0.58;
}
