import { asSeconds } from '../core/number/bounded';
import { durationSeconds, secondsInSentence } from './spoken-duration';

/** Below this a number is seconds from now, above it seconds since the epoch, and from the second bound milliseconds. */
const EPOCH_SECONDS_FROM = 1e9;
const EPOCH_MILLISECONDS_FROM = 1e12;

/** A number of seconds, a moment since the epoch, a date, or a duration such as `6m0s`, as seconds from now. */
function secondsUntil(value: string, now: number): number | undefined {
  const text = value.trim();
  if (/^\d*\.?\d+$/.test(text)) {
    const number = Number(text);
    if (number < EPOCH_SECONDS_FROM) return asSeconds(number);
    const moment = number < EPOCH_MILLISECONDS_FROM ? number * 1000 : number;
    return asSeconds(Math.max(0, moment - now) / 1000);
  }
  if (/^[\d.]/.test(text) && !text.includes(':')) return durationSeconds(text);
  const date = /\d{4}/.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(date) ? undefined : asSeconds(Math.max(0, date - now) / 1000);
}

/** `retry-after-ms` (Azure), or `retry-after` as seconds or a date (RFC 9110 §10.2.3); a date that is over means at once. */
function retryHeader(headers: Headers, now: number): number | undefined {
  const milliseconds = asSeconds(headers.get('retry-after-ms') ?? '');
  if (milliseconds !== undefined) return milliseconds / 1000;
  return secondsUntil(headers.get('retry-after') ?? '', now);
}

const RESET = /^(x-)?ratelimit(?:-(\w+))?-reset(?:-(\w+))?$/;

/** Whether a limit with requests or tokens left is not the one that was hit. */
function hasSomeLeft(headers: Headers, [, prefix = '', before, after]: RegExpExecArray): boolean {
  const names = [before && `${before}-remaining`, `remaining${after ? `-${after}` : ''}`];
  return names.some((name) => Number(headers.get(`${prefix}ratelimit-${name}`) ?? 0) > 0);
}

/**
 * The longest time until a limit that was hit is over: `x-ratelimit-reset-requests: 1s` (OpenAI), `x-ratelimit-reset` as
 * a moment (OpenRouter), `ratelimit-reset: 30` and `ratelimit: …;t=30` (IETF draft-ietf-httpapi-ratelimit-headers).
 */
function resetHeaders(headers: Headers, now: number): number | undefined {
  const combined = /\b(?:reset|t)=(\d+)/.exec(headers.get('ratelimit') ?? '')?.[1];
  const waits = [combined === undefined ? undefined : asSeconds(combined)];
  headers.forEach((value, name) => {
    const match = RESET.exec(name.toLowerCase());
    if (match && !hasSomeLeft(headers, match)) waits.push(secondsUntil(value, now));
  });
  const known = waits.filter((wait) => wait !== undefined);
  return known.length > 0 ? Math.max(...known) : undefined;
}

/**
 * How long a server asks to wait, in seconds with fractions, from 0 to 10⁶: the header `retry-after`, the server's
 * sentence, or the headers that say when a rate limit is over.
 * @param now milliseconds since the epoch
 * @param message the server's sentence, in English or Chinese
 */
export function retryAfterSeconds(headers: Headers, now: number, message = ''): number | undefined {
  return retryHeader(headers, now) ?? secondsInSentence(message, now) ?? resetHeaders(headers, now);
}
