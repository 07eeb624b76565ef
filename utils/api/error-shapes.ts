import { asList, asObject, asText, type JsonObject } from './json-value';

/** The parts below an object that may hold its error, or explain it. */
export interface ErrorParts {
  /** The error itself, which the object only carries. */
  readonly errors: readonly unknown[];
  /** What explains the error that the object is. */
  readonly causes: readonly unknown[];
}

/**
 * Fields that carry the error (image-api §2.2): OpenAI, Google and xAI `error`; Volcengine `Error` inside
 * `ResponseMetadata`; Cloudflare `errors`; FastAPI `detail`; MiniMax `base_resp`; DashScope `output`; Spark `header`;
 * the Responses API `response`; Gemini `promptFeedback`; Imagen `predictions`.
 */
const WRAPPERS = [
  'error',
  'Error',
  'errors',
  'detail',
  'ResponseMetadata',
  'base_resp',
  'output',
  'header',
  'response',
  'promptFeedback',
  'predictions',
] as const;

/** Fields that explain an error: Azure `inner_error` and `innererror`, OpenRouter `metadata.raw`, Google `details`. */
const CAUSES = [
  'inner_error',
  'innererror',
  'metadata',
  'raw',
  'cause',
  'upstream_error',
  'provider_error',
  'body',
  'violations',
  'fieldViolations',
  'invalid_fields',
] as const;

/** A bare word in a cause is a name rather than a sentence, and says nothing to a person. */
function isWorthReading(value: unknown): boolean {
  const text = asText(value);
  return text === undefined || /\s|[[{]/.test(text);
}

/** Most entries of Google's `details` that are read; each is of another kind. */
const DETAILS_LIMIT = 10;

/** Where an object may hold its error, and where what explains it; in the order they are tried. */
export function partsOf(part: JsonObject): ErrorParts {
  const { details } = part;
  return {
    errors: WRAPPERS.map((field) => part[field]).filter((value) => asObject(value) ?? asList(value)),
    causes: [
      ...CAUSES.map((field) => part[field]).filter((value) => value !== undefined && isWorthReading(value)),
      ...(asList(details)?.slice(0, DETAILS_LIMIT) ?? [asObject(details)]),
    ],
  };
}
