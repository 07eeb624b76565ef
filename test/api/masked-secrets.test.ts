import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listModels } from '@/utils/api/list-models';
import { secretsOf } from '@/utils/api/request-headers';
import { createFakeFetch } from '../fakes/fetch';
import { ask } from './ask';

const KEY = 'sk-canary/0123+456=789';
const HEADER = 'gateway-secret-4711';
const SERVER = { key: KEY, headers: { 'cf-access-client-secret': HEADER } };

/** The ways a server may write what it was sent. */
const SPELLINGS = [
  KEY,
  `Bearer ${KEY}`,
  HEADER,
  encodeURIComponent(KEY),
  KEY.replace('/', '\\/'),
  KEY.split('').join('\u200e'),
];

const anySpelling = fc.constantFrom(...SPELLINGS);
const picture = 'iVBORw0KGgoAAAANSUhEUgAAADAAAAAgCAIAAADbtmxL';

/** Replies of every kind that repeat a secret in each of their fields. */
const BODIES: Readonly<Record<string, (secret: string) => string>> = {
  'a plain reply': (secret) =>
    JSON.stringify({
      created: secret,
      data: [
        { b64_json: picture, revised_prompt: `for ${secret}`, id: secret },
        { url: `https://images.example/a.png?key=${secret}` },
        { url: `https://images.example/${encodeURIComponent(KEY)}.png` },
      ],
      size: secret,
      quality: secret,
      background: secret,
      output_format: secret,
      [secret]: secret,
    }),
  'an error': (secret) =>
    JSON.stringify({
      error: { message: secret, code: secret, type: secret, param: secret, inner_error: { code: secret } },
    }),
  'a flat error': (secret) => JSON.stringify({ code: secret, message: secret, request_id: secret }),
  'an item that failed': (secret) =>
    JSON.stringify({ data: [{ b64_json: picture }, { error: { message: secret, code: secret } }] }),
  'a stream': (secret) =>
    `event: ${secret}\ndata: ${JSON.stringify({ type: 'image_generation.completed', b64_json: picture, revised_prompt: secret, size: secret })}\n\ndata: ${JSON.stringify({ type: 'error', error: { message: secret, code: secret } })}\n\n`,
  'plain text': (secret) => `No access with ${secret}.`,
  'a page': (secret) => `<html><title>${secret}</title></html>`,
};

/** Whether a stored value gives a secret away in any spelling. */
function givesAway(value: unknown): boolean {
  const text = JSON.stringify(value) ?? '';
  return [KEY, HEADER, encodeURIComponent(KEY), '0123+456', '4711', '0123%2B456'].some((part) =>
    text.includes(part),
  );
}

it('are in nothing that comes of a reply, whatever repeats them and wherever', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...Object.keys(BODIES)),
      anySpelling,
      fc.constantFrom(200, 400, 401, 500),
      async (kind, spelling, status) => {
        const headers = {
          'x-request-id': spelling.replaceAll('\u200e', ''),
          'content-type': kind === 'a page' ? 'text/html' : '',
        };
        const { events, failure } = await ask(
          () => new Response(BODIES[kind]?.(spelling), { status, headers }),
          { server: SERVER, n: 4 },
        );
        expect(givesAway(events)).toBe(false);
        expect(givesAway(failure)).toBe(false);
      },
    ),
    { numRuns: 300 },
  );
});

it('leave the bytes of pictures alone', async () => {
  const text = Buffer.concat([Buffer.from(picture, 'base64'), Buffer.from(KEY)]).toString('base64');
  const { events } = await ask(() => Response.json({ data: [{ b64_json: text }] }), { server: SERVER });
  const [first] = events;
  const source = first?.kind === 'pictures' ? first.pictures[0]?.source : undefined;
  expect(source?.kind === 'bytes' && Buffer.from(source.bytes).toString('base64')).toBe(text);
});

it('are in no model of a list', async () => {
  const data = SPELLINGS.map((id) => ({ id, supported_endpoint_types: [id] }));
  const { fetch } = createFakeFetch(() =>
    Response.json({ data: [...data, { id: 'flux', supported_endpoint_types: SPELLINGS }] }),
  );
  const models = await listModels(
    fetch,
    { baseUrl: 'https://api.example/v1', timeoutMs: 1000, ...SERVER },
    1000,
  );
  expect(givesAway(models)).toBe(false);
  expect(models.map(({ id }) => id)).toEqual(['flux']);
});

describe('what can be a secret', () => {
  const secretsIn = (headers: Readonly<Record<string, string>>) =>
    secretsOf({ baseUrl: 'https://api.example/v1', headers });

  it('are keys in the query of the base URL, and not the version in it', () => {
    const baseUrl = 'https://api.example/v1?api-version=2025-04-01-preview&key=AIza%2Bsecret1&model=flux';
    expect(secretsOf({ baseUrl })).toEqual(['AIza+secret1', 'AIza%2Bsecret1']);
  });

  it.each<[string, string]>([
    ['authorization', 'Token abcdef123'],
    ['api-key', 'plain-words-only'],
    ['x-portkey-virtual-key', 'openai-prod'],
    ['cf-access-client-id', '0f3b9c8a7d6e5f4a.access'],
    ['cookie', 'session=abcdef'],
    ['x-team', 'secret-of-the-second'],
    ['x-gateway', 'T3am'.repeat(3)],
    ['x-tenant', '6f2c1d4e-8a57-4c1b-9b0e-d3b1c7e5a902'],
  ])('is the value of %s: %s', (name, value) => {
    expect(secretsIn({ [name]: value })).toContain(value);
  });

  it.each<[string, string]>([
    ['x-portkey-provider', 'openai'],
    ['x-portkey-provider', 'azure-openai'],
    ['openai-beta', 'assistants=v2'],
    ['api-version', '2024-02-01-preview'],
    ['x-title', 'Depict'],
    ['x-title', 'My reading club'],
    ['http-referer', 'https://depict.example/'],
    ['accept', 'application/json'],
    ['x-region', 'us-east-1'],
    ['authorization', 'Bearer'],
  ])('is not the value of %s: %s', (name, value) => {
    expect(secretsIn({ [name]: value })).toEqual([]);
  });
});

describe('what a server says', () => {
  it.each([
    ['a direction that turns the line around', 'Wait \u202Eevil\u2066', 'Wait evil'],
    ['control characters', 'No\u0007 \u001b[31mroom\u0000', 'No [31mroom'],
    ['half of a surrogate pair', 'x\ud83e y', 'x\ufffd y'],
    ['characters without width', 'mo\u200bdel\ufeff', 'model'],
  ])('is shown without %s', async (_, message, detail) => {
    const { failure } = await ask(() => Response.json({ error: { message } }, { status: 400 }));
    expect(failure?.detail).toBe(detail);
  });

  it('keeps emoji that are joined', async () => {
    const { failure } = await ask(() => Response.json({ error: { message: 'No 👨‍👩‍👧 here' } }, { status: 400 }));
    expect(failure?.detail).toBe('No 👨‍👩‍👧 here');
  });

  it.each([
    ['zeros', '\u0000'.repeat(2000)],
    [
      'a long JSON text without a sentence',
      JSON.stringify({ a: Array.from({ length: 2000 }, (_, index) => index) }),
    ],
    ['a JSON text of great depth', `${'{"a":'.repeat(100_000)}1`],
  ])('is left out when it is %s', async (_, body) => {
    expect((await ask(() => new Response(body, { status: 500 }))).failure?.detail).toBeUndefined();
  });

  it('is found in an error of more than a megabyte', async () => {
    const body = JSON.stringify({ error: { message: `Out of memory. ${'x '.repeat(1e6)}`, code: 'oom' } });
    const { failure } = await ask(() => new Response(body, { status: 500 }));
    expect(failure?.detail).toMatch(/^Out of memory\. x x/);
  });
});
