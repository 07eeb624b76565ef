import { EventEmitter, once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { expect, it, vi } from 'vitest';
import { isGeneration, RequestLog } from './request-log';
import { post, sandboxForTest } from './testing';

const fox = { model: 'dall-e-2', prompt: 'a fox', size: '256x256' };

it('keeps every request with what was sent and how it was answered', async () => {
  const sandbox = await sandboxForTest();
  const before = Date.now();
  await post(sandbox, fox);
  await post(sandbox, 'not json');
  await fetch(`${sandbox.baseUrl}/models?x=1`, { headers: { 'X-Own': 'Yes' } });
  expect(sandbox.requests).toMatchObject([
    { method: 'POST', path: '/v1/images/generations', body: fox, status: 200, aborted: false },
    { method: 'POST', path: '/v1/images/generations', body: 'not json', status: 400 },
    { method: 'GET', path: '/v1/models?x=1', body: '', status: 401, headers: { 'x-own': 'Yes' } },
  ]);
  expect(sandbox.requests[0]?.headers['authorization']).toBe('Bearer sk-test');
  expect(sandbox.generations()).toEqual(sandbox.requests.slice(0, 2));
  for (const { receivedAt, finishedAt } of sandbox.requests) {
    expect(receivedAt).toBeGreaterThanOrEqual(before);
    expect(finishedAt).toBeGreaterThanOrEqual(receivedAt);
  }
});

it('shows the log over HTTP without keys, and clears it', async () => {
  const sandbox = await sandboxForTest();
  await post(sandbox, fox);
  const address = `${sandbox.origin}/sandbox/requests`;
  const text = await (await fetch(address)).text();
  expect(JSON.parse(text)).toMatchObject([
    { body: fox, status: 200, headers: { authorization: 'Bearer …' } },
  ]);
  expect(text).not.toContain('sk-test');
  expect((await fetch(address, { method: 'DELETE' })).status).toBe(204);
  expect(await (await fetch(address)).json()).toEqual([]);
  expect(sandbox.requests).toEqual([]);
});

it('forgets on clear()', async () => {
  const sandbox = await sandboxForTest();
  await post(sandbox, fox);
  sandbox.clear();
  expect(sandbox.requests).toEqual([]);
});

it('notes a client that left before the answer', async () => {
  const events = new EventEmitter();
  const arrived = once(events, 'request');
  const intercept = (): undefined => void events.emit('request');
  const sandbox = await sandboxForTest({ latencyMs: 600_000, intercept });
  const controller = new AbortController();
  const reply = post(sandbox, fox, { signal: controller.signal });
  await arrived;
  controller.abort();
  await expect(reply).rejects.toThrow(/abort/i);
  await vi.waitUntil(() => sandbox.requests[0]?.aborted);
  expect(sandbox.requests[0]?.status).toBeUndefined();
  expect(sandbox.requests[0]?.finishedAt).toBeGreaterThanOrEqual(sandbox.requests[0]?.receivedAt ?? Infinity);
});

it('tells when an answer had left completely, and never of one that was cut', async () => {
  const sandbox = await sandboxForTest();
  await (await post(sandbox, { ...fox, prompt: 'a fox [[drip 200]]' })).text();
  const broken = await post(sandbox, { ...fox, prompt: 'a fox [[cut]]' });
  await expect(broken.text()).rejects.toThrow('terminated');
  const [whole, cut] = sandbox.requests;
  // The answer begins with its head; only the end counts. Timers may fire early.
  expect(whole?.deliveredAt).toBeGreaterThanOrEqual((whole?.finishedAt ?? Infinity) + 150);
  expect(cut).toMatchObject({ aborted: true, deliveredAt: undefined });
});

it('survives a client that leaves in the middle of its request', async () => {
  const errors = vi.spyOn(console, 'error').mockReturnValue();
  const sandbox = await sandboxForTest();
  const half = httpRequest(`${sandbox.baseUrl}/images/generations`, {
    method: 'POST',
    headers: { 'content-length': 1000 },
  });
  const ended = new Promise((resolve) => half.once('error', resolve));
  half.write('{"prompt":', () => half.destroy(new Error('left')));
  await ended;
  expect((await post(sandbox, fox)).status).toBe(200);
  expect(errors).not.toHaveBeenCalled();
});

it('keeps the last requests only', () => {
  const log = new RequestLog(3);
  for (const path of ['/1', '/2', '/3', '/4', '/5'])
    log.begin({ method: 'GET', path, headers: {}, body: '' }, 0);
  expect(log.entries.map(({ path }) => path)).toEqual(['/3', '/4', '/5']);
});

it.each([
  ['POST', '/v1/images/generations', true],
  ['POST', '/v1/images/generations/?x', true],
  ['OPTIONS', '/v1/images/generations', false],
  ['POST', '/v1/images/generations/more', false],
  ['GET', '/v1/models', false],
])('sees whether %s %s asks for pictures', (method, path, expected) => {
  const entry = new RequestLog().begin({ method, path, headers: {}, body: '' }, 0);
  expect(isGeneration(entry)).toBe(expected);
});
