import { Refusal } from './refusal';

/** Keys that begin so are refused even when any key will do, so that a wrong key can be tried out. */
const refusedPrefix = 'wrong';

/**
 * Checks an Authorization header.
 *
 * @param acceptedKey the one key to take; without it any non-empty key passes except those beginning with `wrong`
 * @throws Refusal with status 401 and the same codes as OpenAI: null for no key, `invalid_api_key` for a wrong one
 */
export function checkAuthorization(header: string | undefined, acceptedKey: string | undefined): void {
  const key = /^Bearer +(\S.*)$/i.exec(header ?? '')?.[1]?.trim();
  if (key === undefined) {
    throw unauthorized(
      null,
      "You didn't provide an API key. Send one in the header `Authorization: Bearer YOUR_KEY`.",
    );
  }
  const accepted = acceptedKey === undefined ? !key.startsWith(refusedPrefix) : key === acceptedKey;
  if (!accepted) throw unauthorized('invalid_api_key', `Incorrect API key provided: ${maskKey(key)}.`);
}

/** A key as it may be shown: a few first characters, asterisks, the last four. Short keys vanish completely. */
export function maskKey(key: string): string {
  const shownAtEnd = 4;
  if (key.length <= 2 * shownAtEnd) return '*'.repeat(key.length);
  const shownAtStart = Math.min(8, Math.floor((key.length - shownAtEnd) / 2));
  const hidden = key.length - shownAtStart - shownAtEnd;
  return key.slice(0, shownAtStart) + '*'.repeat(hidden) + key.slice(-shownAtEnd);
}

function unauthorized(code: string | null, message: string): Refusal {
  return new Refusal({ status: 401, type: 'invalid_request_error', param: null, code, message });
}
