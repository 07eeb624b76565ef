import type { GenerationParameters } from '../model/generation-parameters';
import { isFree, priceOf, undated, type ModelPrice, type TokenPrices } from '../model/model-price';
import { asDollars } from '../number/bounded';
import type { ReplySummary } from '../request/image-reply';
import { buildImageRequest, type ImageRequest, type RequestManner } from '../request/image-request';
import { countCharacters } from '../text/prompt';
import { LIST_PRICES } from './list-prices';
import { leavesChoice, outputTokens } from './output-tokens';
import { usageCost } from './usage-cost';

/** What a job is expected to cost, before it is sent. US dollars. */
export interface CostEstimate {
  readonly amount: number;
  /** `server`: by the price list of the very server; `list`: by the model owner's, which a relay may not keep to. */
  readonly basis: 'server' | 'list';
  /** Whether the server decides on size or quality, so that it may well cost less. */
  readonly atMost?: true;
}

/** What a job has cost: what is known of it in US dollars, and how many replies told nothing. */
export interface JobCost {
  readonly amount: number;
  readonly unknownReplies: number;
}

const MILLION = 1_000_000;

/** Output tokens that each preview of a stream adds (image-api §4). */
const PREVIEW_TOKENS = 100;

/** A token is about four Latin letters or one character of other scripts; next to the picture it hardly counts. */
function textTokens(prompt: string): number {
  const latin = (prompt.match(/[\p{ASCII}\p{Script=Latin}]/gu) ?? []).length;
  return countCharacters(prompt) - latin + Math.ceil(latin / 4);
}

/** Formats that are made in another way, at a price nobody lists (image-api §4: an authoring model is charged for SVG). */
const OTHER_FORMATS: ReadonlySet<string> = new Set(['svg', 'gif']);

function tokenCost(
  prices: TokenPrices,
  prompt: string,
  parameters: GenerationParameters,
): number | undefined {
  const perPicture = outputTokens(parameters);
  if (perPicture === undefined || OTHER_FORMATS.has(parameters.output_format ?? '')) return undefined;
  const previews = parameters.stream === true ? (parameters.partial_images ?? 0) * PREVIEW_TOKENS : 0;
  const output = (parameters.n ?? 1) * (perPicture + previews);
  return (textTokens(prompt) * prices.textInput + output * prices.imageOutput) / MILLION;
}

/** The DALL·E models are sold by the picture, at a price that goes by size and quality (image-api §4). */
function perPictureCost({ model, size, quality }: GenerationParameters): number | undefined {
  if (undated(model) === 'dall-e-2') return { '256x256': 0.016, '512x512': 0.018 }[size ?? ''] ?? 0.02;
  if (undated(model) !== 'dall-e-3') return undefined;
  const wide = size !== undefined && size !== '1024x1024';
  const plain = quality === undefined || quality === 'standard';
  if (plain) return wide ? 0.08 : 0.04;
  return wide ? 0.12 : 0.08;
}

/** How many times its price by the call a relay takes for larger and better DALL·E pictures (image-api §3.1). */
function sizeFactor(parameters: GenerationParameters): number {
  const usual = perPictureCost({ model: parameters.model, size: '1024x1024' });
  const dollars = perPictureCost(parameters);
  return usual === undefined || dollars === undefined ? 1 : Math.max(1, dollars / usual);
}

function priced(
  prices: readonly ModelPrice[],
  prompt: string,
  parameters: GenerationParameters,
): number | undefined {
  const price = priceOf(prices, parameters.model);
  if (price?.perPicture !== undefined) {
    return asDollars(price.perPicture * sizeFactor(parameters) * (parameters.n ?? 1));
  }
  return price?.perMillion && asDollars(tokenCost(price.perMillion, prompt, parameters));
}

/** The owner's list price: by tokens, or of DALL·E by the picture. */
function listed(prompt: string, parameters: GenerationParameters): number | undefined {
  const perPicture = perPictureCost(parameters);
  if (perPicture !== undefined) return asDollars(perPicture * (parameters.n ?? 1));
  return priced(LIST_PRICES, prompt, parameters);
}

/**
 * What a request will cost, by the server's own price list where it has one for the model, otherwise by the model
 * owner's list price. `undefined` where neither is known: unknown is not free.
 */
export function estimateCost(
  prompt: string,
  parameters: GenerationParameters,
  serverPrices: readonly ModelPrice[] = [],
): CostEstimate | undefined {
  if (isFree(serverPrices, parameters.model)) return { amount: 0, basis: 'server' };
  const own = priced(serverPrices, prompt, parameters);
  const flat = priceOf(serverPrices, parameters.model)?.perPicture !== undefined;
  const guessed = !flat && outputTokens(parameters) !== undefined && leavesChoice(parameters);
  const open = guessed && ({ atMost: true } as const);
  if (own !== undefined) return { amount: own, basis: 'server', ...open };
  const owners = listed(prompt, parameters);
  return owners === undefined ? undefined : { amount: owners, basis: 'list', ...open };
}

function textOf(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/**
 * What a body that is sent will cost for so many pictures. It may hold fields that a person added, of any type.
 * @param pictures how many are drawn, by this request and others like it
 */
export function estimateRequest(
  { model, prompt, ...fields }: ImageRequest,
  pictures: number,
  prices: readonly ModelPrice[] = [],
): CostEstimate | undefined {
  const sent: Readonly<Record<string, unknown>> = fields;
  const [size, quality, format] = [sent['size'], sent['quality'], sent['output_format']].map(textOf);
  const { stream, partial_images: previews } = sent;
  const parameters = {
    model,
    n: pictures,
    ...(size !== undefined && { size }),
    ...(quality !== undefined && { quality }),
    ...(format !== undefined && { output_format: format }),
    ...(stream === true && { stream, partial_images: typeof previews === 'number' ? previews : 0 }),
  };
  return estimateCost(prompt, parameters, prices);
}

/** What is known of the server that a job goes to. */
export interface PricedServer extends RequestManner {
  /** Its own price list. */
  readonly prices: readonly ModelPrice[];
}

/**
 * What a job will cost at a server; composer and queue both go by it. It counts what is sent in fact, with the fields a
 * person adds to every request and without those the server refuses.
 */
export function estimateJob(
  prompt: string,
  parameters: GenerationParameters,
  { prices, ...manner }: PricedServer,
): CostEstimate | undefined {
  return estimateRequest(buildImageRequest(prompt, parameters, manner), parameters.n ?? 1, prices);
}

/**
 * What a reply has cost in US dollars: what the server says it took, otherwise its `usage` times the price of the
 * model (image-api §4). Nothing only where the server's own list says so. `undefined` where that cannot be told; it is
 * booked as unknown then, never as zero.
 */
export function replyCost(
  summary: ReplySummary | undefined,
  model: string,
  serverPrices: readonly ModelPrice[] = [],
): number | undefined {
  const reported = asDollars(summary?.reportedCost);
  if (reported !== undefined && reported > 0) return reported;
  if (isFree(serverPrices, model)) return 0;
  const prices = (priceOf(serverPrices, model) ?? priceOf(LIST_PRICES, model))?.perMillion;
  return summary?.usage && prices ? usageCost(summary.usage, prices) : undefined;
}

/** The cost of a job after one more reply. What is out of range, alone or in the sum, is unknown. */
export function addCost(cost: JobCost | undefined, amount: number | undefined): JobCost {
  const { amount: stored, unknownReplies } = cost ?? { amount: 0, unknownReplies: 0 };
  const before = asDollars(stored);
  const known = asDollars(amount);
  const after = known === undefined ? undefined : asDollars((before ?? 0) + known);
  const unknown = (before === undefined ? 1 : 0) + (after === undefined ? 1 : 0);
  return { amount: after ?? before ?? 0, unknownReplies: unknownReplies + unknown };
}
