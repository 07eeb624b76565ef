const MASK = '•••';

/** What API keys look like: OpenAI's `sk-…`, and the value of an `Authorization` header. Words such as `sk-learn` do not. */
const KEY_SHAPES = [
  /\bsk-(?=[\w-]*[\dA-Z])[\w-]{8,}/g,
  /\b[Bb]earer\s+(?=[\w.~+/=-]*\d)[\w.~+/=-]{8,}/g,
] as const;

/** Masks what is shaped like an API key, as the last net behind masking by value. */
export function maskKeyShapes(text: string): string {
  return KEY_SHAPES.reduce((rest, shape) => rest.replace(shape, MASK), text);
}
