import type { Failure } from '../failure/failure';
import { isOptional, type ImageRequest } from './image-request';

/** Codes and words by which servers say that they do not know a field at all, rather than one of its values. */
const UNKNOWN_FIELD =
  /unknown[_ ]parameter|unsupported[_ ]parameter|unrecogni[sz]ed|unexpected (?:field|keyword)|extra[_ ](?:inputs|fields)|does not support the|(?:parameter|argument|field).*(?:not supported|unsupported|not permitted|not allowed)|不支持.*参数|参数.*不支持|未知参数/i;

/**
 * The field of a request that a server refuses by name, when the request can do without: it was refused before
 * anything was drawn, so that asking once more without it costs nothing (image-api §1.4).
 */
export function refusedField(failure: Failure, request: ImageRequest): string | undefined {
  const { kind, parameter, code = '', detail = '' } = failure;
  if (kind !== 'invalidParameter' || parameter === undefined || !isOptional(parameter)) return undefined;
  if (!Object.hasOwn(request, parameter)) return undefined;
  return UNKNOWN_FIELD.test(`${code} ${detail}`) ? parameter : undefined;
}
