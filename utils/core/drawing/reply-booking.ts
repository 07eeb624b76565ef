import type { Job } from '../job/job';
import type { ModelPrice } from '../model/model-price';
import { estimateCost, replyCost } from '../money/cost';
import type { Booking } from '../money/spending';
import type { ReplySummary } from '../request/image-reply';
import { parametersOf } from '../request/plan-requests';
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

/** What a reply of a job is booked with: what it has cost where that is told, and what it will have cost by a price list. */
export function replyBooking(
  { prompt, parameters }: Pick<Job, 'prompt' | 'parameters'>,
  { at, provider, pictures, summary, prices }: BookedReply,
): Booking {
  const { model } = parameters;
  const amount = replyCost(summary, model, prices);
  const estimate = estimateCost(prompt, parametersOf(parameters, pictures), prices);
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
