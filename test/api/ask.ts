import { createImageApi } from '@/utils/api/image-api';
import { FailureError, type Failure } from '@/utils/core/failure/failure';
import type { Server } from '@/utils/core/ports';
import type { ReplyEvent, ReplySummary } from '@/utils/core/request/image-reply';
import { createFakeFetch, type FetchCall } from '../fakes/fetch';

const SERVER: Server = { baseUrl: 'https://api.example/v1', key: 'sk-secret', timeoutMs: 60_000 };
export const REQUEST = { model: 'gpt-image-1', prompt: 'a fox 狐' };

export interface AskOptions {
  readonly server?: Partial<Server>;
  readonly signal?: AbortSignal;
  readonly now?: () => number;
  /** Pictures asked for. */
  readonly n?: number;
}

/** What came of a request. */
export interface Asked {
  readonly events: readonly ReplyEvent[];
  /** What was thrown at the end; `failure` where it was one of ours. */
  readonly thrown?: unknown;
  readonly failure?: Failure;
  readonly calls: readonly FetchCall[];
}

/** Asks for a picture at a server that answers so. */
export async function ask(
  answer: (call: FetchCall) => Response | Promise<Response>,
  { server = {}, signal = new AbortController().signal, now = Date.now, n }: AskOptions = {},
): Promise<Asked> {
  const { fetch, calls } = createFakeFetch(answer);
  const api = createImageApi(fetch, () => Promise.resolve(true), now);
  const events: ReplyEvent[] = [];
  const request = { ...REQUEST, ...(n !== undefined && { n }) };
  try {
    for await (const event of api.generate({ ...SERVER, ...server }, request, signal)) events.push(event);
    return { events, calls };
  } catch (thrown) {
    return { events, calls, thrown, ...(thrown instanceof FailureError && { failure: thrown.failure }) };
  }
}

/** The events as if each picture had come at once, with its revised prompt. */
export function together(events: readonly ReplyEvent[]): readonly ReplyEvent[] {
  const prompts = new Map<number, string>();
  for (const event of events) {
    if (event.kind === 'revisedPrompt') prompts.set(event.picture, event.revisedPrompt);
  }
  const merged: ReplyEvent[] = [];
  let count = 0;
  for (const event of events) {
    if (event.kind === 'revisedPrompt') continue;
    if (event.kind !== 'pictures') {
      merged.push(event);
      continue;
    }
    for (const picture of event.pictures) {
      const revisedPrompt = prompts.get(count);
      merged.push({
        kind: 'pictures',
        pictures: [{ ...picture, ...(revisedPrompt !== undefined && { revisedPrompt }) }],
      });
      count += 1;
    }
  }
  return merged;
}

/** Each event in a word: the bytes of previews and pictures as numbers, addresses as they are. */
export function outline(events: readonly ReplyEvent[]): readonly string[] {
  return events.flatMap((event) => {
    if (event.kind === 'preview') return `preview ${event.preview.bytes.join()}`;
    if (event.kind !== 'pictures') return event.kind;
    return event.pictures.map(({ source }) =>
      source.kind === 'bytes' ? `picture ${source.bytes.join()}` : `picture ${source.address}`,
    );
  });
}

/** What the events say at the end. */
export function summaryOf(events: readonly ReplyEvent[]): ReplySummary | undefined {
  return events.find((event) => event.kind === 'summary')?.summary;
}
