import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { classifyError, namesCause } from '@/utils/api/classify-error';
import { errorDetails } from '@/utils/api/error-details';
import { FAILURE_KINDS } from '@/utils/core/failure/failure';
import { OPEN_AI_ERRORS, openAiError, type ErrorSample } from '../fixtures/error-bodies';
import { RELAY_ERRORS } from '../fixtures/relay-errors';

/** Samples in a file; the field that holds the kind has one of two names. */
function readSamples(file: string): readonly ErrorSample[] {
  const kind = v.picklist(FAILURE_KINDS);
  const common = { name: v.string(), status: v.number(), body: v.unknown() };
  const sample = v.union([
    v.object({ ...common, kind }),
    v.pipe(
      v.object({ ...common, want: kind }),
      v.transform(({ want, ...others }) => ({ ...others, kind: want })),
    ),
  ]);
  return v.parse(v.array(sample), JSON.parse(readFileSync(`test/fixtures/${file}`, 'utf8')));
}

const SAMPLES = [
  ...OPEN_AI_ERRORS,
  ...RELAY_ERRORS,
  // By the documentation of each provider.
  ...readSamples('provider-errors.json'),
  // Sentences that look like another kind than they are.
  ...readSamples('misleading-errors.json'),
  ...readSamples('reports/a14-errors.json'),
];

it.each(SAMPLES)('$name ($status) is $kind', ({ status, body, kind }) => {
  expect(classifyError(status, errorDetails(body) ?? {})).toBe(kind);
});

it.each(['access', 'content', 'money', 'request'])('has a source above each row of the %s rules', (name) => {
  const text = readFileSync(`utils/api/${name}-rules.ts`, 'utf8');
  const rows = text.split(/^  \{$/m);
  expect(rows.length).toBeGreaterThan(1);
  for (const before of rows.slice(0, -1)) expect(before).toMatch(/\/\/ Source: .{5,}(?:\n  \/\/ .*)*\n$/);
});

describe('an error that names its cause', () => {
  it.each(SAMPLES.filter(({ status, kind }) => [404, 405].includes(status) && kind !== 'wrongEndpoint'))(
    '$name',
    ({ body }) => {
      expect(namesCause(errorDetails(body) ?? {})).toBe(true);
    },
  );

  it.each(SAMPLES.filter(({ kind }) => kind === 'wrongEndpoint'))('is not: $name', ({ body }) => {
    expect(namesCause(errorDetails(body) ?? {})).toBe(false);
  });

  it('is never a wrong address, whatever its status', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SAMPLES), fc.constantFrom(404, 405, 501), ({ body }, status) => {
        const details = errorDetails(body) ?? {};
        expect(classifyError(status, details) === 'wrongEndpoint').toBe(!namesCause(details));
      }),
    );
  });
});

it('decides on words of any kind in no time', () => {
  const words = [
    'quota ',
    'model ',
    'rate limit ',
    'limit: 0 ',
    '模型',
    'account ',
    'prompt ',
    'must be ',
    '{"a":',
  ];
  for (const word of words) {
    const begin = performance.now();
    classifyError(400, errorDetails(openAiError({ message: word.repeat(5000) })) ?? {});
    expect(performance.now() - begin).toBeLessThan(300);
  }
});
