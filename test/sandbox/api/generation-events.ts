import { setTimeout as delay } from 'node:timers/promises';
import { drawPreview } from '../drawing/preview';
import { echoOf, imageItem, pictureOrder, toBase64, type ReplyTools } from './image-item';
import type { GenerationRequest } from './parse-generation';
import { usageOf } from './usage';

/** One event of a stream as JSON. */
export type ImageEvent = Readonly<Record<string, unknown>>;

/** The `type` of an event that carries a finished picture. */
export const completed = 'image_generation.completed';

/**
 * Draws what was asked for and tells of it as OpenAI's event stream does: for every picture its previews, then the
 * picture itself with its own usage. The latency is spread evenly between the events.
 *
 * @throws the signal's reason when it is aborted
 */
export async function* generationEvents(
  request: GenerationRequest,
  tools: ReplyTools,
): AsyncGenerator<ImageEvent> {
  const { n, partialImages } = request;
  const pause = tools.latencyMs / (n * (partialImages + 1));
  const wait = () => delay(pause, undefined, { signal: tools.signal });
  const common = { created_at: tools.created, ...echoOf(request, tools) };
  const usage = usageOf({ ...request, n: 1 });
  for (let index = 0; index < n; index += 1) {
    const order = pictureOrder(request, index);
    for (let step = 0; step < partialImages; step += 1) {
      await wait();
      const b64_json = toBase64(await drawPreview(order, step, partialImages));
      yield { type: 'image_generation.partial_image', b64_json, partial_image_index: step, ...common };
    }
    await wait();
    const item = await imageItem(request, order, tools);
    yield { type: completed, ...item, ...common, ...(usage && { usage }) };
  }
}
