function secondsOf(header: string): number | undefined {
  if (!/^\d*\.?\d+$/.test(header)) return undefined;
  return Number(header);
}

/**
 * How long a server asks to be left alone, in seconds with fractions: `retry-after-ms`, or `retry-after` as a number
 * or a date (RFC 9110 §10.2.3); a date that is over means at once.
 * @param now milliseconds since the epoch
 */
export function retryAfterSeconds(headers: Headers, now: number): number | undefined {
  const milliseconds = secondsOf(headers.get('retry-after-ms') ?? '');
  if (milliseconds !== undefined) return milliseconds / 1000;
  const header = headers.get('retry-after') ?? '';
  const date = /[a-z]/i.test(header) ? Date.parse(header) : NaN;
  return Number.isNaN(date) ? secondsOf(header) : Math.max(0, date - now) / 1000;
}
