import { expect, it, vi } from 'vitest';
import { parseJson } from '../parse-json';
import { generate, post, receivedPieces, sandboxForTest } from '../testing';

const fox = (directive: string, rest: object = {}) => ({
  model: 'dall-e-2',
  size: '256x256',
  response_format: 'b64_json',
  prompt: `a fox [[${directive}]]`,
  ...rest,
});

it('delay waits, then answers as always', async () => {
  const sandbox = await sandboxForTest();
  const before = Date.now();
  expect((await generate(sandbox, fox('delay 150'))).data).toHaveLength(1);
  // Timers may fire a millisecond early.
  expect(Date.now() - before).toBeGreaterThanOrEqual(148);
  expect(sandbox.requests[0]?.fault).toBe('delay');
});

it('hang never answers', async () => {
  const sandbox = await sandboxForTest();
  const controller = new AbortController();
  const reply = post(sandbox, fox('hang'), { signal: controller.signal });
  await vi.waitUntil(() => sandbox.requests[0]?.fault === 'hang');
  expect(sandbox.requests[0]?.status).toBeUndefined();
  controller.abort();
  await expect(reply).rejects.toThrow(/abort/i);
  await vi.waitUntil(() => sandbox.requests[0]?.aborted);
});

it('drip sends the whole answer in twenty pieces over the time', async () => {
  const sandbox = await sandboxForTest();
  const before = Date.now();
  const pieces = await receivedPieces(sandbox, fox('drip 200'));
  expect(pieces).toHaveLength(20);
  expect(parseJson(Buffer.concat(pieces).toString())).toHaveProperty('data.0.b64_json');
  // Timers may fire a millisecond early.
  expect(Date.now() - before).toBeGreaterThanOrEqual(180);
  const { headers } = await post(sandbox, fox('drip 0'));
  expect(headers.get('content-type')).toBe('application/json');
});

it('reset cuts the connection before it answers', async () => {
  const sandbox = await sandboxForTest();
  await expect(post(sandbox, fox('reset'))).rejects.toThrow('fetch failed');
  expect(sandbox.requests).toMatchObject([{ aborted: true, status: undefined, fault: 'reset' }]);
});

it('cut cuts the connection in the middle of the answer', async () => {
  const sandbox = await sandboxForTest();
  const whole = await (await post(sandbox, fox('delay 0'))).text();
  const response = await post(sandbox, fox('cut'));
  expect(response.status).toBe(200);
  const { received, failed } = await readAll(response);
  expect(failed).toBe(true);
  expect(received).toBeGreaterThan(0);
  expect(received).toBeLessThanOrEqual(whole.length / 2);
  expect(sandbox.requests[1]).toMatchObject({ aborted: true, fault: 'cut' });
});

it('huge goes on until the client leaves', async () => {
  const sandbox = await sandboxForTest();
  const response = await post(sandbox, fox('huge'));
  expect(response.headers.get('content-type')).toBe('application/json');
  const reader = response.body?.getReader();
  let text = '';
  let received = 0;
  while (received < 5e6) {
    const { value } = (await reader?.read()) ?? {};
    if (!value) break;
    text ||= Buffer.from(value.subarray(0, 30)).toString();
    received += value.length;
  }
  expect(received).toBeGreaterThanOrEqual(5e6);
  expect(text).toMatch(/^\{"data":\[\{"b64_json":"/);
  await reader?.cancel();
  await vi.waitUntil(() => sandbox.requests[0]?.aborted);
});

it('ends a huge answer with the sandbox', async () => {
  const sandbox = await sandboxForTest();
  const response = await post(sandbox, fox('huge'));
  const ended = readAll(response);
  await sandbox.close();
  expect(await ended).toMatchObject({ failed: true });
});

it.each([
  ['redirect-elsewhere', /^http:\/\/localhost:\d+\/v1\/images\/generations$/],
  ['redirect-elsewhere https://relay.example', /^https:\/\/relay\.example\/v1\/images\/generations$/],
  ['redirect-slash', /^\/v1\/images\/generations\/$/],
])('%s redirects with 307', async (directive, location) => {
  const sandbox = await sandboxForTest();
  const response = await post(sandbox, fox(directive), { redirect: 'manual' });
  expect(response.status).toBe(307);
  expect(response.headers.get('location')).toMatch(location);
});

it.each(['redirect-slash', 'redirect-elsewhere'])('%s leads to an ordinary answer', async (directive) => {
  const sandbox = await sandboxForTest();
  // Away from the first origin, fetch keeps the key to itself.
  const status = directive === 'redirect-slash' ? 200 : 401;
  expect((await post(sandbox, fox(directive))).status).toBe(status);
  expect(sandbox.requests.map(({ fault }) => fault)).toEqual([directive, undefined]);
});

it('slash-only knows only the path with a slash', async () => {
  const sandbox = await sandboxForTest();
  const response = await post(sandbox, fox('slash-only'));
  expect(response.status).toBe(404);
  const init = {
    method: 'POST',
    headers: { authorization: 'Bearer k', 'content-type': 'application/json' },
    body: JSON.stringify(fox('slash-only')),
  };
  expect((await fetch(`${sandbox.baseUrl}/images/generations/`, init)).status).toBe(200);
});

async function readAll(response: Response): Promise<{ received: number; failed: boolean }> {
  let received = 0;
  try {
    for await (const piece of response.body ?? []) received += piece.length;
    return { received, failed: false };
  } catch {
    return { received, failed: true };
  }
}
