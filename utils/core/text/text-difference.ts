import { wordsIn } from './text-words';

/** Part of a text, and whether the other text has it, too. */
export interface ComparedPart {
  readonly text: string;
  readonly isOwn: boolean;
}

/** More work than that, in comparisons of two words, would be felt; what lies between equal ends is told as a whole then. */
const MOST_COMPARISONS = 250_000;

/** A text in words and what stands between them. */
function tokensOf(text: string): readonly string[] {
  const tokens: string[] = [];
  let from = 0;
  for (const { start, end } of wordsIn('')(text)) {
    if (start > from) tokens.push(text.slice(from, start));
    tokens.push(text.slice(start, end));
    from = end;
  }
  return from < text.length ? [...tokens, text.slice(from)] : tokens;
}

/** Which tokens of each list belong to a longest sequence that both have. */
function commonTokens(one: readonly string[], other: readonly string[]): readonly [Set<number>, Set<number>] {
  const width = other.length + 1;
  const lengths = new Uint32Array((one.length + 1) * width);
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  for (let row = one.length - 1; row >= 0; row -= 1) {
    for (let column = other.length - 1; column >= 0; column -= 1) {
      lengths[row * width + column] =
        one[row] === other[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const [left, right] = [new Set<number>(), new Set<number>()];
  let [row, column] = [0, 0];
  while (row < one.length && column < other.length) {
    if (one[row] === other[column]) {
      left.add(row);
      right.add(column);
      row += 1;
      column += 1;
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return [left, right];
}

function join(tokens: readonly string[], isOwn: (index: number) => boolean): readonly ComparedPart[] {
  const parts: { text: string; isOwn: boolean }[] = [];
  tokens.forEach((text, index) => {
    const own = isOwn(index);
    const last = parts.at(-1);
    if (last?.isOwn === own) last.text += text;
    else parts.push({ text, isOwn: own });
  });
  return parts;
}

/** Two texts, each in parts, with what the other one has not. */
export function compareTexts(
  one: string,
  other: string,
): readonly [readonly ComparedPart[], readonly ComparedPart[]] {
  const [left, right] = [tokensOf(one), tokensOf(other)];
  const shorter = Math.min(left.length, right.length);
  let start = 0;
  while (start < shorter && left[start] === right[start]) start += 1;
  let end = 0;
  while (end < shorter - start && left.at(-1 - end) === right.at(-1 - end)) end += 1;
  const [middleLeft, middleRight] = [left, right].map((tokens) => tokens.slice(start, tokens.length - end));
  const [commonLeft, commonRight] =
    middleLeft && middleRight && middleLeft.length * middleRight.length <= MOST_COMPARISONS
      ? commonTokens(middleLeft, middleRight)
      : [new Set<number>(), new Set<number>()];
  const isOwn = (tokens: readonly string[], common: ReadonlySet<number>) => (index: number) =>
    index >= start && index < tokens.length - end && !common.has(index - start);
  return [join(left, isOwn(left, commonLeft)), join(right, isOwn(right, commonRight))];
}
