import type { Fetch } from '@/utils/api/send';

/** What was asked of a fake `fetch`. */
export interface FetchCall {
  readonly url: string;
  readonly init: RequestInit;
  readonly headers: Headers;
  /** The text that was sent, or an empty one. */
  readonly body: string;
}

export interface FakeFetch {
  readonly fetch: Fetch;
  readonly calls: readonly FetchCall[];
}

/** Like the real ones, a body breaks when its request is aborted. */
function abortable(response: Response, signal: AbortSignal | null | undefined): Response {
  if (!response.body || !signal) return response;
  const copy = new Response(response.body.pipeThrough(new TransformStream(), { signal }), response);
  return response.url === '' ? copy : Object.defineProperty(copy, 'url', { value: response.url });
}

/** A `fetch` that answers in its own way; like the real one it is rejected when its signal is aborted. */
export function createFakeFetch(answer: (call: FetchCall) => Response | Promise<Response>): FakeFetch {
  const calls: FetchCall[] = [];
  return {
    calls,
    fetch: (url, init) =>
      new Promise((resolve, reject) => {
        init.signal?.throwIfAborted();
        init.signal?.addEventListener('abort', () => reject(init.signal?.reason));
        const body = typeof init.body === 'string' ? init.body : '';
        const call = { url, init, headers: new Headers(init.headers), body };
        calls.push(call);
        Promise.resolve(call)
          .then(answer)
          .then((response) => resolve(abortable(response, init.signal)), reject);
      }),
  };
}

/** A reply in JSON. */
export function jsonReply(body: unknown, init: ResponseInit = {}): Response {
  return Response.json(body, init);
}

/** Never answers; only an abort ends it. */
export function silence(): Promise<Response> {
  return new Promise(() => undefined);
}

/** What `fetch` throws when nobody is there. */
export function offline(): Promise<Response> {
  return Promise.reject(new TypeError('Failed to fetch'));
}

/** A redirect as a browser shows it that does not follow: without status, headers or body. */
export function opaqueRedirect(): Response {
  return Object.defineProperties(new Response(null), {
    type: { value: 'opaqueredirect' },
    status: { value: 0 },
    ok: { value: false },
  });
}

/** A reply whose body comes in these pieces; the last may be an error that breaks the line. */
export function piecewise(pieces: Iterable<string | Uint8Array | Error>, init: ResponseInit = {}): Response {
  const encoder = new TextEncoder();
  const iterator = pieces[Symbol.iterator]();
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const next = iterator.next();
        if (next.done) controller.close();
        else if (next.value instanceof Error) controller.error(next.value);
        else controller.enqueue(typeof next.value === 'string' ? encoder.encode(next.value) : next.value);
      },
      cancel: () => void iterator.return?.(),
    },
    { highWaterMark: 0 },
  );
  return new Response(body, init);
}
