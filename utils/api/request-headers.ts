import { FailureError } from '../core/failure/failure';
import type { PictureServer } from '../core/ports';

/** Shorter keys and values hide nothing, and masking them would make words unreadable. */
const SHORTEST_KEY = 4;
const SHORTEST_SECRET = 6;

/** A word in the name of a header whose value is a secret, whatever it is. `portkey` is the name of a product. */
const SECRET_WORD =
  /^(?:auth(?:orization)?|(?:api|access|auth|client|app)?(?:key|token|secret)|pass\w*|credentials?|cookie|session|signature)$/;

/** A word in the name of a header whose value is a choice, and no secret unless it looks drawn at random. */
const CHOICE_WORD =
  /^(?:provider|model|mode|version|region|title|referer|accept|language|cache|beta|route|strategy|format|llm)$/;

/** A part that was drawn at random: it is long and mixes letters and digits. */
const RANDOM_PART = /^(?=.*\d)(?=.*[a-z])[\da-z]{12,}$/i;

function hasWord(name: string, shape: RegExp): boolean {
  return name
    .toLowerCase()
    .split(/[^a-z]+/)
    .some((word) => shape.test(word));
}

/** Schemes in front of a secret (RFC 9110 §11.1). */
const SCHEME = /^(?:bearer|basic|token|apikey|digest)$/i;

/** Words that are no secret: names, versions, dates, regions, media types, addresses and flags. */
const PLAIN_WORDS = [
  /^[a-z]{1,16}$/i,
  /^v?\d+(?:\.\d+)*$/i,
  /^\d{4}-\d{2}-\d{2}(?:-[a-z]+)?$/i,
  /^[a-z]{2}-[a-z]+-\d$/i,
  /^[a-z]+\/[a-z.+*-]+$/i,
  /^https?:\/\//i,
  /^[a-z]+=v?\d{0,4}$/i,
] as const;

function canBeSecret(name: string, word: string): boolean {
  if (PLAIN_WORDS.some((shape) => shape.test(word))) return false;
  if (!hasWord(name, CHOICE_WORD)) return true;
  return word.split(/[^\da-z]+/i).some((part) => RANDOM_PART.test(part));
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
  const words = value.split(/[\s,;]+/).filter((word) => word.length >= SHORTEST_SECRET);
  if (!hasWord(name, SECRET_WORD)) return words.filter((word) => canBeSecret(name, word));
  return [value, ...words].filter((word) => word.length >= SHORTEST_SECRET && !SCHEME.test(word));
}

/** The fields of a query, with each value as it is sent and as it is read. */
function queryFields(baseUrl: string): readonly (readonly [string, string])[] {
  const fields = [...new URL(baseUrl).searchParams];
  return fields.flatMap(([name, value]) => [
    [name, value] as const,
    [name, encodeURIComponent(value)] as const,
  ]);
}

/**
 * What must never be stored or shown: the key, and what can be a secret of the person's own headers and of the query of
 * the base URL.
 */
export function secretsOf({ baseUrl, key, headers = {} }: PictureServer): readonly string[] {
  const keys = key !== undefined && key.length >= SHORTEST_KEY ? [key] : [];
  const fields = [...Object.entries(headers), ...queryFields(baseUrl)];
  return [...new Set([...keys, ...fields.flatMap(secretsIn)])];
}
