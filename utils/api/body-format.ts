import { detectImageType, isIsoMedia, SIGNATURE_BYTES } from '../core/picture/image-type';
import { joinBytes, type Chunk } from './read-body';

/** What a successful reply can be. */
export type BodyFormat = 'json' | 'events' | 'picture' | 'page';

/** Enough to know every format by, except an ISO media file, whose list of brands is longer. */
const BEGINNING_LENGTH = 16;

function beginningLength(bytes: Uint8Array): number {
  return isIsoMedia(bytes) ? SIGNATURE_BYTES : BEGINNING_LENGTH;
}

/** White space, and the three bytes of a byte order mark; no format begins with any of them. */
const BLANKS: ReadonlySet<number> = new Set([0x20, 0x09, 0x0a, 0x0d, 0xef, 0xbb, 0xbf]);

const FIRST_LINE_OF_EVENTS = /^(?:data|event|id|retry)?:/;

/**
 * The format of a body by its first bytes, and by its content type where they leave it open: servers answer in the
 * other format than they were asked for, and call it by either name (image-api §1.7).
 * @param beginning the first bytes, without the blank ones
 */
function detectFormat(beginning: Uint8Array, contentType: string): BodyFormat {
  if (detectImageType(beginning)) return 'picture';
  const text = new TextDecoder('latin1').decode(beginning);
  if (/^[[{]/.test(text)) return 'json';
  if (FIRST_LINE_OF_EVENTS.test(text)) return 'events';
  if (/^<svg/i.test(text) || /^image\//i.test(contentType)) return 'picture';
  if (text.startsWith('<') || /^text\/html/i.test(contentType)) return 'page';
  return /^text\/event-stream/i.test(contentType) ? 'events' : 'json';
}

/** What follows the blank bytes at the front, which proxies send to keep the line open. */
function withoutBlanks(bytes: Chunk): Chunk {
  const start = bytes.findIndex((byte) => !BLANKS.has(byte));
  return start < 0 ? new Uint8Array() : bytes.subarray(start);
}

/** A body of which the first bytes have been looked at. */
export interface OpenedBody {
  readonly format: BodyFormat;
  /** The whole body, but for blanks at its front. */
  readonly chunks: AsyncIterable<Chunk>;
}

async function* prepend(first: Chunk, rest: AsyncIterable<Chunk>): AsyncGenerator<Chunk> {
  yield first;
  yield* rest;
}

/** Reads as much of a body as is needed to know its format. */
export async function openBody(chunks: AsyncGenerator<Chunk>, contentType: string): Promise<OpenedBody> {
  let first: Chunk = new Uint8Array();
  while (first.byteLength < beginningLength(first)) {
    const next = await chunks.next();
    if (next.done) break;
    first = withoutBlanks(joinBytes([first, next.value]));
  }
  const format = detectFormat(first.subarray(0, beginningLength(first)), contentType);
  return { format, chunks: prepend(first, chunks) };
}
