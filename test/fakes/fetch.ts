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
        Promise.resolve(call).then(answer).then(resolve, reject);
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
