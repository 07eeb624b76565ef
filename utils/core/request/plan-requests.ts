import type { GenerationParameters } from '../model/generation-parameters';
import { familyOf } from '../model/models';
import type { Provider } from '../server/provider';
import type { ServerKnowledge } from '../server/server-knowledge';

/** One request of a job. */
export interface PlannedRequest {
  /** Place of its first picture among those of the job. */
  readonly offset: number;
  /** Pictures to ask for. */
  readonly n: number;
}

/** How many pictures one request of this model may ask this server for. */
export function imagesPerRequest(
  model: string,
  { onePicturePerRequest }: Provider,
  { onePerRequest }: ServerKnowledge,
): number {
  return onePicturePerRequest || onePerRequest.includes(model) ? 1 : familyOf(model).imagesPerRequest;
}

/**
 * The requests for the pictures of a job that have not come yet.
 * @param missing how many there are
 * @param offset place of the first of them
 */
export function planRequests(missing: number, offset: number, perRequest: number): readonly PlannedRequest[] {
  const planned: PlannedRequest[] = [];
  for (let place = 0; place < missing; place += perRequest) {
    planned.push({ offset: offset + place, n: Math.min(perRequest, missing - place) });
  }
  return planned;
}

/** The parameters of one request: those of the job, with its own number of pictures. */
export function parametersOf(parameters: GenerationParameters, n: number): GenerationParameters {
  return { ...parameters, n };
}
