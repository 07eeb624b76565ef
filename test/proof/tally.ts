/** Counts what trials came to. */
export interface Tally {
  add(result: string): void;
  /** `what: how often`, the most frequent first. */
  toString(): string;
}

export function createTally(): Tally {
  const counts = new Map<string, number>();
  return {
    add: (result) => void counts.set(result, (counts.get(result) ?? 0) + 1),
    toString: () =>
      [...counts]
        .toSorted(([, one], [, other]) => other - one)
        .map(([result, count]) => `${result}: ${count}`)
        .join('; '),
  };
}
