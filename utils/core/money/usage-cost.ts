import type { TokenPrices } from '../model/model-price';
import { asDollars } from '../number/bounded';
import type { Usage } from '../request/image-reply';

const MILLION = 1_000_000;

/**
 * The dollars for tokens that are divided into text and pictures. What the parts lack of the whole belongs to the kind
 * that is not told; where both are, it is something else that is billed (reasoning) and takes the dearer price.
 */
function divided(
  whole: number,
  text: number | undefined,
  image: number | undefined,
  prices: { readonly text: number; readonly image: number },
  untold: 'text' | 'image',
): number {
  const rest = Math.max(0, whole - (text ?? 0) - (image ?? 0));
  const told = (text ?? 0) * prices.text + (image ?? 0) * prices.image;
  if (text !== undefined && image !== undefined) return told + rest * Math.max(prices.text, prices.image);
  if (text === undefined && image === undefined) return rest * prices[untold];
  return told + rest * (text === undefined ? prices.text : prices.image);
}

/**
 * What tokens cost in US dollars (image-api §4): each kind at its own price, cached input at the full one. Where the
 * parts do not add up to the totals, the larger figure counts. `undefined` where no output is told, or none at all: a
 * picture takes some.
 */
export function usageCost(usage: Usage, prices: TokenPrices): number | undefined {
  const { totalTokens = 0, inputTokens = 0, inputTextTokens, inputImageTokens } = usage;
  const { outputTokens, outputTextTokens, outputImageTokens } = usage;
  const toldInput = Math.max(inputTokens, (inputTextTokens ?? 0) + (inputImageTokens ?? 0));
  const toldOutput = Math.max(outputTokens ?? 0, (outputTextTokens ?? 0) + (outputImageTokens ?? 0));
  if (toldOutput === 0) return undefined;
  const input = { text: prices.textInput, image: prices.imageInput };
  const output = { text: prices.textOutput, image: prices.imageOutput };
  const beyond = Math.max(0, totalTokens - toldInput - toldOutput);
  return asDollars(
    (divided(toldInput, inputTextTokens, inputImageTokens, input, 'text') +
      divided(toldOutput, outputTextTokens, outputImageTokens, output, 'image') +
      beyond * Math.max(output.text, output.image)) /
      MILLION,
  );
}
