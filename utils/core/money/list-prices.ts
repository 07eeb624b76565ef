import type { ModelPrice, TokenPrices } from '../model/model-price';

/** The day these prices were looked up. */
export const PRICES_AS_OF = '2026-11-22';

const CURRENT: TokenPrices = { textInput: 5, imageInput: 8, imageOutput: 30, textOutput: 30 };

/** OpenAI's list prices in US dollars by a million tokens (image-api §4). Relays set their own. */
export const LIST_PRICES: readonly ModelPrice[] = [
  { model: 'gpt-image-1', perMillion: { textInput: 5, imageInput: 10, imageOutput: 40, textOutput: 40 } },
  { model: 'gpt-image-1-mini', perMillion: { textInput: 2, imageInput: 2.5, imageOutput: 8, textOutput: 8 } },
  { model: 'gpt-image-1.5', perMillion: { textInput: 5, imageInput: 8, imageOutput: 32, textOutput: 10 } },
  { model: 'gpt-image-2', perMillion: CURRENT },
  { model: 'gpt-image-2.5-flare', perMillion: CURRENT },
  { model: 'gpt-image-2.5-sunburst', perMillion: CURRENT },
  { model: 'gpt-image-2.6-flare', perMillion: CURRENT },
  { model: 'gpt-image-2.6-sunburst', perMillion: CURRENT },
];
