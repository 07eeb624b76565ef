import { withoutVendor } from './models';

/** What a model costs, in US dollars: by picture, or by a million tokens of each kind. */
export interface ModelPrice {
  readonly model: string;
  /** A flat price for each picture. */
  readonly perPicture?: number;
  /** Prices by a million tokens. */
  readonly perMillion?: TokenPrices;
}

export interface TokenPrices {
  readonly textInput: number;
  readonly imageInput: number;
  readonly imageOutput: number;
  readonly textOutput: number;
}

/** Dated snapshots (`gpt-image-2-2026-04-21`) cost what their model does. */
export function undated(model: string): string {
  return withoutVendor(model).replace(/-\d{4}-\d{2}-\d{2}$/, '');
}

/** The price of a model in a list: its own, otherwise that of the model a snapshot belongs to. */
export function priceOf(prices: readonly ModelPrice[], model: string): ModelPrice | undefined {
  return (
    prices.find((price) => price.model === model) ?? prices.find((price) => price.model === undated(model))
  );
}

/** Whether a server's own price list says that a model costs nothing. Only then is a cost of zero known. */
export function isFree(prices: readonly ModelPrice[], model: string): boolean {
  const price = priceOf(prices, model);
  if (price?.perPicture !== undefined) return price.perPicture === 0;
  return price?.perMillion !== undefined && Object.values(price.perMillion).every((dollars) => dollars === 0);
}
