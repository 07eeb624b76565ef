import { EventEmitter, once } from 'node:events';
import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { startSandbox, type LoggedRequest } from './server';
import { generate, post, sandboxForTest } from './testing';

const fox = { model: 'dall-e-2', prompt: 'a fox', size: '256x256' };

it('tells where it listens', async () => {
  const sandbox = await sandboxForTest();
  expect(sandbox.port).toBeGreaterThan(0);
  expect(sandbox.origin).toBe(`http://127.0.0.1:${sandbox.port}`);
  expect(sandbox.baseUrl).toBe(`${sandbox.origin}/v1`);
});

it('does not start on a port that is taken', async () => {
  const { port } = await sandboxForTest();
  await expect(startSandbox({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

it('lets intercept answer in its place, headers and all', async () => {
  const seen: LoggedRequest[] = [];
  const sandbox = await sandboxForTest({
    intercept: (request) => {
      seen.push(request);
      return new Response('slow down', { status: 429, headers: { 'retry-after': '3' } });
    },
  });
  const response = await post(sandbox, fox);
  expect(response.status).toBe(429);
  expect(response.headers.get('retry-after')).toBe('3');
  expect(response.headers.has('access-control-allow-origin')).toBe(false);
  expect(await response.text()).toBe('slow down');
  expect(seen).toMatchObject([{ method: 'POST', path: '/v1/images/generations', body: fox }]);
  expect(sandbox.requests).toMatchObject([{ status: 429 }]);
});

it('asks intercept about pictures and models too, and goes on when it has no answer', async () => {
  const paths: string[] = [];
  const sandbox = await sandboxForTest({
    intercept: async (request) => {
      paths.push(request.path);
      return undefined;
    },
  });
  const [item] = (await generate(sandbox, fox)).data;
  expect((await fetch(item?.url ?? '')).status).toBe(200);
  await fetch(`${sandbox.baseUrl}/models`);
  expect(paths).toEqual(['/v1/images/generations', new URL(item?.url ?? '').pathname, '/v1/models']);
});

it('waits before it draws', async () => {
  const sandbox = await sandboxForTest({ latencyMs: 200 });
  await post(sandbox, fox);
  const [request] = sandbox.requests;
  // Timers may fire a millisecond early.
  expect((request?.finishedAt ?? 0) - (request?.receivedAt ?? 0)).toBeGreaterThanOrEqual(198);
});

it('refuses at once, however long it takes to draw', async () => {
  const sandbox = await sandboxForTest({ latencyMs: 600_000 });
  expect((await post(sandbox, {})).status).toBe(400);
});

it('cuts idle and waiting connections when it closes', async () => {
  const events = new EventEmitter();
  const arrived = once(events, 'request');
  const intercept = (): undefined => void events.emit('request');
  const sandbox = await startSandbox({ latencyMs: 600_000, intercept });
  const idle = connect(sandbox.port, '127.0.0.1');
  await once(idle, 'connect');
  const idleEnded = once(idle.resume(), 'close');
  const waiting = post(sandbox, fox).catch((error: unknown) => error);
  await arrived;
  await sandbox.close();
  await idleEnded;
  expect(await waiting).toMatchObject({ message: 'fetch failed' });
  await sandbox.close();
  await expect(fetch(sandbox.baseUrl)).rejects.toThrow('fetch failed');
});
