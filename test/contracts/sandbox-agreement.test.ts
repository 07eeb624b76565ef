import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freeSizeProblem } from '@/utils/core/model/free-size';
import {
  CHOICE_PARAMETERS,
  choicesFor,
  type ChoiceParameter,
} from '@/utils/core/model/generation-parameters';
import { UNKNOWN_FAMILY } from '@/utils/core/model/model-families';
import { familyOf, KNOWN_MODELS } from '@/utils/core/model/models';
import { relayedFamily, servedFamily } from '../sandbox/api/models';
import { parseGeneration } from '../sandbox/api/parse-generation';
import { Refusal } from '../sandbox/api/refusal';
import { offeredRequests } from './offered-requests';

/** The parameter that the sandbox refuses, or `undefined` when it accepts. */
function refused(body: object): string | null | undefined {
  try {
    parseGeneration(body, relayedFamily);
    return undefined;
  } catch (thrown) {
    if (thrown instanceof Refusal) return thrown.details.param;
    throw thrown;
  }
}

/** Values of any family, and one of none. */
function everyValue(parameter: ChoiceParameter): readonly string[] {
  const models = [...KNOWN_MODELS, 'qwen-image'];
  return [...new Set([...models.flatMap((model) => choicesFor(model, parameter)), 'none-such'])];
}

/** OpenAI takes the only quality dall-e-2 has, although its model page tells to leave it out; we never offer it. */
function isNeverOffered(model: string, parameter: ChoiceParameter, value: string): boolean {
  return model === 'dall-e-2' && parameter === 'quality' && value === 'standard';
}

describe.each(KNOWN_MODELS)('of %s, Depict and its sandbox', (model) => {
  const family = familyOf(model);
  const fox = { model, prompt: 'a fox' };

  it('know the same family', () => {
    expect(servedFamily(model)).toBe(family.name);
  });

  it('agree on every request that can be made', () => {
    for (const request of offeredRequests(model)) {
      expect(refused(request), JSON.stringify(request)).toBeUndefined();
    }
  });

  it.each(CHOICE_PARAMETERS)('agree on every value of %s', (parameter) => {
    for (const value of everyValue(parameter).filter((one) => !isNeverOffered(model, parameter, one))) {
      const free = parameter === 'size' && family.takesFreeSizes && freeSizeProblem(value) === undefined;
      const offered = free || choicesFor(model, parameter).includes(value);
      expect(refused({ ...fox, [parameter]: value }), value).toBe(offered ? undefined : parameter);
    }
  });

  it('agree on the number of pictures in one request', () => {
    expect(refused({ ...fox, n: family.imagesPerRequest })).toBeUndefined();
    expect(refused({ ...fox, n: family.imagesPerRequest + 1 })).toBe('n');
  });

  it('agree on the length of the prompt, in code points', () => {
    const limit = family.promptLimit ?? 0;
    expect(refused({ model, prompt: '🦊'.repeat(limit) })).toBeUndefined();
    expect(refused({ model, prompt: '🦊'.repeat(limit + 1) })).toBe('prompt');
  });

  it('agree on streams, on compression and on base64', () => {
    const compressed = { ...fox, output_format: 'webp', output_compression: 70 };
    const takesFormats = family.outputFormats.length > 0;
    expect(refused({ ...fox, stream: true })).toBe(family.streams ? undefined : 'stream');
    expect(refused({ ...fox, response_format: 'b64_json' })).toBe(
      family.takesResponseFormat ? undefined : 'response_format',
    );
    expect(refused(compressed)).toBe(takesFormats ? undefined : 'output_format');
  });
});

it('Depict and its sandbox agree on free sizes', () => {
  const edge = fc.oneof(
    fc.integer({ min: 0, max: 4000 }),
    fc.integer({ min: 0, max: 250 }).map((steps) => steps * 16),
  );
  fc.assert(
    fc.property(edge, edge, (width, height) => {
      const size = `${width}x${height}`;
      const taken = refused({ model: 'gpt-image-2', prompt: 'a fox', size }) === undefined;
      expect(taken).toBe(freeSizeProblem(size) === undefined);
    }),
    { numRuns: 1000 },
  );
});

it('a relay takes everything that is offered for a model nobody described', () => {
  expect(familyOf('qwen-image')).toBe(UNKNOWN_FAMILY);
  for (const request of offeredRequests('qwen-image')) {
    expect(refused(request), JSON.stringify(request)).toBeUndefined();
  }
});
