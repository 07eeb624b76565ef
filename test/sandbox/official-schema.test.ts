import { existsSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, it } from 'vitest';
import * as v from 'valibot';
import { parseJson } from './parse-json';
import type { Sandbox } from './server';
import { generateEvents, post, sandboxForTest } from './testing';

/** The official description of the API; it may lie beside the checkout, and tests pass without it. */
const file = new URL('../../../shared/fixtures/openai-images-schema.json', import.meta.url);
const isHere = existsSync(file);

/** What is wrong with a value by one of the official schemas; empty when nothing is. */
function mistakes(schemaName: string, value: unknown): unknown {
  const document = v.parse(v.record(v.string(), v.unknown()), parseJson(readFileSync(file, 'utf8')));
  // Its own words beside JSON Schema are notes for people and generators, and its formats are not ajv's.
  const ajv = new Ajv({ strict: false, validateFormats: false });
  ajv.addSchema(document, 'api');
  const validate = ajv.getSchema(`api#/components/schemas/${schemaName}`);
  if (!validate) throw new Error(`There is no schema ${schemaName}.`);
  return validate(value) ? [] : validate.errors;
}

async function replyTo(sandbox: Sandbox, body: object): Promise<unknown> {
  return (await post(sandbox, body)).json();
}

it.runIf(isHere).each([
  { model: 'gpt-image-1', prompt: 'a fox', n: 2 },
  { model: 'gpt-image-1', prompt: 'a fox', background: 'transparent', output_format: 'webp' },
  { model: 'dall-e-3', prompt: 'a fox' },
  { model: 'dall-e-2', prompt: 'a fox', size: '256x256', response_format: 'b64_json' },
])('replies as the official schema says: %j', async (body) => {
  const sandbox = await sandboxForTest();
  expect(mistakes('ImagesResponse', await replyTo(sandbox, body))).toEqual([]);
});

it.runIf(isHere)('streams as the official schema says', async () => {
  const sandbox = await sandboxForTest();
  const asked = { model: 'gpt-image-1', prompt: 'a fox', partial_images: 2, n: 2, size: '1536x1024' };
  const events = await generateEvents(sandbox, asked);
  expect(events).toHaveLength(6);
  for (const { data } of events) {
    const isPreview = data.type === 'image_generation.partial_image';
    const name = isPreview ? 'ImageGenPartialImageEvent' : 'ImageGenCompletedEvent';
    expect(mistakes(name, data)).toEqual([]);
    expect(mistakes('ImageGenStreamEvent', data)).toEqual([]);
  }
});

it.runIf(isHere)('refuses and lists as the official schemas say', async () => {
  const sandbox = await sandboxForTest();
  expect(mistakes('ErrorResponse', await replyTo(sandbox, {}))).toEqual([]);
  const models = await fetch(`${sandbox.baseUrl}/models`, { headers: { authorization: 'Bearer k' } });
  expect(mistakes('ListModelsResponse', await models.json())).toEqual([]);
});

it.runIf(isHere)('finds mistakes where there are some', () => {
  expect(mistakes('ImageGenStreamEvent', { type: 'image_generation.completed' })).not.toEqual([]);
  expect(mistakes('ImagesResponse', {})).not.toEqual([]);
});
