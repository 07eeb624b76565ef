import { FailureError } from '@/utils/core/failure/failure';
import type { FetchedPicture, ImageApi, PictureServer, Server } from '@/utils/core/ports';
import type { ReplyEvent, ReplyPicture, ReplySummary } from '@/utils/core/request/image-reply';
import type { ImageRequest } from '@/utils/core/request/image-request';

/** A whole reply. */
export interface FakeReply extends ReplySummary {
  readonly pictures: readonly ReplyPicture[];
}

/** A request that reached the fake API. */
export interface SentRequest {
  readonly server: Server;
  readonly request: ImageRequest;
  readonly signal: AbortSignal;
  /** Answers it at once; until then the sender waits. */
  readonly answer: (reply: FakeReply) => void;
  /** Answers bit by bit, as a stream does. */
  readonly emit: (event: ReplyEvent) => void;
  readonly end: () => void;
  readonly refuse: (fault: unknown) => void;
}

/** A fake API and what it was asked. */
export interface FakeImageApi extends ImageApi {
  readonly sent: readonly SentRequest[];
  /** Addresses that were fetched, in order. */
  readonly fetched: readonly string[];
  /** The servers these addresses were said to come from, in the same order. */
  readonly servers: readonly PictureServer[];
}

export interface FakeImageApiOptions {
  /** Called for each request that arrives; without an answer of its own the request waits. */
  readonly onRequest?: (sent: SentRequest) => void | Promise<void>;
  /** Called for each event of a reply when the sender takes it. */
  readonly onTaken?: (event: ReplyEvent, sent: SentRequest) => void;
  /** What is at an address now; without it every picture is there. */
  readonly onFetch?: (address: string, signal: AbortSignal) => FetchedPicture | Promise<FetchedPicture>;
}

/** Events as they are emitted, until the end or a fault. */
function createReply(server: Server, request: ImageRequest, signal: AbortSignal) {
  let controller: ReadableStreamDefaultController<ReplyEvent> | undefined;
  const events = new ReadableStream<ReplyEvent>({
    start(started) {
      controller = started;
    },
  });
  const emit = (event: ReplyEvent): void => controller?.enqueue(event);
  const end = (): void => controller?.close();
  const refuse = (fault: unknown): void => controller?.error(fault);
  const sent: SentRequest = {
    server,
    request,
    signal,
    emit,
    end,
    refuse,
    answer({ pictures, ...summary }) {
      emit({ kind: 'pictures', pictures });
      emit({ kind: 'summary', summary });
      end();
    },
  };
  signal.addEventListener('abort', () => refuse(signal.reason));
  if (signal.aborted) refuse(signal.reason);
  return { sent, events };
}

/** An image API without a network. An aborted request is rejected with the signal's reason, as `fetch` does. */
export function createFakeImageApi({ onRequest, onFetch, onTaken }: FakeImageApiOptions = {}): FakeImageApi {
  const sent: SentRequest[] = [];
  const fetched: string[] = [];
  const servers: PictureServer[] = [];
  return {
    sent,
    fetched,
    servers,
    async *generate(server, request, signal) {
      const reply = createReply(server, request, signal);
      sent.push(reply.sent);
      Promise.resolve(onRequest?.(reply.sent)).catch(reply.sent.refuse);
      for await (const event of reply.events) {
        onTaken?.(event, reply.sent);
        yield event;
      }
    },
    async fetchPicture(address, server, signal) {
      fetched.push(address);
      servers.push(server);
      return onFetch ? onFetch(address, signal) : { kind: 'bytes', bytes: Uint8Array.of(1, 2, 3) };
    },
  };
}

/** Pictures: bytes for numbers, an address for text. */
export function makePictures(...sources: readonly (readonly number[] | string)[]): readonly ReplyPicture[] {
  return sources.map((source) => ({
    source:
      typeof source === 'string'
        ? { kind: 'address', address: source }
        : { kind: 'bytes', bytes: Uint8Array.from(source) },
  }));
}

/** A reply with these pictures. */
export function makeReply(...sources: readonly (readonly number[] | string)[]): FakeReply {
  return { pictures: makePictures(...sources), actual: {} };
}

/** A failure of the given kind, as the API throws it. */
export function makeFailure(
  kind: FailureError['failure']['kind'],
  facts: Omit<FailureError['failure'], 'kind'> = {},
): FailureError {
  return new FailureError({ kind, ...facts });
}
