import type { FamilyName } from './families';
import type { GenerationRequest } from './parse-generation';

/** Tokens for one picture by quality: square, tall, wide. Figures as developers measured them at OpenAI. */
type TokensByQuality = Readonly<Record<string, readonly [square: number, tall: number, wide: number]>>;

const gptImage1: TokensByQuality = {
  low: [272, 408, 400],
  medium: [1056, 1584, 1568],
  high: [4160, 6240, 6208],
};

const gptImage2: TokensByQuality = {
  low: [196, 166, 166],
  medium: [1756, 1372, 1372],
  high: [7024, 5488, 5488],
};

const gptImage25: TokensByQuality = {
  low: [196, 152, 152],
  medium: [439, 343, 343],
  high: [1756, 1372, 1372],
  xhigh: [3122, 2439, 2439],
  max: [7024, 5488, 5488],
};

const tokens: Readonly<Partial<Record<FamilyName, TokensByQuality>>> = {
  'gpt-image-1': gptImage1,
  'gpt-image-2': gptImage2,
  'gpt-image-2.5': gptImage25,
  'gpt-image-2.6': gptImage25,
};

/** What every preview adds, as OpenAI's guide to image generation says. */
const tokensPerPreview = 100;

/** The `usage` of a reply in tokens for all its pictures, or undefined for the models that are billed by picture. */
export function usageOf(request: GenerationRequest) {
  const perPicture = tokens[request.family]?.[request.quality];
  if (!perPicture) return undefined;
  const { width, height } = request.size;
  const [square, tall, wide] = perPicture;
  const upright = height > width ? tall : wide;
  const picture = width === height ? square : upright;
  const output = request.n * (picture + request.partialImages * tokensPerPreview);
  const input = textTokens(request.prompt);
  return {
    total_tokens: input + output,
    input_tokens: input,
    output_tokens: output,
    input_tokens_details: { text_tokens: input, image_tokens: 0 },
    output_tokens_details: { text_tokens: 0, image_tokens: output },
  };
}

/** A rough count of a prompt's tokens: one for each character beyond Latin-1, one for every four others. */
export function textTokens(prompt: string): number {
  const characters = Array.from(prompt);
  const wide = characters.filter((character) => character > '\u00ff').length;
  return Math.max(1, wide + Math.ceil((characters.length - wide) / 4));
}
