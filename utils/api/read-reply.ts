import { FailureError } from '../core/failure/failure';
import { isWholePicture } from '../core/picture/whole-picture';
import type { ReplyEvent, ReplySummary } from '../core/request/image-reply';
import { openBody } from './body-format';
import { present } from './json-value';
import { joinBytes, readBody, REPLY_LIMIT, REST_LIMIT, type Chunk } from './read-body';
import { readAhead } from './read-ahead';
import { readFailure } from './read-failure';
import { readTextPieces } from './read-text';
import { headerCost } from './reported-cost';
import { requestIdOf, type ReplyContext } from './reply-context';
import { missingFailure, replyProblem } from './reply-failure';
import { createReplyParts, type ReplyParts } from './reply-parts';

/** How the answer to one request is read. */
export interface ReadOptions {
  /** Pictures asked for. */
  readonly wanted: number;
  /** What to throw for what was thrown meanwhile: a FailureError, or the reason of the person's own abort. */
  readonly faultOf: (thrown: unknown) => unknown;
  /** Ends the body as if it were complete. */
  readonly stop: AbortController;
}

/**
 * How long a stream may stay silent after it said that it is over, or that it failed: one item of several may fail, and
 * others follow. Milliseconds.
 */
const GRACE_MS = 2000;

/** The summary with what the headers say: the request's id, and the cost where the body names none (image-api §3.3). */
function withHeaders(summary: ReplySummary, context: ReplyContext): ReplySummary {
  const reportedCost = summary.reportedCost ?? headerCost(context.headers);
  return { ...summary, ...present({ reportedCost, requestId: requestIdOf(context) }) };
}

/** Reads the pieces of a text, and gives what each of them brought. */
async function* readPieces(
  chunks: AsyncIterable<Chunk>,
  parts: ReplyParts,
  context: ReplyContext,
  { stop }: ReadOptions,
): AsyncGenerator<ReplyEvent> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    for await (const text of readTextPieces(chunks)) {
      clearTimeout(timer);
      parts.add(text);
      yield* parts.found.drain();
      if (parts.restLength > REST_LIMIT) throw replyProblem('replyTooLarge', context);
      if (parts.isClosed) return;
      if (parts.isOver) timer = setTimeout(() => stop.abort(), GRACE_MS);
    }
  } finally {
    clearTimeout(timer);
  }
}

/** Reads JSON or events. What came before a fault stays good, and is given before the fault is thrown. */
async function* readText(
  chunks: AsyncIterable<Chunk>,
  format: 'events' | 'json',
  context: ReplyContext,
  options: ReadOptions,
): AsyncGenerator<ReplyEvent> {
  const { wanted, faultOf } = options;
  const parts = createReplyParts(format, wanted, context);
  let fault: unknown;
  try {
    yield* readPieces(chunks, parts, context, options);
  } catch (thrown) {
    fault = faultOf(thrown);
  }
  parts.end(fault !== undefined);
  const { found, facts } = parts;
  yield* found.drain();
  const { count, extra } = found;
  if (count > 0) {
    const summary = { ...(facts.summary ?? { actual: {} }), ...(extra > 0 && { extraPictures: extra }) };
    yield { kind: 'summary', summary: withHeaders(summary, context) };
  }
  // Stopped by the person, whatever else the reply says.
  if (fault !== undefined && !(fault instanceof FailureError)) throw fault;
  const broken = fault && { broken: fault };
  const failure = missingFailure({ facts, wanted, count, isStream: format === 'events', ...broken }, context);
  if (failure) throw failure;
}

/** Reads a body that is the picture itself; one that came whole is kept, however the transfer ended. */
async function* readPicture(
  chunks: AsyncIterable<Chunk>,
  context: ReplyContext,
  { faultOf }: ReadOptions,
): AsyncGenerator<ReplyEvent> {
  const pieces: Chunk[] = [];
  let fault: unknown;
  try {
    for await (const chunk of chunks) pieces.push(chunk);
  } catch (thrown) {
    fault = faultOf(thrown);
  }
  const bytes = joinBytes(pieces);
  if (fault !== undefined && !isWholePicture(bytes)) throw fault;
  yield { kind: 'pictures', pictures: [{ source: { kind: 'bytes', bytes } }] };
  yield { kind: 'summary', summary: withHeaders({ actual: {} }, context) };
  if (fault !== undefined && !(fault instanceof FailureError)) throw fault;
}

/**
 * Reads the answer to a request for pictures, whichever format it comes in.
 * @throws FailureError why pictures are missing; the person's own abort passes through
 */
export async function* readReply(
  response: Response,
  context: ReplyContext,
  options: ReadOptions,
): AsyncGenerator<ReplyEvent> {
  if (!response.ok) throw await readFailure(response, context);
  const tooLarge = () => replyProblem('replyTooLarge', context);
  const { stop } = options;
  const body = readAhead(readBody(response, REPLY_LIMIT, tooLarge, stop.signal), stop);
  try {
    const { format, chunks } = await openBody(body, response.headers.get('content-type') ?? '');
    if (format === 'page') throw replyProblem('wrongEndpoint', context);
    if (format === 'picture') yield* readPicture(chunks, context, options);
    else yield* readText(chunks, format, context, options);
  } finally {
    await body.return(undefined);
  }
}
