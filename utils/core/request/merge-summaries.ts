import { asDollars, asTokens } from '../number/bounded';
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

/** Two usages added up; a number that one of them does not tell counts as nothing, one out of range is unknown. */
function addUsage(one: Usage, other: Usage): Usage {
  const sum: { -readonly [Name in keyof Usage]: Usage[Name] } = {};
  for (const name of COUNTS) {
    const first = one[name];
    const second = other[name];
    if (first === undefined && second === undefined) continue;
    const total = asTokens((first ?? 0) + (second ?? 0));
    if (total !== undefined) sum[name] = total;
  }
  return sum;
}

/** What several replies to one job said, as one. Sums stay finite and in range; one that does not is unknown. */
export function mergeSummaries(before: ReplySummary | undefined, reply: ReplySummary): ReplySummary {
  if (!before) return reply;
  const usage =
    before.usage && reply.usage ? addUsage(before.usage, reply.usage) : (reply.usage ?? before.usage);
  const reported = [before.reportedCost, reply.reportedCost].filter((cost) => cost !== undefined);
  const reportedCost =
    reported.length > 0 ? asDollars(reported.reduce((sum, cost) => sum + cost, 0)) : undefined;
  const extraPictures = (before.extraPictures ?? 0) + (reply.extraPictures ?? 0);
  const { reportedCost: _, ...others } = { ...before, ...reply };
  return {
    ...others,
    actual: { ...before.actual, ...reply.actual },
    ...(usage && { usage }),
    ...(reportedCost !== undefined && { reportedCost }),
    ...(extraPictures > 0 && { extraPictures }),
  };
}
