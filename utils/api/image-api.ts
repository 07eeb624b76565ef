import { FailureError, type FailureKind } from '../core/failure/failure';
import type { Clock, ImageApi, Server } from '../core/ports';
import type { ReplyEvent } from '../core/request/image-reply';
import type { ImageRequest } from '../core/request/image-request';
import { endpointAddress } from '../core/server/base-url';
import { fetchPicture, type MayRead } from './fetch-picture';
import { readReply } from './read-reply';
import { contextOf } from './reply-context';
import { requestHeaders } from './request-headers';
import { openExchange, type Exchange, type Fetch } from './send';

/** One request at one of the two spellings of the path. */
type Draw = (trailingSlash: boolean) => AsyncGenerator<ReplyEvent>;

function createDraw(exchange: Exchange, server: Server, request: ImageRequest, now: Clock): Draw {
  const body = JSON.stringify(request);
  const headers = requestHeaders(server, { 'content-type': 'application/json' });
  return async function* draw(trailingSlash) {
    const path = `/images/generations${trailingSlash ? '/' : ''}`;
    const url = endpointAddress(server.baseUrl, path);
    const response = await exchange.send(url, { method: 'POST', headers, body });
    const options = { wanted: request.n ?? 1, faultOf: exchange.faultOf, stop: new AbortController() };
    yield* readReply(response, contextOf(response, server, now()), options);
  };
}

function isFailure(thrown: unknown, kinds: readonly FailureKind[]): thrown is FailureError {
  return thrown instanceof FailureError && kinds.includes(thrown.failure.kind);
}

/** Whether an answer says that the path is not here, so that nothing was drawn (image-api §3.1, routes). */
function isElsewhere(thrown: unknown): boolean {
  if (isFailure(thrown, ['redirected'])) return true;
  return isFailure(thrown, ['wrongEndpoint']) && [404, 405].includes(thrown.failure.status ?? 0);
}

/** Draws at the path as it is known, and once at its other spelling where the server has nothing there. */
async function* drawAtEitherPath(draw: Draw, known: boolean): AsyncGenerator<ReplyEvent> {
  let first: unknown;
  try {
    yield* draw(known);
    return;
  } catch (thrown) {
    if (!isElsewhere(thrown)) throw thrown;
    first = thrown;
  }
  try {
    let isTold = known;
    for await (const event of draw(!known)) {
      if (!isTold) yield { kind: 'trailingSlash' };
      isTold = true;
      yield event;
    }
  } catch (thrown) {
    throw isFailure(thrown, ['redirected', 'wrongEndpoint']) ? first : thrown;
  }
}

/**
 * The image API over a given `fetch`.
 * @param mayRead whether the extension may read an address without the host's consent
 */
export function createImageApi(fetch: Fetch, mayRead: MayRead, now: Clock = Date.now): ImageApi {
  return {
    async *generate(server, request, signal) {
      const { baseUrl: address, timeoutMs, trailingSlash = false } = server;
      const exchange = openExchange({ fetch, address, timeoutMs, signal, now, isPaid: true });
      try {
        yield* drawAtEitherPath(createDraw(exchange, server, request, now), trailingSlash);
      } catch (thrown) {
        throw exchange.faultOf(thrown);
      } finally {
        exchange.close();
      }
    },
    fetchPicture: (address, server, signal) => fetchPicture({ fetch, address, server, signal, now }, mayRead),
  };
}
