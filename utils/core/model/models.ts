import { MODEL_FAMILIES, UNKNOWN_FAMILY, type ModelFamily } from './model-families';

/** What the default server's own documentation leads with; it takes the most parameters of the three it names. */
export const DEFAULT_MODEL = 'gpt-image-1';

/** Ids of all described models, families in the order of `MODEL_FAMILIES`. */
export const KNOWN_MODELS: readonly string[] = MODEL_FAMILIES.flatMap((family) => family.models);

/** A model id without the prefix some relays give it: `openai/gpt-image-1`. */
export function withoutVendor(model: string): string {
  return model.slice(model.lastIndexOf('/') + 1);
}

/**
 * The family of a model id. A vendor's prefix (`openai/gpt-image-1`) is ignored here and kept in what is sent.
 */
export function familyOf(model: string): ModelFamily {
  const id = withoutVendor(model).toLowerCase();
  const family = MODEL_FAMILIES.find(({ prefixes }) => prefixes.some((prefix) => id.startsWith(prefix)));
  return family ?? UNKNOWN_FAMILY;
}
