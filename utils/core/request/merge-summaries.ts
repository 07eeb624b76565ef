import type { ReplySummary, Usage } from './image-reply';

const COUNTS = [
  'totalTokens',
  'inputTokens',
  'outputTokens',
  'inputTextTokens',
  'inputImageTokens',
  'outputTextTokens',
  'outputImageTokens',
] as const satisfies readonly (keyof Usage)[];

/** Two usages added up; a number that one of them does not tell counts as nothing. */
function addUsage(one: Usage, other: Usage): Usage {
  const sum: { -readonly [Name in keyof Usage]: Usage[Name] } = {};
  for (const name of COUNTS) {
    const first = one[name];
    const second = other[name];
    if (first !== undefined || second !== undefined) sum[name] = (first ?? 0) + (second ?? 0);
  }
  return sum;
}

/** What several replies to one job said, as one. */
export function mergeSummaries(before: ReplySummary | undefined, reply: ReplySummary): ReplySummary {
  if (!before) return reply;
  const usage =
    before.usage && reply.usage ? addUsage(before.usage, reply.usage) : (reply.usage ?? before.usage);
  const reported = [before.reportedCost, reply.reportedCost].filter((cost) => cost !== undefined);
  return {
    ...before,
    ...reply,
    actual: { ...before.actual, ...reply.actual },
    ...(usage && { usage }),
    ...(reported.length > 0 && { reportedCost: reported.reduce((sum, cost) => sum + cost, 0) }),
  };
}
