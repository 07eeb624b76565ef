import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FAILURE_KINDS, type Failure } from '@/utils/core/failure/failure';
import { AUTOMATIC_RETRIES, automaticWait, STATED_RETRIES } from '@/utils/core/failure/retry-policy';

const limited = (retryAfterSeconds?: number): Failure => ({
  kind: 'rateLimited',
  status: 429,
  ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
});

/** Failures of requests that were not carried out. */
const NOT_CARRIED_OUT: readonly Failure[] = [
  limited(),
  { kind: 'rateLimited', status: 503 },
  { kind: 'serverError', status: 503 },
];

describe('a request that was not carried out', () => {
  it.each(NOT_CARRIED_OUT)('is made again without a click: %j', (failure) => {
    expect(automaticWait({ ...failure, retryAfterSeconds: 30 }, 0, 0)).toBe(30_000);
    expect(automaticWait(failure, 0, 0.5)).toBeGreaterThan(0);
  });

  it('is made a little after the time the server named, never before', () => {
    const seconds = fc.double({ min: 0, max: 900, noNaN: true });
    const random = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(seconds, random, (asked, chance) => {
        const wait = automaticWait(limited(asked), 0, chance) ?? NaN;
        expect(wait).toBeGreaterThanOrEqual(asked * 1000);
        expect(wait).toBeLessThanOrEqual(Math.ceil(asked * 1000 + 500));
      }),
    );
  });

  it('is left to the person when the server wants more than a quarter of an hour', () => {
    expect(automaticWait(limited(900), 0, 0)).toBe(900_000);
    expect(automaticWait(limited(901), 0, 0)).toBeUndefined();
  });

  it('waits longer each time when the server names no time', () => {
    const longest = Array.from({ length: AUTOMATIC_RETRIES }, (_, retries) =>
      automaticWait(limited(), retries, 1),
    );
    expect(longest).toEqual([2000, 4000, 8000, 16_000]);
  });

  it('waits some of that, by chance, but never nothing', () => {
    const random = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.nat(AUTOMATIC_RETRIES - 1), random, (retries, chance) => {
        const wait = automaticWait(limited(), retries, chance) ?? NaN;
        expect(wait).toBeGreaterThanOrEqual(250);
        expect(wait).toBeLessThanOrEqual(60_000);
      }),
    );
  });

  it('waits a whole number of milliseconds, or for a click', () => {
    const asked = fc.option(fc.double(), { nil: undefined });
    const random = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(asked, fc.nat(30), random, (seconds, retries, chance) => {
        const wait = automaticWait(limited(seconds), retries, chance);
        if (wait === undefined) return;
        expect(wait).toSatisfy(Number.isSafeInteger);
        expect(wait).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('goes on longer while the server says how long, and not without end', () => {
    expect(automaticWait(limited(51.84), AUTOMATIC_RETRIES, 0)).toBe(51_840);
    expect(automaticWait(limited(12), STATED_RETRIES - 1, 0)).toBe(12_000);
    expect(automaticWait(limited(12), STATED_RETRIES, 0)).toBeUndefined();
    expect(automaticWait(limited(0), AUTOMATIC_RETRIES, 0)).toBeUndefined();
  });

  it('is given up after so many times', () => {
    expect(automaticWait(limited(1), AUTOMATIC_RETRIES - 1, 0)).toBe(1000);
    expect(automaticWait(limited(1), AUTOMATIC_RETRIES, 0)).toBeUndefined();
  });
});

describe('a request that may have been carried out', () => {
  it.each(FAILURE_KINDS.filter((kind) => kind !== 'rateLimited' && kind !== 'serverError'))(
    'is made again only by a click: %s',
    (kind) => {
      for (const status of [undefined, 429, 503]) {
        const failure = { kind, retryAfterSeconds: 1, ...(status !== undefined && { status }) };
        expect(automaticWait(failure, 0, 0)).toBeUndefined();
      }
    },
  );

  it.each([undefined, 500, 502, 504, 524])('is made again only by a click: a server error %s', (status) => {
    const failure = {
      kind: 'serverError',
      retryAfterSeconds: 1,
      ...(status !== undefined && { status }),
    } as const;
    expect(automaticWait(failure, 0, 0)).toBeUndefined();
  });

  it.each([undefined, 200, 400, 500])('is made again only by a click: a limit told with %s', (status) => {
    const failure = {
      kind: 'rateLimited',
      retryAfterSeconds: 1,
      ...(status !== undefined && { status }),
    } as const;
    expect(automaticWait(failure, 0, 0)).toBeUndefined();
  });
});
