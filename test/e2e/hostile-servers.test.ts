import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, generate, jobWith, setUpGrantedWorld } from './connected-world';
import { blankPng } from './hostile/blank-png';
import { startHostileServer, zipped, type HostileAnswer, type HostileServer } from './hostile/hostile-server';

const world = setUpGrantedWorld();

const PIXEL = 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

const json = (body: unknown): HostileAnswer => ({ body: JSON.stringify(body) });

const items = (count: number, item: (index: number) => unknown): unknown[] =>
  Array.from({ length: count }, (_, index) => item(index));

interface HostileCase {
  readonly prompt: string;
  readonly answer: (origin: string) => HostileAnswer;
  readonly state: 'done' | 'failed';
  /** What the job says. */
  readonly words?: string | RegExp;
  /** Most requests that reach the server. */
  readonly requests?: number;
}

const TOO_LARGE = /larger than any picture/;

const CASES: readonly HostileCase[] = [
  {
    prompt: 'three pictures of half a gigapixel',
    answer: () => json({ data: items(3, () => ({ b64_json: blankPng(23_000).toString('base64') })) }),
    state: 'done',
  },
  {
    prompt: 'a hundred million objects',
    answer: () => zipped(`{"data":[${'{},'.repeat(33e6)}{}]}`),
    state: 'failed',
    words: TOO_LARGE,
  },
  {
    prompt: 'escaped quotes',
    answer: () => zipped(`{"data":[{"b64_json":"${'\\"'.repeat(50e6)}"}]}`),
    state: 'failed',
    words: TOO_LARGE,
  },
  {
    prompt: 'lines without an event',
    answer: () => zipped('data:x\n'.repeat(20e6)),
    state: 'failed',
    words: TOO_LARGE,
  },
  {
    prompt: 'a million items',
    answer: () => zipped(`{"data":[${'{"b64_json":"AA=="},'.repeat(1e6)}{}]}`),
    state: 'failed',
  },
  {
    prompt: 'three thousand addresses',
    answer: (origin) => json({ data: items(3000, (index) => ({ url: `${origin}/pictures/${index}.png` })) }),
    state: 'done',
    requests: 4,
  },
  {
    prompt: 'five thousand pictures',
    answer: () => json({ data: items(5000, () => ({ b64_json: PIXEL })) }),
    state: 'done',
    words: /more images than were asked for/,
  },
  {
    prompt: 'numbers without bounds',
    answer: () => ({
      body: `{"data":[{"b64_json":"${PIXEL}"}],"usage":{"cost":1e308,"total_tokens":1e400,"output_tokens":-5}}`,
    }),
    state: 'done',
  },
  {
    prompt: 'an error of megabytes',
    answer: () => ({
      status: 500,
      body: JSON.stringify({ error: { message: `No room. ${'x'.repeat(3e6)}` } }),
    }),
    state: 'failed',
    words: /No room\./,
  },
  {
    prompt: 'an error of great depth',
    answer: () => ({ status: 500, body: `${'{"error":'.repeat(100_000)}1` }),
    state: 'failed',
  },
  {
    prompt: 'an error that turns the line',
    answer: () => ({
      status: 400,
      body: JSON.stringify({ error: { message: 'Bad \u202Esetting\u0007', param: '\u2066x' } }),
    }),
    state: 'failed',
    words: 'The server says: Bad setting · Setting: x',
  },
];

let server: HostileServer;
let popup: Page;
beforeAll(async () => {
  const picture = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#2468ac' } })
    .png()
    .toBuffer();
  const models = (): HostileAnswer => json({ data: items(100_000, (index) => ({ id: `model-${index}` })) });
  const answers = Object.fromEntries(CASES.map(({ prompt, answer }) => [prompt, answer]));
  server = await startHostileServer({ ...answers, models }, picture);
  await connect({ extension: world().extension, sandbox: { ...world().sandbox, baseUrl: server.baseUrl } });
  popup = await world().extension.openPage('popup.html');
});
afterAll(() => server.close());

test.each(CASES)(
  '$prompt: $state, and an honest job after it',
  async ({ prompt, state, words, requests = 2, ...one }) => {
    expect(one).toBeDefined();
    server.clear();
    await generate(popup, prompt);
    const job = await jobWith(popup, prompt, state);
    if (words) await job.getByText(words).first().waitFor();
    expect(await job.getByRole('img').count()).toBeLessThanOrEqual(3);
    expect(server.log.filter((line) => line.startsWith('POST'))).toHaveLength(1);
    expect(server.log.length).toBeLessThanOrEqual(requests);
    await generate(popup, `An honest picture after ${prompt}`);
    await jobWith(popup, `An honest picture after ${prompt}`, 'done');
  },
);

test('a hundred thousand models leave the pages quick', async () => {
  const options = await world().extension.openPage('options.html');
  await options.getByRole('button', { name: 'Test connection' }).click();
  await options.getByText('The server accepts the key.').waitFor();
  const started = performance.now();
  const another = await world().extension.openPage('popup.html');
  await another.getByRole('button', { name: 'Generate' }).waitFor();
  expect(performance.now() - started).toBeLessThan(5000);
  expect(await another.locator('option').count()).toBeLessThan(1000);
});
