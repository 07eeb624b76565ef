import type { Server } from '../core/ports';
import { authorization } from './image-api';
import { asObject, asText, parseJson } from './json-value';
import { replyFailure } from './reply-failure';
import { send, type Fetch } from './send';

function modelIds(body: unknown): readonly string[] | undefined {
  const data = asObject(body)?.['data'];
  if (!Array.isArray(data)) return undefined;
  const entries: readonly unknown[] = data;
  return entries.map((entry) => asText(asObject(entry)?.['id'])).filter((id) => id !== undefined);
}

/**
 * Ids of the models a server offers (`GET {base}/models`); free of charge, so it serves to test a connection.
 * @throws FailureError
 */
export function listModels(fetch: Fetch, server: Server, timeoutMs: number): Promise<readonly string[]> {
  const init = { method: 'GET', headers: authorization(server) };
  const read = async (response: Response): Promise<readonly string[]> => {
    const text = await response.text();
    const body = parseJson(text);
    const ids = response.ok ? modelIds(body) : undefined;
    if (ids) return ids;
    const { status, headers } = response;
    throw replyFailure(text, body, { status, headers, url: server.baseUrl, key: server.key });
  };
  return send(fetch, `${server.baseUrl}/models`, init, undefined, read, timeoutMs);
}
