import type { GenerationParameters } from '../model/generation-parameters';
import type { ModelPrice, TokenPrices } from '../model/model-price';
import { withoutVendor } from '../model/models';
import type { ReplySummary, Usage } from '../request/image-reply';
import { countCharacters } from '../text/prompt';
import { LIST_PRICES } from './list-prices';
import { leavesChoice, outputTokens } from './output-tokens';

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

/** Dated snapshots (`gpt-image-2-2026-04-21`) cost what their model does. */
function undated(model: string): string {
  return withoutVendor(model).replace(/-\d{4}-\d{2}-\d{2}$/, '');
}

function priceOf(prices: readonly ModelPrice[], model: string): ModelPrice | undefined {
  return (
    prices.find((price) => price.model === model) ?? prices.find((price) => price.model === undated(model))
  );
}

/** A token is about four Latin letters or one character of other scripts; next to the picture it hardly counts. */
function textTokens(prompt: string): number {
  const latin = (prompt.match(/[\p{ASCII}\p{Script=Latin}]/gu) ?? []).length;
  return countCharacters(prompt) - latin + Math.ceil(latin / 4);
}

function tokenCost(
  prices: TokenPrices,
  prompt: string,
  parameters: GenerationParameters,
): number | undefined {
  const perPicture = outputTokens(parameters);
  if (perPicture === undefined) return undefined;
  const previews = parameters.stream === true ? (parameters.partial_images ?? 0) * PREVIEW_TOKENS : 0;
  const output = (parameters.n ?? 1) * (perPicture + previews);
  return (textTokens(prompt) * prices.textInput + output * prices.imageOutput) / MILLION;
}

function priced(
  prices: readonly ModelPrice[],
  prompt: string,
  parameters: GenerationParameters,
): number | undefined {
  const price = priceOf(prices, parameters.model);
  if (price?.perPicture !== undefined) return price.perPicture * (parameters.n ?? 1);
  return price?.perMillion && tokenCost(price.perMillion, prompt, parameters);
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
  const own = priced(serverPrices, prompt, parameters);
  const flat = priceOf(serverPrices, parameters.model)?.perPicture !== undefined;
  const guessed = !flat && outputTokens(parameters) !== undefined && leavesChoice(parameters);
  const open = guessed && ({ atMost: true } as const);
  if (own !== undefined) return { amount: own, basis: 'server', ...open };
  const listed = priced(LIST_PRICES, prompt, parameters) ?? perPictureCost(parameters);
  return listed === undefined ? undefined : { amount: listed, basis: 'list', ...open };
}

/** The DALL·E models are sold by the picture, at a price that goes by size and quality. */
function perPictureCost({ model, size, quality, n = 1 }: GenerationParameters): number | undefined {
  if (undated(model) === 'dall-e-2') {
    return n * ({ '256x256': 0.016, '512x512': 0.018 }[size ?? ''] ?? 0.02);
  }
  if (undated(model) !== 'dall-e-3') return undefined;
  const wide = size !== undefined && size !== '1024x1024';
  return n * (quality === 'hd' ? (wide ? 0.12 : 0.08) : wide ? 0.08 : 0.04);
}

function usageCost(usage: Usage, prices: TokenPrices): number | undefined {
  const { outputTokens: output, inputTokens = 0, inputImageTokens = 0, outputTextTokens = 0 } = usage;
  const imageOutput =
    usage.outputImageTokens ?? (output === undefined ? undefined : output - outputTextTokens);
  if (imageOutput === undefined) return undefined;
  const textInput = usage.inputTextTokens ?? inputTokens - inputImageTokens;
  return (
    (textInput * prices.textInput +
      inputImageTokens * prices.imageInput +
      imageOutput * prices.imageOutput +
      outputTextTokens * prices.textOutput) /
    MILLION
  );
}

/**
 * What a reply has cost in US dollars: what the server says it took, otherwise its `usage` times the price of the
 * model (image-api §4). `undefined` where that cannot be told; it is booked as unknown then, never as zero.
 */
export function replyCost(
  summary: ReplySummary | undefined,
  model: string,
  serverPrices: readonly ModelPrice[] = [],
): number | undefined {
  if (summary?.reportedCost !== undefined) return summary.reportedCost;
  const prices = (priceOf(serverPrices, model) ?? priceOf(LIST_PRICES, model))?.perMillion;
  return summary?.usage && prices ? usageCost(summary.usage, prices) : undefined;
}

/** The cost of a job after one more reply. */
export function addCost(cost: JobCost | undefined, amount: number | undefined): JobCost {
  const { amount: before, unknownReplies } = cost ?? { amount: 0, unknownReplies: 0 };
  return amount === undefined
    ? { amount: before, unknownReplies: unknownReplies + 1 }
    : { amount: before + amount, unknownReplies };
}
