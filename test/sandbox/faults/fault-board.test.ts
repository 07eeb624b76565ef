import { describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../server';
import { generate, generatePictures, post, sandboxForTest } from '../testing';
import { parseDirective, withoutDirectives } from './directive';

const fox = { model: 'dall-e-2', prompt: 'a fox', size: '256x256', response_format: 'b64_json' };
const prompted = (prompt: string) => ({ ...fox, prompt });

/** The statuses of requests sent one after the other. */
async function statuses(sandbox: Sandbox, bodies: readonly object[]): Promise<number[]> {
  const found = [];
  for (const body of bodies) found.push((await post(sandbox, body)).status);
  return found;
}

function withHeader(sandbox: Sandbox, fault: string, body: object = fox): Promise<Response> {
  const headers = { authorization: 'Bearer k', 'content-type': 'application/json', 'x-sandbox-fault': fault };
  return post(sandbox, body, { headers });
}

describe('a fault is chosen', () => {
  it('by a header', async () => {
    const sandbox = await sandboxForTest();
    const response = await withHeader(sandbox, 'rate-limited 7');
    expect(response.headers.get('retry-after')).toBe('7');
    expect((await post(sandbox, fox)).status).toBe(200);
  });

  it('by a directive anywhere in the prompt', async () => {
    const sandbox = await sandboxForTest();
    const prompts = ['[[overloaded]] a fox', 'a [[overloaded]] fox', 'a fox [[ overloaded ]]', 'a fox'];
    expect(await statuses(sandbox, prompts.map(prompted))).toEqual([503, 503, 503, 200]);
  });

  it('by setFault, until it is cleared', async () => {
    const sandbox = await sandboxForTest();
    sandbox.setFault({ name: 'rate-limited', value: 9 });
    expect((await post(sandbox, fox)).headers.get('retry-after')).toBe('9');
    sandbox.setFault({ name: 'overloaded' });
    expect(await statuses(sandbox, [fox, fox])).toEqual([503, 503]);
    sandbox.clearFaults();
    expect(await statuses(sandbox, [fox])).toEqual([200]);
  });

  it('by the endpoint, until it is cleared', async () => {
    const sandbox = await sandboxForTest();
    const admin = `${sandbox.origin}/sandbox/fault`;
    const body = JSON.stringify({ name: 'overloaded', times: 5 });
    expect((await fetch(admin, { method: 'PUT', body })).status).toBe(204);
    expect(await statuses(sandbox, [fox])).toEqual([503]);
    expect((await fetch(admin, { method: 'DELETE' })).status).toBe(204);
    expect(await statuses(sandbox, [fox])).toEqual([200]);
  });

  it('by the header first, then the prompt, then what was set', async () => {
    const sandbox = await sandboxForTest();
    sandbox.setFault({ name: 'server-error' });
    const directed = prompted('a fox [[overloaded]]');
    expect((await withHeader(sandbox, 'no-model', directed)).status).toBe(404);
    expect(await statuses(sandbox, [directed, fox])).toEqual([503, 500]);
    expect(sandbox.requests.map(({ fault }) => fault)).toEqual(['no-model', 'overloaded', 'server-error']);
  });

  it('for no other path', async () => {
    const sandbox = await sandboxForTest();
    sandbox.setFault({ name: 'server-error' });
    const response = await fetch(`${sandbox.baseUrl}/models`, { headers: { authorization: 'Bearer k' } });
    expect(response.status).toBe(200);
  });
});

describe('a counted fault', () => {
  it('holds for the first requests with the same prompt', async () => {
    const sandbox = await sandboxForTest();
    const one = prompted('a fox [[rate-limited 1 x2]]');
    const other = prompted('a cat [[rate-limited 1 x2]]');
    expect(await statuses(sandbox, [one, one, other, one, one, other, other])).toEqual([
      429, 429, 429, 200, 200, 429, 200,
    ]);
  });

  it('gives way to the next one in the prompt', async () => {
    const sandbox = await sandboxForTest();
    const body = prompted('a fox [[server-error x1]] [[overloaded x1]]');
    expect(await statuses(sandbox, [body, body, body])).toEqual([500, 503, 200]);
  });

  it('is counted over all prompts when it was set', async () => {
    const sandbox = await sandboxForTest();
    sandbox.setFault({ name: 'server-error', times: 2 });
    expect(await statuses(sandbox, [fox, prompted('a cat'), fox])).toEqual([500, 500, 200]);
    sandbox.setFault({ name: 'server-error', times: 1 });
    expect(await statuses(sandbox, [fox, fox])).toEqual([500, 200]);
  });

  it('is counted anew after clearFaults', async () => {
    const sandbox = await sandboxForTest();
    const body = prompted('a fox [[server-error x1]]');
    expect(await statuses(sandbox, [body, body])).toEqual([500, 200]);
    sandbox.clearFaults();
    expect(await statuses(sandbox, [body])).toEqual([500]);
  });
});

it('refuses a name that no fault has, and tells those there are', async () => {
  const sandbox = await sandboxForTest();
  const response = await post(sandbox, prompted('a fox [[catastrophe]]'));
  expect(response.status).toBe(400);
  expect(await response.text()).toMatch(/'catastrophe'.*server-error.*stream-cut/);
  expect(() => sandbox.setFault({ name: 'catastrophe' })).toThrow('catastrophe');
  const admin = { method: 'PUT', body: '{"name":"constructor"}' };
  expect((await fetch(`${sandbox.origin}/sandbox/fault`, admin)).status).toBe(400);
});

it.each(['', '{}', '{"name":5}', '{"name":"hang","times":0.5}', '{"name":"hang","more":1}'])(
  'refuses to set %j',
  async (body) => {
    const sandbox = await sandboxForTest();
    expect((await fetch(`${sandbox.origin}/sandbox/fault`, { method: 'PUT', body })).status).toBe(400);
  },
);

it('lists every fault with a line that explains it', async () => {
  const sandbox = await startSandbox();
  const list: unknown = await (await fetch(`${sandbox.origin}/sandbox/faults`)).json();
  await sandbox.close();
  expect(list).toContainEqual({
    name: 'rate-limited',
    value: '<seconds>, by default 1',
    summary: '429 with retry-after',
  });
  expect(list).toContainEqual({ name: 'hang', summary: 'never answers' });
});

it('logs which fault a request met', async () => {
  const sandbox = await sandboxForTest();
  await statuses(sandbox, [fox, prompted('a fox [[bad-base64]]')]);
  expect(sandbox.requests.map(({ fault, status }) => [fault, status])).toEqual([
    [undefined, 200],
    ['bad-base64', 200],
  ]);
});

it('draws nothing of a directive', async () => {
  const sandbox = await sandboxForTest();
  const [plain] = await generatePictures(sandbox, fox);
  const [directed] = await generatePictures(sandbox, prompted('a [[delay 0]] fox'));
  expect(directed && plain?.equals(directed)).toBe(true);
  const { data } = await generate(sandbox, { model: 'dall-e-3', prompt: 'a [[delay 0]] fox' });
  expect(data[0]?.revised_prompt).toMatch(/^a fox —/);
});

it.each([
  ['name', { name: 'name', value: undefined, times: undefined }],
  [' name  a  b ', { name: 'name', value: 'a b', times: undefined }],
  ['name x2', { name: 'name', value: undefined, times: 2 }],
  ['name 5 x10', { name: 'name', value: '5', times: 10 }],
  ['name x2 5', { name: 'name', value: 'x2 5', times: undefined }],
])('reads %j', (text, expected) => {
  expect(parseDirective(text)).toEqual({ text, ...expected });
});

it('leaves prompts alone that have other brackets', () => {
  for (const prompt of ['a  [fox]', 'grid [[1, 2], [3, 4]]', 'x[[0]]']) {
    expect(withoutDirectives(prompt)).toBe(prompt);
  }
});
