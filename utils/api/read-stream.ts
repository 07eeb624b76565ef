import type { FailureError } from '../core/failure/failure';
import type { ReplyEvent, ReplySummary } from '../core/request/image-reply';
import { mergeSummaries } from '../core/request/merge-summaries';
import type { JsonObject } from './json-value';
import { parseReply } from './parse-reply';
import type { Chunk } from './read-body';
import { readEvents } from './read-events';
import type { ReplyContext } from './reply-context';
import { emptyReplyFailure, errorFailure, replyProblem } from './reply-failure';
import { readStreamEvent } from './stream-event';

/** What a stream without any picture had in it. */
interface Remains {
  readonly readable: boolean;
  readonly unreadable: boolean;
  /** What came where the picture should have been. */
  readonly empty: JsonObject | undefined;
}

function emptyStreamFailure({ readable, unreadable, empty }: Remains, context: ReplyContext): FailureError {
  if (empty) return emptyReplyFailure(empty, parseReply(empty, context.url), context);
  return replyProblem(unreadable && !readable ? 'unreadableReply' : 'incompleteStream', context);
}

/**
 * Reads a stream of events: previews and pictures as they come, and the summary of all events at the end. `[DONE]`
 * ends it, whether or not the server hangs up.
 * @throws FailureError what the stream itself tells of; `incompleteStream` when it ends without a picture
 */
export async function* readStream(
  chunks: AsyncIterable<Chunk>,
  context: ReplyContext,
): AsyncGenerator<ReplyEvent> {
  let summary: ReplySummary | undefined;
  let count = 0;
  let readable = false;
  let unreadable = false;
  let empty: JsonObject | undefined;
  for await (const { data, event: name } of readEvents(chunks)) {
    if (data.startsWith('[DONE]')) break;
    if (!/\S/.test(data)) continue;
    const event = readStreamEvent(data, name, context.url);
    readable ||= event.kind !== 'unreadable';
    switch (event.kind) {
      case 'preview':
        yield event;
        break;
      case 'finished':
      case 'list': {
        const pictures = event.kind === 'list' ? event.pictures.slice(count) : event.pictures;
        count += pictures.length;
        summary = mergeSummaries(summary, event.summary);
        if (pictures.length > 0) yield { kind: 'pictures', pictures };
        break;
      }
      case 'error':
        throw errorFailure(event.body, context);
      case 'empty':
        ({ body: empty } = event);
        break;
      case 'unreadable':
        unreadable = true;
        break;
      case 'unknown':
        break;
    }
  }
  if (count === 0 || !summary) throw emptyStreamFailure({ readable, unreadable, empty }, context);
  yield { kind: 'summary', summary };
}
