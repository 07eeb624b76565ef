import { drawPicture, type PictureOrder } from '../drawing/picture';
import { withoutDirectives } from '../faults/directive';
import type { GenerationRequest } from './parse-generation';

/** One picture in a reply. */
export interface ImageItem {
  readonly b64_json?: string;
  readonly url?: string;
  readonly revised_prompt?: string;
  /** What faults add. */
  readonly [field: string]: unknown;
}

/** What a reply needs from its surroundings, and where a fault changes it. */
export interface ReplyTools {
  /** Puts a picture where it can be fetched and returns its address. */
  readonly publish: (order: PictureOrder) => string;
  /** Stops the drawing when nobody waits for it any more. */
  readonly signal: AbortSignal;
  /** Unix seconds. */
  readonly created: number;
  /** How long the whole reply takes at least, in milliseconds. */
  readonly latencyMs: number;
  /** Changes a picture before it is sent. */
  readonly adapt?: (item: ImageItem, order: PictureOrder) => ImageItem;
  /** What the reply says of its pictures in place of the truth. */
  readonly claims?: Readonly<Record<string, string>>;
}

/** What to draw for one place of a reply. What the prompt says to the sandbox itself is not part of the picture. */
export function pictureOrder(request: GenerationRequest, index: number): PictureOrder {
  const { size, transparent, format, compression } = request;
  return { prompt: withoutDirectives(request.prompt), index, size, transparent, format, compression };
}

/** Draws one picture in the form asked for. */
export async function imageItem(
  request: GenerationRequest,
  order: PictureOrder,
  tools: ReplyTools,
): Promise<ImageItem> {
  const picture: ImageItem =
    request.answerAs === 'url'
      ? { url: tools.publish(order) }
      : { b64_json: toBase64(await drawPicture(order)) };
  const item = request.family === 'dall-e-3' ? { ...picture, revised_prompt: revise(order.prompt) } : picture;
  return tools.adapt ? tools.adapt(item, order) : item;
}

/** Bytes in the alphabet that JSON replies carry them in. */
export function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}

/** What a reply of the GPT models says of its pictures; nothing for the others. */
export function echoOf(request: GenerationRequest, tools: ReplyTools): Readonly<Record<string, string>> {
  if (!request.family.startsWith('gpt-')) return { ...tools.claims };
  return {
    background: request.transparent ? 'transparent' : 'opaque',
    output_format: request.format,
    quality: request.quality,
    size: `${request.size.width}x${request.size.height}`,
    ...tools.claims,
  };
}

/** dall-e-3 rewrites prompts; a visible addition is enough to tell the two apart. */
function revise(prompt: string): string {
  return `${prompt.trim()} — a calm landscape in flat colours, with the words on a dark plate.`;
}
