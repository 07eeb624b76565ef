import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errorDetails } from '@/utils/api/error-details';
import { retryAfterSeconds } from '@/utils/api/retry-after';

/** Wed, 21 Oct 2026 07:27:30 GMT */
const NOW = Date.UTC(2026, 9, 21, 7, 27, 30);

const wait = (headers: Readonly<Record<string, string>>, message?: string): number | undefined =>
  retryAfterSeconds(new Headers(headers), NOW, message);

describe('the wait in a sentence', () => {
  it.each<[string, number]>([
    ['Rate limit reached. Please try again after 51.84 seconds.', 51.84],
    ['Rate limit reached for gpt-image-1 on images per min: Limit 5, Used 5. Please try again in 12s.', 12],
    ['Limit: 5 / 1min. Current: 6 / 1min. Please try again in 500ms.', 0.5],
    ['Please try again in 1m30s. Contact us for more.', 90],
    ['Please try again in 6m0s', 360],
    ['retry in 2 minutes', 120],
    ['Please retry after 51 seconds. Please contact support.', 51],
    ['Please wait 20 seconds before the next request.', 20],
    ['You must wait at least 1 hour and 5 minutes.', 3900],
    ['Too many requests from this IP, please try again after 15 minutes', 900],
    ['Please retry in 46.207934481s.', 46.207934481],
    ['Please retry in 10h17m5.5s.', 37_025.5],
    ['The limit resets in 3 minutes.', 180],
    ['In 30 seconds you may try again.', 30],
    ['{"@type":"RetryInfo","retryDelay": "34s"}', 34],
    ['{"error":"slow down","retry_after": 7}', 7],
    ['{"retry_after_ms": 2500}', 2.5],
    ['Please try again after 2026-10-21T07:28:00Z.', 30],
    ['请在 30 秒后重试', 30],
    ['请等待1分钟', 60],
    ['请求过于频繁，请1分30秒后再试', 90],
    ['已达到上限，您的限额将在 2 小时后重置', 7200],
    ['请稍候 500 毫秒再试', 0.5],
    ['请于10秒之后重新尝试', 10],
  ])('%j is %d seconds', (message, seconds) => {
    expect(wait({}, message)).toBeCloseTo(seconds, 6);
  });

  it.each([
    'Please try again later.',
    'Rate limit exceeded for images per minute. Limit: 5/1min. Current: 6/1min.',
    'You can make 5 requests per 1 minute.',
    '您已达到请求数限制：1分钟内最多请求5次',
    'Retry with 2 models.',
    'Please wait. The model takes 512 seconds at most.',
    'Please try again in 99999999 days.',
    '请稍后再试',
    '',
  ])('is not in %j', (message) => {
    expect(wait({}, message)).toBeUndefined();
  });
});

describe('the wait in headers', () => {
  it.each<[Readonly<Record<string, string>>, number | undefined]>([
    [{ 'retry-after': '9'.repeat(400) }, undefined],
    [{ 'retry-after': '1e400' }, undefined],
    [{ 'retry-after': 'Infinity' }, undefined],
    [{ 'retry-after': '1000001' }, undefined],
    [{ 'retry-after': '30s' }, 30],
    [{ 'x-ratelimit-reset-requests': '1s' }, 1],
    [{ 'x-ratelimit-reset-requests': '6m0s' }, 360],
    [{ 'x-ratelimit-reset-requests': '1s', 'x-ratelimit-reset-tokens': '6m0s' }, 360],
    [
      {
        'x-ratelimit-reset-requests': '12s',
        'x-ratelimit-remaining-requests': '0',
        'x-ratelimit-reset-tokens': '6m0s',
        'x-ratelimit-remaining-tokens': '900',
      },
      12,
    ],
    [{ 'x-ratelimit-reset': String(NOW / 1000 + 45) }, 45],
    [{ 'x-ratelimit-reset': String(NOW + 45_000) }, 45],
    [{ 'x-ratelimit-reset': String(NOW / 1000 - 45) }, 0],
    [{ 'x-ratelimit-reset': '2026-10-21T07:28:00Z' }, 30],
    [{ 'x-ratelimit-requests-reset': '20', 'x-ratelimit-requests-remaining': '0' }, 20],
    [{ 'ratelimit-reset': '30' }, 30],
    [{ ratelimit: '"default";r=0;t=50' }, 50],
    [{ ratelimit: 'limit=10, remaining=0, reset=50' }, 50],
    [{ 'x-ratelimit-limit-requests': '5' }, undefined],
    [{ 'x-ratelimit-reset-requests': 'soon' }, undefined],
  ])('%j is %s seconds', (headers, seconds) => {
    expect(wait(headers)).toBe(seconds);
  });

  it('is the server’s own before that of a sentence, and both before the end of a limit', () => {
    const headers = { 'x-ratelimit-reset-requests': '7s' };
    expect(wait({ ...headers, 'retry-after': '3' }, 'Try again in 5s.')).toBe(3);
    expect(wait(headers, 'Try again in 5s.')).toBe(5);
    expect(wait(headers, 'Slow down.')).toBe(7);
  });
});

it('is in range whatever a server writes', () => {
  const text = fc.oneof(fc.string(), fc.double().map(String), fc.bigInt().map(String));
  const headerText = text.map((value) => value.replace(/[^\x20-\x7e]/g, ''));
  fc.assert(
    fc.property(headerText, text, fc.constantFrom('s', 'm', 'ms', ' days', '秒'), (header, number, unit) => {
      const seconds = wait({ 'retry-after': header }, `try again in ${number}${unit} 后重试`);
      if (seconds === undefined) return;
      expect(seconds).toBeGreaterThanOrEqual(0);
      expect(seconds).toBeLessThanOrEqual(1e6);
    }),
  );
});

it('reads a sentence of any content in no time', () => {
  for (const part of ['1m ', '9', 'retry ', '1 秒', ' , and', 'again in 1s,', '请等']) {
    const begin = performance.now();
    wait({}, part.repeat(5000 / part.length));
    expect(performance.now() - begin).toBeLessThan(200);
  }
});

it.each([
  [{ error: { details: [{ '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: '34s' }] } }, 34],
  [{ error: { message: 'Slow down.', metadata: { retry_after: 12 } } }, 12],
  [{ error: { message: 'Slow down.' }, retry_after: '1e400' }, undefined],
])('is read from a field of the body: %j', (body, seconds) => {
  expect(errorDetails(body)?.retryAfterSeconds).toBe(seconds);
});
