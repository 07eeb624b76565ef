/** What decides whether a job must be asked for first. US dollars; `undefined` where a part is not known. */
export interface Budget {
  /** Not finite where it cannot be read, which is no limit. */
  readonly limit: number;
  /** Spending of this month, known or by a price list. */
  readonly spent: number | undefined;
  /** What jobs under way are expected to take. */
  readonly underWay: number | undefined;
}

/**
 * Why a job waits for approval: with it the month would exceed the limit; its own price is not known; or what the month
 * has cost so far, jobs under way included, is not known.
 */
export const APPROVAL_REASONS = ['limit', 'priceUnknown', 'monthUnknown'] as const;

export type ApprovalReason = (typeof APPROVAL_REASONS)[number];

/**
 * Why a job may not start before the person approves it; `undefined` when it may. The limit is never passed because
 * something is unknown: then the person is asked as well. A model that is free by its server's own list needs nothing.
 * @param estimate what the job is expected to cost, in US dollars
 */
export function approvalReason(
  { limit, spent, underWay }: Budget,
  estimate: number | undefined,
): ApprovalReason | undefined {
  if (!Number.isFinite(limit) || estimate === 0) return undefined;
  if (estimate === undefined || !Number.isFinite(estimate)) return 'priceUnknown';
  const total = (spent ?? NaN) + (underWay ?? NaN) + estimate;
  if (!Number.isFinite(total)) return 'monthUnknown';
  return total > limit ? 'limit' : undefined;
}
