/** One row of the bench: a figure of ours against a floor measured in the same run. */
export interface Measurement {
  readonly name: string;
  readonly unit: 'ms' | 'kB' | 'MB' | 'MB/s' | 'nodes';
  /** Medians. */
  readonly ours: number;
  readonly floor: number;
  /** What `ours` may be at most, or must be at least, in the same unit. */
  readonly goal: number;
  /** Set for figures of which more is better. */
  readonly moreIsBetter?: true;
  /** How the goal follows from the floor. */
  readonly rule: string;
  /** Single values behind the medians, in the order they were taken. */
  readonly samples: { readonly ours: readonly number[]; readonly floor: readonly number[] };
}

/** The middle value; of an even number of values the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? NaN;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? NaN;
  return (upper + lower) / 2;
}

/** Whether a row reaches its goal. */
function reachesGoal({ ours, goal, moreIsBetter }: Measurement): boolean {
  return moreIsBetter ? ours >= goal : ours <= goal;
}

/** The rows as a table of plain text. */
export function formatTable(rows: readonly Measurement[]): string {
  const cells = [
    ['', 'ours', 'floor', 'goal', '', 'rule'],
    ...rows.map((row) => [
      row.name,
      `${row.ours.toFixed(1)} ${row.unit}`,
      `${row.floor.toFixed(1)} ${row.unit}`,
      `${row.moreIsBetter ? '≥' : '≤'} ${row.goal.toFixed(1)} ${row.unit}`,
      reachesGoal(row) ? 'reached' : 'MISSED',
      row.rule,
    ]),
  ];
  const widths =
    cells[0]?.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0))) ?? [];
  return cells
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
