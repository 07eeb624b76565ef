import { drawPicture, type PictureOrder } from '../drawing/picture';
import type { GenerationRequest } from './parse-generation';
import { usageOf } from './usage';

/** What a reply needs from its surroundings. */
export interface ReplyTools {
  /** Puts a picture where it can be fetched and returns its absolute address. */
  readonly publish: (order: PictureOrder) => string;
  /** Stops the drawing when nobody waits for it any more. */
  readonly signal: AbortSignal;
  /** Unix seconds. */
  readonly created: number;
}

/**
 * Draws what was asked for and builds the body of the answer, in the form that the model's family has.
 *
 * @throws the signal's reason when it is aborted
 */
export async function generationReply(request: GenerationRequest, tools: ReplyTools) {
  const data = [];
  // One after the other: ten 4K pictures at once would need gigabytes.
  for (let index = 0; index < request.n; index += 1) {
    tools.signal.throwIfAborted();
    data.push(await datum(request, index, tools));
  }
  const usage = usageOf(request);
  if (usage === undefined) return { created: tools.created, data };
  return {
    created: tools.created,
    background: request.transparent ? 'transparent' : 'opaque',
    data,
    output_format: request.format,
    quality: request.quality,
    size: `${request.size.width}x${request.size.height}`,
    usage,
  };
}

async function datum(request: GenerationRequest, index: number, tools: ReplyTools) {
  const { prompt, size, transparent, format, compression } = request;
  const order: PictureOrder = { prompt, index, size, transparent, format, compression };
  const picture =
    request.answerAs === 'url'
      ? { url: tools.publish(order) }
      : { b64_json: Buffer.from(await drawPicture(order)).toString('base64') };
  return request.family === 'dall-e-3' ? { ...picture, revised_prompt: revise(prompt) } : picture;
}

/** dall-e-3 rewrites prompts; a visible addition is enough to tell the two apart. */
function revise(prompt: string): string {
  return `${prompt.trim()} — a calm landscape in flat colours, with the words on a dark plate.`;
}
