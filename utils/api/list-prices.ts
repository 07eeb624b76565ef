import type { ModelPrice } from '../core/model/model-price';
import type { Server } from '../core/ports';
import { asCount, asList, asObject, asText, parseJson, type JsonObject } from './json-value';
import { LIST_LIMIT, readBody, readText } from './read-body';
import { withExchange, type Fetch } from './send';

/** US dollars for a million tokens at a ratio of one. */
const DOLLARS_PER_RATIO = 2;

const DEFAULT_GROUP = 'default';

/** What an account pays of the price: that of the default group, or the least of those that may use the model. */
function groupRatio(entry: JsonObject, ratios: JsonObject): number {
  const groups = asList(entry['enable_groups'])?.map(asText) ?? [];
  const usual = asCount(ratios[DEFAULT_GROUP]);
  if (usual !== undefined && (groups.length === 0 || groups.includes(DEFAULT_GROUP))) return usual;
  const own = groups.map((group) => asCount(ratios[group ?? ''])).filter((ratio) => ratio !== undefined);
  return own.length > 0 ? Math.min(...own) : (usual ?? 1);
}

function parsePrice(value: unknown, ratios: JsonObject): ModelPrice | undefined {
  const entry = asObject(value);
  const model = asText(entry?.['model_name']);
  if (!entry || model === undefined) return undefined;
  const group = groupRatio(entry, ratios);
  const perCall = asCount(entry['model_price']);
  if (entry['quota_type'] === 1)
    return perCall === undefined ? undefined : { model, perPicture: perCall * group };
  const ratio = asCount(entry['model_ratio']);
  if (entry['quota_type'] !== 0 || ratio === undefined) return undefined;
  const textInput = ratio * DOLLARS_PER_RATIO * group;
  const imageInput = textInput * (asCount(entry['image_ratio']) ?? 1);
  const output = textInput * (asCount(entry['completion_ratio']) ?? 1);
  return { model, perMillion: { textInput, imageInput, imageOutput: output, textOutput: output } };
}

/** Prices in new-api's list (image-api §3.1); empty for anything else. */
export function parsePrices(body: unknown): readonly ModelPrice[] {
  const { data, group_ratio: ratios } = asObject(body) ?? {};
  const entries = asList(data) ?? [];
  return entries
    .map((entry) => parsePrice(entry, asObject(ratios) ?? {}))
    .filter((price) => price !== undefined);
}

/**
 * What a relay takes, from the list it shows to everybody (`GET {origin}/api/pricing`), asked without the key. Most
 * servers have none; that, and any failure to read it, is an empty list.
 */
export async function listPrices(
  fetch: Fetch,
  { baseUrl }: Pick<Server, 'baseUrl'>,
  timeoutMs: number,
): Promise<readonly ModelPrice[]> {
  const address = `${new URL(baseUrl).origin}/api/pricing`;
  try {
    return await withExchange({ fetch, address, timeoutMs, now: Date.now }, async ({ send }) => {
      const response = await send(address, { method: 'GET' });
      const text = await readText(readBody(response, response.ok ? LIST_LIMIT : 0));
      return response.ok ? parsePrices(parseJson(text)) : [];
    });
  } catch {
    return [];
  }
}
