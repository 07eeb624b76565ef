import type { Job } from '../job/job';
import { fitParameters } from '../model/generation-parameters';
import type { ModelPrice } from '../model/model-price';
import { estimateRequest, replyCost, type CostEstimate } from '../money/cost';
import type { Booking } from '../money/spending';
import type { ReplySummary } from '../request/image-reply';
import { providerName, type Provider } from '../server/provider';

/** What is known of a reply when it is booked. */
export interface BookedReply {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly provider: Pick<Provider, 'id' | 'name' | 'baseUrl'>;
  readonly pictures: number;
  /** Absent where a background died before it was written down. */
  readonly summary: ReplySummary | undefined;
  /** The server's own price list. */
  readonly prices: readonly ModelPrice[] | undefined;
}

type BookedJob = Pick<Job, 'prompt' | 'parameters' | 'request' | 'estimate'>;

/** What so many pictures of a job cost by a price list; where that list is not at hand, the estimate of the whole job. */
function estimateFor(
  { prompt, parameters, request, estimate }: BookedJob,
  pictures: number,
  prices: readonly ModelPrice[] | undefined,
): CostEstimate | undefined {
  if (prices === undefined && estimate?.basis === 'server') return estimate;
  return estimateRequest(request ?? { ...fitParameters(parameters), prompt }, pictures, prices);
}

/** What a reply of a job is booked with: what it has cost where that is told, and what it will have cost by a price list. */
export function replyBooking(
  job: BookedJob,
  { at, provider, pictures, summary, prices }: BookedReply,
): Booking {
  const { model } = job.parameters;
  const amount = replyCost(summary, model, prices);
  const estimate = estimateFor(job, pictures, prices);
  return {
    at,
    providerId: provider.id,
    providerName: providerName(provider),
    model,
    pictures,
    ...(amount !== undefined && { amount }),
    ...(estimate && { estimated: estimate.amount }),
  };
}
