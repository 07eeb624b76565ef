import type { ModelPrice } from '../core/model/model-price';
import { asDollars } from '../core/number/bounded';
import type { Server } from '../core/ports';
import { createCleaner } from './clean-text';
import { asList, asObject, asText, type JsonObject } from './json-value';
import { parseForeignJson } from './parse-foreign-json';
import { LIST_LIMIT, readBody, readText } from './read-body';
import { secretsOf } from './request-headers';
import { withExchange, type Fetch } from './send';

/** US dollars for a million tokens at a ratio of one. */
const DOLLARS_PER_RATIO = 2;

const DEFAULT_GROUP = 'default';

/** In `enable_groups`, stands for all groups. */
const ALL_GROUPS = 'all';

/** The usual way of billing, where a row names one; all others go by an expression or by tiers. */
const USUAL_BILLING: ReadonlySet<string> = new Set(['ratio']);

/** Most rows that are kept, and the longest id of a model. */
const ROW_LIMIT = 2000;
const ID_LIMIT = 100;

/** A number of a row; a text, a negative number or none makes the row unreadable. */
function numberIn(value: unknown): number | undefined {
  return typeof value === 'number' ? asDollars(value) : undefined;
}

/** A ratio that a row may leave out; `undefined` where it is there and cannot be read. */
function optionalRatio(value: unknown): number | undefined {
  return value === undefined || value === null ? 1 : numberIn(value);
}

/** What a list says of its groups, beside its rows. */
interface Groups {
  readonly ratios: JsonObject | undefined;
  /** Names of the groups an account may use; `undefined` where the list does not say. */
  readonly usable: readonly string[] | undefined;
  /** Groups that an account in the group `auto` is put into. */
  readonly automatic: readonly string[];
}

function namesIn(value: unknown): readonly string[] {
  return (asList(value) ?? []).map(asText).filter((name) => name !== undefined);
}

function groupsOf(body: JsonObject): Groups {
  const usable = Object.keys(asObject(body['usable_group']) ?? {});
  return {
    ratios: asObject(body['group_ratio']),
    usable: usable.length > 0 ? usable : undefined,
    automatic: namesIn(body['auto_groups']),
  };
}

/**
 * How many times the price of a model an account pays. That is the ratio of the default group, or of a dearer one that
 * accounts are put into by themselves; without a default group, the one ratio that all groups share. `undefined` where a
 * ratio is missing, or where it depends on the account, which the list does not know.
 */
function groupRatio(entry: JsonObject, { ratios, usable, automatic }: Groups): number | undefined {
  if (!ratios) return undefined;
  const enabled = namesIn(entry['enable_groups']);
  const takesAll = enabled.length === 0 || enabled.includes(ALL_GROUPS);
  const groups = (takesAll ? Object.keys(ratios) : enabled).filter((name) => usable?.includes(name) ?? true);
  const usual = groups.filter((name) => name === DEFAULT_GROUP || automatic.includes(name));
  const hasDefault = groups.includes(DEFAULT_GROUP);
  const own = (hasDefault ? usual : groups).map((name) =>
    Object.hasOwn(ratios, name) ? numberIn(ratios[name]) : undefined,
  );
  const known = own.filter((ratio) => ratio !== undefined);
  if (known.length === 0 || known.length < own.length) return undefined;
  return hasDefault || new Set(known).size === 1 ? Math.max(...known) : undefined;
}

/** Whether a row is billed by an expression, by tiers, or in another way that its numbers do not say. */
function isBilledOtherwise(entry: JsonObject): boolean {
  const { billing_mode: mode, billing_expr: expression } = entry;
  const isUsual =
    mode === undefined || mode === null || mode === '' || USUAL_BILLING.has(asText(mode) ?? '?');
  return !isUsual || asText(expression) !== undefined;
}

function parsePrice(value: unknown, groups: Groups): ModelPrice | undefined {
  const entry = asObject(value);
  const model = asText(entry?.['model_name']);
  if (!entry || model === undefined || model.length > ID_LIMIT || isBilledOtherwise(entry)) return undefined;
  const group = groupRatio(entry, groups);
  if (group === undefined) return undefined;
  if (entry['quota_type'] === 1) {
    const perPicture = asDollars((numberIn(entry['model_price']) ?? NaN) * group);
    return perPicture === undefined ? undefined : { model, perPicture };
  }
  if (entry['quota_type'] !== 0) return undefined;
  const text = (numberIn(entry['model_ratio']) ?? NaN) * DOLLARS_PER_RATIO * group;
  const textInput = asDollars(text);
  const imageInput = asDollars(text * (optionalRatio(entry['image_ratio']) ?? NaN));
  const output = asDollars(text * (optionalRatio(entry['completion_ratio']) ?? NaN));
  if (textInput === undefined || imageInput === undefined || output === undefined) return undefined;
  return { model, perMillion: { textInput, imageInput, imageOutput: output, textOutput: output } };
}

/** Whether a list has another price for the same model, so that neither can be relied on. */
function isContradicted(price: ModelPrice, index: number, prices: readonly ModelPrice[]): boolean {
  const isSame = (other: ModelPrice): boolean => JSON.stringify(other) === JSON.stringify(price);
  return prices.some((other, place) => place !== index && other.model === price.model && !isSame(other));
}

/**
 * Prices in new-api's list (image-api §3.1; QuantumNous/new-api model/pricing.go). A row that cannot be understood has
 * no price; empty for anything else.
 */
export function parsePrices(body: unknown): readonly ModelPrice[] {
  const list = asObject(body);
  if (!list || list['success'] === false) return [];
  const groups = groupsOf(list);
  const rows = (asList(list['data']) ?? []).slice(0, ROW_LIMIT);
  const prices = rows.map((row) => parsePrice(row, groups)).filter((price) => price !== undefined);
  return prices.filter((price, index) => !isContradicted(price, index, prices));
}

/**
 * What a relay takes, from the list it shows to everybody (`GET {origin}/api/pricing`), asked without the key. Most
 * servers have none; that, and any failure to read it, is an empty list.
 */
export async function listPrices(
  fetch: Fetch,
  server: Pick<Server, 'baseUrl' | 'key' | 'headers'>,
  timeoutMs: number,
): Promise<readonly ModelPrice[]> {
  const address = `${new URL(server.baseUrl).origin}/api/pricing`;
  try {
    return await withExchange({ fetch, address, timeoutMs, now: Date.now }, async ({ send }) => {
      const response = await send(address, { method: 'GET' });
      const text = await readText(readBody(response, response.ok ? LIST_LIMIT : 0));
      return response.ok ? parsePrices(parseForeignJson(text, createCleaner(secretsOf(server)))) : [];
    });
  } catch {
    return [];
  }
}
