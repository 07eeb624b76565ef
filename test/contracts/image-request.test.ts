import { describe, expect, it } from 'vitest';
import { KNOWN_MODELS } from '@/utils/core/model/models';
import { offeredRequests } from './offered-requests';
import { hasOfficialSchema, readStrictOfficialSchema } from './official-schema';
import { createMistakeFinder, readJsonObject, type FindMistakes } from './schema-mistakes';

/** A value that is newer than the official description, or that it names elsewhere. */
interface NewerValue {
  readonly field: string;
  readonly values: readonly string[];
  readonly models: readonly string[];
  readonly reason: string;
}

const NEWEST = [
  'gpt-image-2.5-flare',
  'gpt-image-2.5-sunburst',
  'gpt-image-2.6-flare',
  'gpt-image-2.6-sunburst',
];

/** Everything we send that the official description of August 2026 does not name; there is nothing else. */
const NEWER_VALUES: readonly NewerValue[] = [
  { field: 'model', values: NEWEST, models: NEWEST, reason: 'these models came in autumn 2026' },
  {
    field: 'model',
    values: ['chatgpt-image-latest'],
    models: ['chatgpt-image-latest'],
    reason: 'named only in the prose of /images/edits, and taken here as well',
  },
  { field: 'quality', values: ['xhigh', 'max'], models: NEWEST, reason: 'came with gpt-image-2.5' },
  {
    field: 'size',
    values: ['2048x2048', '2560x1440', '1440x2560', '3840x2160', '2160x3840'],
    models: ['gpt-image-2', ...NEWEST],
    reason: 'free sizes are described in words, which the list of values does not follow',
  },
];

function newerValueOf(model: string, field: string, value: unknown): NewerValue | undefined {
  return NEWER_VALUES.find(
    (newer) =>
      newer.field === field && newer.models.includes(model) && newer.values.some((one) => one === value),
  );
}

describe('every request that can be made', () => {
  const mistakes = createMistakeFinder(
    readJsonObject(new URL('../fixtures/image-request-schema.json', import.meta.url)),
  );

  it.each(KNOWN_MODELS)('of %s is what our documentation says', (model) => {
    const requests = offeredRequests(model);
    expect(requests.length).toBeGreaterThan(20);
    for (const request of requests) expect(mistakes(request), JSON.stringify(request)).toEqual([]);
  });

  it.each<[string, Record<string, unknown>]>([
    ['no prompt', { model: 'dall-e-2' }],
    ['an empty prompt', { model: 'dall-e-2', prompt: '' }],
    ['a prompt that is too long', { model: 'dall-e-2', prompt: '🦊'.repeat(1001) }],
    ['two pictures of dall-e-3', { model: 'dall-e-3', prompt: 'a', n: 2 }],
    ['eleven pictures', { model: 'gpt-image-1', prompt: 'a', n: 11 }],
    ['nothing, written out', { model: 'gpt-image-1', prompt: 'a', size: null }],
    ['a style of gpt-image', { model: 'gpt-image-1', prompt: 'a', style: 'vivid' }],
    ['a quality of a later model', { model: 'gpt-image-2', prompt: 'a', quality: 'max' }],
    ['a size of a later model', { model: 'gpt-image-1', prompt: 'a', size: '2048x2048' }],
    ['base64 from gpt-image', { model: 'gpt-image-2', prompt: 'a', response_format: 'b64_json' }],
    ['a stream of dall-e', { model: 'dall-e-3', prompt: 'a', stream: true }],
    ['previews without a stream', { model: 'gpt-image-1', prompt: 'a', partial_images: 1 }],
    ['a compressed PNG', { model: 'gpt-image-1', prompt: 'a', output_compression: 70 }],
    [
      'a transparent JPEG',
      { model: 'gpt-image-2.6-flare', prompt: 'a', background: 'transparent', output_format: 'jpeg' },
    ],
  ])('would be found out if it had %s', (_, request) => {
    expect(mistakes(request)).not.toEqual([]);
  });
});

describe.runIf(hasOfficialSchema)('every request that can be made, by the official schema', () => {
  // Read only where it is there: what is described is run even when it is skipped.
  const officialMistakes: FindMistakes = hasOfficialSchema
    ? createMistakeFinder(readStrictOfficialSchema())
    : () => [];

  it.each(KNOWN_MODELS)('of %s has only fields and values that are named, or known to be newer', (model) => {
    for (const request of offeredRequests(model)) {
      const unknown = officialMistakes(request).filter(({ instancePath }) => {
        const field = instancePath.slice(1);
        return newerValueOf(model, field, request[field]) === undefined;
      });
      expect(unknown, JSON.stringify(request)).toEqual([]);
    }
  });

  it.each(
    NEWER_VALUES.flatMap(({ field, values, reason }) => values.map((value) => ({ field, value, reason }))),
  )('needs an exception for $field $value, because $reason', ({ field, value }) => {
    const request = { model: 'gpt-image-2', prompt: 'a fox', [field]: value };
    expect(officialMistakes(request).map(({ instancePath }) => instancePath)).toEqual([`/${field}`]);
  });

  it('finds a field that is not described', () => {
    expect(officialMistakes({ model: 'gpt-image-2', prompt: 'a fox', complexity: 'low' })).not.toEqual([]);
  });
});
