import type { ImageReply } from '../core/image-reply';
import type { ImageApi, Server } from '../core/ports';
import { fetchPicture, type MayRead } from './fetch-picture';
import { asObject, parseJson } from './json-value';
import { parseReply } from './parse-reply';
import { replyFailure, replyProblem, requestIdOf, type ReplyContext } from './reply-failure';
import { send, type Fetch } from './send';

/** Headers that name the person's account to the server they chose, and to no other. */
export function authorization({ key }: Server): Record<string, string> {
  return key === undefined ? {} : { authorization: `Bearer ${key}` };
}

async function readReply(response: Response, server: Server): Promise<ImageReply> {
  const { status, headers, ok } = response;
  const context: ReplyContext = { status, headers, url: server.baseUrl, key: server.key };
  // Some proxies keep the line open with blank lines before the JSON; JSON.parse takes leading white space.
  const text = await response.text();
  const body = parseJson(text);
  const reply = ok ? parseReply(body, server.baseUrl) : undefined;
  if (!reply) throw replyFailure(text, body, context);
  if (reply.pictures.length === 0) {
    const refused = asObject(asObject(body)?.['error']);
    throw refused ? replyFailure(text, body, context) : replyProblem('noPicture', context);
  }
  const requestId = requestIdOf(headers);
  return { ...reply, ...(requestId !== undefined && { requestId }) };
}

/**
 * The image API over a given `fetch`.
 * @param mayRead whether the extension may read an address without the host's consent
 */
export function createImageApi(fetch: Fetch, mayRead: MayRead): ImageApi {
  return {
    generate(server, request, signal) {
      const init = {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...authorization(server) },
        body: JSON.stringify(request),
      };
      return send(fetch, `${server.baseUrl}/images/generations`, init, signal, (response) =>
        readReply(response, server),
      );
    },
    fetchPicture: (address, signal) => fetchPicture(fetch, mayRead, address, signal),
  };
}
