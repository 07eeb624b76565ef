import { asDollars } from '../core/number/bounded';
import { asList, asObject, asText, type JsonObject } from './json-value';

/** Ticks of xAI in a US dollar (https://docs.x.ai/developers/cost-tracking). */
const TICKS_PER_DOLLAR = 1e10;

/** Fields that name their currency. */
const DOLLAR_FIELDS = ['total_cost_usd', 'cost_usd', 'price_usd'] as const;

/**
 * Fields without a currency, which are US dollars unless something beside them says otherwise: OpenRouter's and many
 * relays' `cost`, DeepInfra's `estimated_cost`, LiteLLM's `response_cost` (in `_hidden_params`), `total_cost`, `price`.
 */
const COST_FIELDS = ['total_cost', 'cost', 'response_cost', 'estimated_cost', 'price'] as const;

/** Fields that say what the numbers beside them are in. */
const UNIT_FIELDS = ['currency', 'unit', 'cost_unit', 'cost_currency', 'price_unit'] as const;

/** A cost of zero is not believed: servers fill it in where they do not know (LiteLLM, LocalAI). */
function positive(dollars: number | undefined): number | undefined {
  return dollars !== undefined && dollars > 0 ? dollars : undefined;
}

function isInDollars(part: JsonObject): boolean {
  const unit = UNIT_FIELDS.map((field) => asText(part[field])).find((text) => text !== undefined);
  return unit === undefined || /^(?:usd?|us\$|\$|(?:us )?dollars?)$/i.test(unit.trim());
}

/**
 * What OpenRouter adds where the person's own key of the provider was used: `cost` is its fee then
 * (https://openrouter.ai/docs/use-cases/usage-accounting).
 */
function upstreamCost(part: JsonObject, fee: number): number {
  const upstream = asDollars(asObject(part['cost_details'])?.['upstream_inference_cost']) ?? 0;
  const ownKey = part['is_byok'] ?? upstream > fee;
  return ownKey === true ? upstream : 0;
}

/** The cost that one object names. An object in the place of a number holds it itself (`cost: { total_cost }`). */
function costIn(part: JsonObject | undefined): number | undefined {
  if (!part) return undefined;
  const ticks = part['cost_in_usd_ticks'];
  const ofTicks = typeof ticks === 'number' ? positive(asDollars(ticks / TICKS_PER_DOLLAR)) : undefined;
  if (ofTicks !== undefined) return ofTicks;
  for (const field of DOLLAR_FIELDS) {
    const dollars = positive(asDollars(part[field]));
    if (dollars !== undefined) return dollars;
  }
  if (!isInDollars(part)) return undefined;
  for (const field of COST_FIELDS) {
    const inner = asObject(part[field]);
    const own =
      inner && isInDollars(inner) ? (inner['total_cost'] ?? inner['total'] ?? inner['amount']) : part[field];
    const dollars = asDollars(own);
    const whole =
      dollars === undefined ? undefined : positive(asDollars(dollars + upstreamCost(part, dollars)));
    if (whole !== undefined) return whole;
  }
  return undefined;
}

/** Runware and others name the cost of each picture; the sum is known only where all are. */
function costOfEntries(body: JsonObject): number | undefined {
  const entries = (asList(body['data']) ?? asList(body['images']) ?? []).map((entry) =>
    costIn(asObject(entry)),
  );
  if (entries.length === 0 || entries.includes(undefined)) return undefined;
  return asDollars(entries.reduce<number>((sum, cost) => sum + (cost ?? 0), 0));
}

/**
 * What a server says it took for a reply, in US dollars: the first place that names it, so that a cost that is repeated
 * counts once. Credits, points and other currencies are unknown, and so is zero.
 */
export function reportedCost(body: JsonObject): number | undefined {
  const usage = asObject(body['usage']);
  const isDollars = isInDollars(body);
  const places = [
    usage,
    // DeepInfra's own API (https://deepinfra.com/docs/inference).
    asObject(body['inference_status']),
    // LiteLLM, where its library's object is passed on.
    asObject(body['_hidden_params']),
    usage && asObject(usage['cost_details']),
    body,
  ];
  for (const place of isDollars ? places : places.slice(0, 1)) {
    const cost = costIn(place);
    if (cost !== undefined) return cost;
  }
  return costOfEntries(body);
}

/** Headers that name the cost in US dollars: LiteLLM (docs/proxy/response_headers), and those that say so. */
const DOLLAR_HEADERS = [
  'x-litellm-response-cost',
  'x-response-cost-usd',
  'x-request-cost-usd',
  'x-total-cost-usd',
  'x-cost-usd',
] as const;

/** Headers whose number says itself that it is in US dollars (`0.0085 USD`); a bare number may be milliseconds. */
const COST_HEADERS = ['x-request-cost', 'x-response-cost', 'x-total-cost', 'x-cost'] as const;

/** What a server says in its headers it took for a reply, in US dollars; zero is unknown, as in a body. */
export function headerCost(headers: Headers): number | undefined {
  for (const name of DOLLAR_HEADERS) {
    const dollars = positive(asDollars(headers.get(name) ?? undefined));
    if (dollars !== undefined) return dollars;
  }
  for (const name of COST_HEADERS) {
    const [, before, after] =
      /^(?:\$|USD)\s*([\d.]+)$|^([\d.]+)\s*(?:\$|USD)$/i.exec(headers.get(name) ?? '') ?? [];
    const dollars = positive(asDollars(before ?? after));
    if (dollars !== undefined) return dollars;
  }
  return undefined;
}
