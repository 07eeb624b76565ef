import { FailureError } from '../core/failure/failure';
import type { PictureServer } from '../core/ports';

/** Shorter keys and values hide nothing, and masking them would make words unreadable. */
const SHORTEST_KEY = 4;
const SHORTEST_SECRET = 6;

/** A word in the name of a header whose value is a secret, whatever it is. `portkey` is the name of a product. */
const SECRET_WORD =
  /^(?:auth(?:orization)?|(?:api|access|auth|client|app)?(?:key|token|secret)|pass\w*|credentials?|cookie|session|signature)$/;

function namesSecret(name: string): boolean {
  return name
    .toLowerCase()
    .split(/[^a-z]+/)
    .some((word) => SECRET_WORD.test(word));
}

/** Schemes in front of a secret (RFC 9110 §11.1). */
const SCHEME = /^(?:bearer|basic|token|apikey|digest)$/i;

/** A part of a value that was drawn at random: no word, name, version or date is so long and mixes letters and digits. */
const RANDOM_PART = /^(?=.*\d)(?=.*[a-z])[\da-z]{12,}$/i;

function isRandom(value: string): boolean {
  return value.split(/[^\da-z]+/i).some((part) => RANDOM_PART.test(part));
}

/**
 * Headers for the server the person chose, and for no other: the key, then the person's own, which win.
 * @throws FailureError `authentication` when one cannot be sent at all, as a key cut short with `…` when it was copied
 */
export function requestHeaders(
  { baseUrl, key, headers = {} }: PictureServer,
  own: HeadersInit = {},
): Headers {
  try {
    const all = new Headers(own);
    if (key) all.set('authorization', `Bearer ${key}`);
    for (const [name, value] of Object.entries(headers)) all.set(name, value);
    return all;
  } catch {
    // What was thrown may quote the key, so it goes no further.
    throw new FailureError({ kind: 'authentication', host: new URL(baseUrl).host });
  }
}

/** The secrets in one header: the value and each of its words, where they can be secret. */
function secretsIn([name, value]: readonly [string, string]): readonly string[] {
  const words = [value, ...value.split(/[\s,;]+/)];
  return words.filter(
    (word) => word.length >= SHORTEST_SECRET && !SCHEME.test(word) && (namesSecret(name) || isRandom(word)),
  );
}

/** What must never be stored or shown: the key, and of the person's own headers what can be a secret. */
export function secretsOf({ key, headers = {} }: Pick<PictureServer, 'key' | 'headers'>): readonly string[] {
  const keys = key !== undefined && key.length >= SHORTEST_KEY ? [key] : [];
  return [...keys, ...Object.entries(headers).flatMap(secretsIn)];
}
