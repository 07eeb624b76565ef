import { imageModels, type ListedModel } from '../core/model/listed-model';
import type { Clock, Server } from '../core/ports';
import { endpointAddress } from '../core/server/base-url';
import { holdsMask } from './clean-text';
import { asList, asObject, asText, present } from './json-value';
import { parseForeignJson } from './parse-foreign-json';
import { LIST_LIMIT, readBody, readText } from './read-body';
import { readFailure } from './read-failure';
import { saysError } from './reply-body';
import { contextOf } from './reply-context';
import { replyFailure } from './reply-failure';
import { requestHeaders } from './request-headers';
import { withExchange, type Fetch } from './send';

function asDay(value: unknown): string | undefined {
  const day = asText(value);
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(`${day}T`) ? day : undefined;
}

/** Longest id of a model that is kept, in characters: no server has one of half that length. */
const ID_LIMIT = 100;

/** Models that are kept of a list; the others can be typed. Of a list that is too long its beginning is read. */
const LIST_LENGTH = 500;

/** Kinds of endpoint that are kept of a model. */
const ENDPOINT_TYPES = 20;

function parseModel(value: unknown): ListedModel | undefined {
  const entry = asObject(value);
  const id = asText(entry?.['id']) ?? asText(entry?.['name']);
  if (id === undefined || id.length > ID_LIMIT || holdsMask(id)) return undefined;
  const endpointTypes = asList(entry?.['supported_endpoint_types'])
    ?.map(asText)
    .filter((type) => type !== undefined)
    .filter((type) => type.length <= ID_LIMIT)
    .slice(0, ENDPOINT_TYPES);
  return { id, ...present({ retiresOn: asDay(entry?.['shutdown_date']), endpointTypes }) };
}

function parseModels(body: unknown): readonly ListedModel[] | undefined {
  const { data, models: named } = asObject(body) ?? {};
  const entries = saysError(body) ? undefined : (asList(body) ?? asList(data) ?? asList(named));
  const models = entries?.map(parseModel).filter((model) => model !== undefined);
  if (!models || models.length <= LIST_LENGTH) return models;
  const drawing = new Set(imageModels(models).slice(0, LIST_LENGTH));
  const others = models.filter((model) => !drawing.has(model)).slice(0, LIST_LENGTH - drawing.size);
  return [...drawing, ...others];
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
    const response = await send(endpointAddress(server.baseUrl, '/models'), {
      method: 'GET',
      headers: requestHeaders(server),
    });
    const context = contextOf(response, server, now());
    if (!response.ok) throw await readFailure(response, context);
    const text = await readText(readBody(response, LIST_LIMIT));
    const body = parseForeignJson(text, context.clean);
    const models = parseModels(body);
    if (!models) throw replyFailure(text, body, context);
    return models;
  });
}
