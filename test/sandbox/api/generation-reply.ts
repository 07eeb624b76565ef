import { setTimeout as delay } from 'node:timers/promises';
import { echoOf, imageItem, pictureOrder, type ImageItem, type ReplyTools } from './image-item';
import type { GenerationRequest } from './parse-generation';
import { usageOf } from './usage';

/**
 * Draws what was asked for and builds the JSON body of the answer, in the form that the model's family has.
 *
 * @throws the signal's reason when it is aborted
 */
export async function generationReply(request: GenerationRequest, tools: ReplyTools) {
  const { signal, latencyMs, created } = tools;
  await delay(latencyMs, undefined, { signal });
  const data: ImageItem[] = [];
  // One after the other: ten 4K pictures at once would need gigabytes.
  for (let index = 0; index < request.n; index += 1) {
    signal.throwIfAborted();
    data.push(await imageItem(request, pictureOrder(request, index), tools));
  }
  const usage = usageOf({ ...request, partialImages: 0 });
  return { created, ...echoOf(request, tools), data, ...(usage && { usage }) };
}
