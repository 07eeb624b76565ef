import { mayHaveCost } from '@/utils/core/failure/failure-advice';
import { canFetchAgain, missingPictures, wantedPictures, type Job } from '@/utils/core/job/job';
import { estimateCost } from '@/utils/core/money/cost';

/** What asking again for jobs may cost, in US dollars; `undefined` where that is not known of each of them. */
export function retryCost(jobs: readonly Job[], isFree: (job: Job) => boolean): number | undefined {
  let sum = 0;
  for (const job of jobs) {
    if (isFree(job)) continue;
    const missing = missingPictures(job);
    const before = missing === wantedPictures(job) ? job.estimate : undefined;
    const estimate = before ?? estimateCost(job.prompt, { ...job.parameters, n: missing });
    if (!estimate) return undefined;
    sum += estimate.amount;
  }
  return sum;
}

/** Whether the server may have drawn, and billed, a failed job: asking again may be a second payment. */
export function mayPayTwice(job: Job): boolean {
  return job.failure !== undefined && mayHaveCost(job.failure) && !canFetchAgain(job);
}
