import type { ListedModel } from '../core/model/listed-model';
import type { Clock, Server } from '../core/ports';
import { asList, asObject, asText, parseJson, present } from './json-value';
import { LIST_LIMIT, readBody, readText } from './read-body';
import { readFailure } from './read-reply';
import { contextOf } from './reply-context';
import { replyFailure, replyProblem, saysError } from './reply-failure';
import { requestHeaders } from './request-headers';
import { withExchange, type Fetch } from './send';

function asDay(value: unknown): string | undefined {
  const day = asText(value);
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(`${day}T`) ? day : undefined;
}

function parseModel(value: unknown): ListedModel | undefined {
  const entry = asObject(value);
  const id = asText(entry?.['id']) ?? asText(entry?.['name']);
  if (id === undefined) return undefined;
  const endpointTypes = asList(entry?.['supported_endpoint_types'])
    ?.map(asText)
    .filter((type) => type !== undefined);
  return { id, ...present({ retiresOn: asDay(entry?.['shutdown_date']), endpointTypes }) };
}

function parseModels(body: unknown): readonly ListedModel[] | undefined {
  const { data, models } = asObject(body) ?? {};
  const entries = saysError(body) ? undefined : (asList(body) ?? asList(data) ?? asList(models));
  return entries?.map(parseModel).filter((model) => model !== undefined);
}

/**
 * Models a server offers (`GET {base}/models`); free of charge, so it serves to test a connection.
 * @throws FailureError
 */
export function listModels(
  fetch: Fetch,
  server: Server,
  timeoutMs: number,
  now: Clock = Date.now,
): Promise<readonly ListedModel[]> {
  return withExchange({ fetch, address: server.baseUrl, timeoutMs, now }, async ({ send }) => {
    const response = await send(`${server.baseUrl}/models`, {
      method: 'GET',
      headers: requestHeaders(server),
    });
    const context = contextOf(response, server, now());
    if (!response.ok) throw await readFailure(response, context);
    const tooLarge = () => replyProblem('replyTooLarge', context);
    const text = await readText(readBody(response, LIST_LIMIT, tooLarge));
    const body = parseJson(text);
    const models = parseModels(body);
    if (!models) throw replyFailure(text, body, context);
    return models;
  });
}
