import type { GenerationParameters } from '../model/generation-parameters';
import { familyOf } from '../model/models';
import type { Provider } from '../server/provider';
import type { ServerKnowledge } from '../server/server-knowledge';

/** One request of a job: the indexes of the pictures it asks for, at least one. */
export interface PlannedRequest {
  readonly indexes: readonly number[];
}

/** How many pictures one request of this model may ask this server for. */
export function imagesPerRequest(
  model: string,
  { onePicturePerRequest }: Provider,
  { onePerRequest }: ServerKnowledge,
): number {
  return onePicturePerRequest || onePerRequest.includes(model) ? 1 : familyOf(model).imagesPerRequest;
}

/** The requests for the pictures with these indexes. */
export function planRequests(indexes: readonly number[], perRequest: number): readonly PlannedRequest[] {
  const planned: PlannedRequest[] = [];
  for (let start = 0; start < indexes.length; start += perRequest) {
    planned.push({ indexes: indexes.slice(start, start + perRequest) });
  }
  return planned;
}

/** The parameters of one request: those of the job, with its own number of pictures. */
export function parametersOf(parameters: GenerationParameters, n: number): GenerationParameters {
  return { ...parameters, n };
}
