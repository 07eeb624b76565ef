import type { FailureError } from '../core/failure/failure';
import type { ReplyEvent, ReplySummary } from '../core/request/image-reply';
import { openBody, type OpenedBody } from './body-format';
import { parseJson, present } from './json-value';
import { parseReply, type ParsedReply } from './parse-reply';
import { ERROR_LIMIT, readBody, readBytes, readText, REPLY_LIMIT, type Chunk } from './read-body';
import { readJson } from './read-json';
import { readStream } from './read-stream';
import { headerCost } from './reported-cost';
import { requestIdOf, type ReplyContext } from './reply-context';
import { emptyReplyFailure, replyFailure, replyProblem } from './reply-failure';

/** A reply that sends us elsewhere; a browser hides where to. */
function isRedirect({ type, status }: Response): boolean {
  return type === 'opaqueredirect' || (status >= 300 && status < 400);
}

/** The failure a reply with an error status is; no more of it is read than can matter. */
export async function readFailure(response: Response, context: ReplyContext): Promise<FailureError> {
  const text = await readText(readBody(response, isRedirect(response) ? 0 : ERROR_LIMIT));
  if (isRedirect(response)) return replyProblem('redirected', context);
  // Some gateways write an error for a stream as its first event, whatever the status.
  const body = parseJson(text) ?? parseJson(/^data:(.+)$/m.exec(text)?.[1] ?? '');
  return replyFailure(text, body, context);
}

async function readPlainReply(chunks: AsyncIterable<Chunk>, context: ReplyContext): Promise<ParsedReply> {
  const { body, text, decode } = await readJson(chunks);
  if (body === undefined) throw replyFailure(text, body, context);
  const reply = parseReply(body, context.url, decode);
  if (!reply || reply.pictures.length === 0) throw emptyReplyFailure(body, reply, context);
  return reply;
}

async function* readFormat(
  { format, chunks }: OpenedBody,
  context: ReplyContext,
): AsyncGenerator<ReplyEvent> {
  switch (format) {
    case 'page':
      throw replyProblem('wrongEndpoint', context);
    case 'events':
      yield* readStream(chunks, context);
      return;
    case 'picture': {
      const bytes = await readBytes(chunks);
      yield { kind: 'pictures', pictures: [{ source: { kind: 'bytes', bytes } }] };
      yield { kind: 'summary', summary: { actual: {} } };
      return;
    }
    case 'json': {
      const { pictures, summary } = await readPlainReply(chunks, context);
      yield { kind: 'pictures', pictures };
      yield { kind: 'summary', summary };
    }
  }
}

/** The summary with what the headers say: the request's id, and the cost where the body names none (image-api §3.3). */
function withHeaders(summary: ReplySummary, context: ReplyContext): ReplySummary {
  const reportedCost = summary.reportedCost ?? headerCost(context.headers);
  return { ...summary, ...present({ reportedCost, requestId: requestIdOf(context) }) };
}

/**
 * Reads the answer to a request for pictures, whichever format it comes in.
 * @throws FailureError
 */
export async function* readReply(response: Response, context: ReplyContext): AsyncGenerator<ReplyEvent> {
  if (!response.ok) throw await readFailure(response, context);
  const body = readBody(response, REPLY_LIMIT, () => replyProblem('replyTooLarge', context));
  try {
    const opened = await openBody(body, response.headers.get('content-type') ?? '');
    for await (const event of readFormat(opened, context)) {
      yield event.kind === 'summary' ? { ...event, summary: withHeaders(event.summary, context) } : event;
    }
  } finally {
    await body.return(undefined);
  }
}
