import { FailureError } from '@/utils/core/failure';
import type { ImageReply, ReplyPicture } from '@/utils/core/image-reply';
import type { ImageRequest } from '@/utils/core/image-request';
import type { FetchedPicture, ImageApi, Server } from '@/utils/core/ports';

/** A request that reached the fake API. */
export interface SentRequest {
  readonly server: Server;
  readonly request: ImageRequest;
  readonly signal: AbortSignal;
  /** Answers it; until then the sender waits. */
  readonly answer: (reply: ImageReply) => void;
  readonly refuse: (fault: unknown) => void;
}

/** A fake API and what it was asked. */
export interface FakeImageApi extends ImageApi {
  readonly sent: readonly SentRequest[];
  /** Addresses that were fetched, in order. */
  readonly fetched: readonly string[];
}

export interface FakeImageApiOptions {
  /** Called for each request that arrives; without an answer of its own the request waits. */
  readonly onRequest?: (sent: SentRequest) => void | Promise<void>;
  /** What is at an address now; without it every picture is there. */
  readonly onFetch?: (address: string, signal: AbortSignal) => FetchedPicture | Promise<FetchedPicture>;
}

/** An image API without a network. An aborted request is rejected with the signal's reason, as `fetch` does. */
export function createFakeImageApi({ onRequest, onFetch }: FakeImageApiOptions = {}): FakeImageApi {
  const sent: SentRequest[] = [];
  const fetched: string[] = [];
  return {
    sent,
    fetched,
    generate: (server, request, signal) =>
      new Promise<ImageReply>((answer, refuse) => {
        signal.throwIfAborted();
        signal.addEventListener('abort', () => refuse(signal.reason));
        const arrived = { server, request, signal, answer, refuse };
        sent.push(arrived);
        Promise.resolve(onRequest?.(arrived)).catch(refuse);
      }),
    async fetchPicture(address, signal) {
      fetched.push(address);
      return onFetch ? onFetch(address, signal) : { kind: 'bytes', bytes: Uint8Array.of(1, 2, 3) };
    },
  };
}

/** A reply with these pictures: bytes for numbers, an address for text. */
export function makeReply(...sources: readonly (readonly number[] | string)[]): ImageReply {
  const pictures = sources.map((source): ReplyPicture => ({
    source:
      typeof source === 'string'
        ? { kind: 'address', address: source }
        : { kind: 'bytes', bytes: Uint8Array.from(source) },
  }));
  return { pictures, actual: {} };
}

/** A failure of the given kind, as the API throws it. */
export function makeFailure(kind: FailureError['failure']['kind']): FailureError {
  return new FailureError({ kind });
}
