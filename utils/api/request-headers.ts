import { FailureError } from '../core/failure/failure';
import type { PictureServer } from '../core/ports';

/** Below this length a header's value is no secret, and masking it would make words unreadable. */
const SHORTEST_SECRET = 6;

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

/** What must never be stored or shown: the key, and each word of the person's own headers that may be one. */
export function secretsOf({ key, headers = {} }: Pick<PictureServer, 'key' | 'headers'>): readonly string[] {
  const values = Object.values(headers);
  const words = values.flatMap((value) => value.split(/\s+/));
  const secrets = [...values, ...words].filter((value) => value.length >= SHORTEST_SECRET);
  return key === undefined ? secrets : [key, ...secrets];
}
