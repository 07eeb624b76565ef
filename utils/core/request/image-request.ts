import { fitParameters, type GenerationParameters } from '../model/generation-parameters';
import { UNKNOWN_FAMILY } from '../model/model-families';
import { familyOf } from '../model/models';
import type { Provider } from '../server/provider';

/**
 * JSON body of `POST {base}/images/generations`; only fields that were set are in it, and the provider's extra ones,
 * which are the person's own business.
 */
export interface ImageRequest extends GenerationParameters {
  readonly prompt: string;
  readonly response_format?: 'b64_json';
  readonly [extra: string]: unknown;
}

/** What shapes a request besides what was chosen for the prompt. */
export type RequestManner = Pick<Provider, 'extraBody' | 'base64'> & {
  /** Fields this server refuses for this model. */
  readonly refused: readonly string[];
};

/** Fields without which there is no request, or which the extra ones must not hide. */
const ESSENTIAL: ReadonlySet<string> = new Set(['model', 'prompt', 'n', 'stream', 'partial_images']);

/** Whether a field may be left out, for a server that refuses it by name. */
export function isOptional(field: string): boolean {
  return field !== 'model' && field !== 'prompt';
}

/** Names in a provider's extra JSON that Depict itself decides about. */
export function reservedFields(extraBody: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.keys(extraBody).filter((field) => ESSENTIAL.has(field));
}

function asksForBase64(model: string, base64: Provider['base64']): boolean {
  const family = familyOf(model);
  if (base64 === 'auto') return family.takesResponseFormat;
  return base64 === 'always' && (family.takesResponseFormat || family === UNKNOWN_FAMILY);
}

/**
 * The body to send for a prompt. Some servers refuse unknown fields before drawing and others pass them on, so a
 * field the model does not take is never sent, and neither are `null` or empty values.
 */
export function buildImageRequest(
  prompt: string,
  parameters: GenerationParameters,
  { extraBody, base64, refused }: RequestManner,
): ImageRequest {
  const request: Record<string, unknown> & { model: string; prompt: string } = {
    ...extraBody,
    ...(asksForBase64(parameters.model, base64) && { response_format: 'b64_json' as const }),
    ...fitParameters(parameters),
    prompt,
  };
  for (const field of refused) if (isOptional(field)) delete request[field];
  return request;
}
