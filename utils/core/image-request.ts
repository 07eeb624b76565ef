import { fitParameters, type GenerationParameters } from './generation-parameters';
import { familyOf } from './models';

/** JSON body of `POST {base}/images/generations`; only fields that were set are in it. */
export interface ImageRequest extends GenerationParameters {
  readonly prompt: string;
  readonly response_format?: 'b64_json';
}

/**
 * The body to send for a prompt. Some servers refuse unknown fields before drawing and others pass them on, so a
 * field the model does not take is never sent, and neither are `null` or empty values.
 */
export function buildImageRequest(prompt: string, parameters: GenerationParameters): ImageRequest {
  const { takesResponseFormat } = familyOf(parameters.model);
  return {
    ...fitParameters(parameters),
    prompt,
    ...(takesResponseFormat && { response_format: 'b64_json' as const }),
  };
}
