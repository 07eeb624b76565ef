import { describe, expect, it } from 'vitest';
import type { Job } from '@/utils/core/job/job';
import { latestTime } from '@/utils/core/archive/own-id';
import { makeJobIn, makePassage } from '../fixtures/jobs';
import { CREATED_AT } from '../fixtures/jobs';
import { makeRecord, openHistory } from './support';

/** Takes a job and its picture with these values in their rows elsewhere, as an earlier version may have left them. */
async function travel(
  job: Readonly<Record<string, unknown>>,
  picture: Readonly<Record<string, unknown>> = {},
) {
  const here = openHistory('here');
  const there = openHistory('there');
  const record = await makeRecord('a', 1);
  await here.add(record);
  const database = await here.open();
  const [whole] = record.pictures;
  // Rows of other versions may hold anything, which the types of this one do not allow.
  const jobRow: unknown = { ...record.job, ...job };
  const pictureRow: unknown = { ...whole?.picture, ...picture };
  const { store: jobStore } = database.transaction('jobs', 'readwrite');
  await Reflect.apply(jobStore.put, jobStore, [jobRow]);
  const { store: pictureStore } = database.transaction('pictures', 'readwrite');
  await Reflect.apply(pictureStore.put, pictureStore, [pictureRow]);
  const { file, outcome } = await here.export();
  const imported = await there.import(file);
  const { jobs, pictures } = await there.dump();
  return { record, outcome, imported, job: jobs[0], picture: pictures[0] };
}

const FAILED: Partial<Job> = { state: 'failed', failure: { kind: 'rateLimited', status: 429 } };

const LEFT_OUT: readonly (readonly [string, Readonly<Record<string, unknown>>, number, object])[] = [
  [
    'an endless wait',
    { ...FAILED, failure: { kind: 'rateLimited', retryAfterSeconds: Infinity } },
    1,
    { state: 'failed', failure: { kind: 'rateLimited' } },
  ],
  [
    'an endless cost',
    { cost: { amount: Infinity, unknownReplies: 0 } },
    1,
    { cost: { amount: 0, unknownReplies: 1 } },
  ],
  [
    'a cost that is no number',
    { cost: { amount: Number.NaN, unknownReplies: 2 } },
    1,
    { cost: { amount: 0, unknownReplies: 1 } },
  ],
  [
    'tokens without an end',
    { reply: { actual: {}, usage: { totalTokens: Infinity, inputTokens: 7 } } },
    1,
    { reply: { actual: {}, usage: { inputTokens: 7 } } },
  ],
  [
    'a reply without its parameters',
    { reply: { requestId: 'a' } },
    0,
    { reply: { actual: {}, requestId: 'a' } },
  ],
  ['an estimate without an end', { estimate: { amount: 1e300, basis: 'server' } }, 1, {}],
  [
    'too many pictures asked for',
    { parameters: { model: 'gpt-image-1', n: 2 ** 53 } },
    1,
    { parameters: { model: 'gpt-image-1' } },
  ],
  [
    'no parameters',
    { parameters: null },
    0,
    { parameters: { model: '' }, request: { model: '', prompt: 'a fox in snow' } },
  ],
  ['words that are none', { prompt: 7 }, 1, { prompt: '' }],
  ['very long words', { prompt: 'a'.repeat(1_000_001) }, 1, { prompt: 'a'.repeat(1_000_000) }],
  [
    'half a character at the cut',
    { prompt: `${'a'.repeat(999_999)}🦊` },
    1,
    { prompt: `${'a'.repeat(999_999)}\uFFFD` },
  ],
  ['a state that there is not', { state: 'won' }, 1, { state: 'interrupted' }],
  [
    'a position with a fraction',
    { passage: makePassage({ position: 0.5 }) },
    0,
    { passage: makePassage({ position: 1 }) },
  ],
  [
    'a page that runs',
    { passage: makePassage({ pageUrl: 'javascript:alert(1)' }) },
    1,
    { passage: makePassage({ pageUrl: '' }) },
  ],
  ['a server at no address', { baseUrl: 'no address' }, 1, {}],
  ['fields without a value', { providerId: undefined, intentId: null, startedAt: undefined }, 0, {}],
  ['a time after all times', { startedAt: 9e15 }, 1, {}],
  ['a time before 1970', { queuedAt: -1 }, 1, {}],
];

describe('an export leaves out, and counts, of a job', () => {
  it.each(LEFT_OUT)('%s', async (_, broken, values, expected) => {
    const { outcome, imported, job, record } = await travel(broken);
    expect(outcome).toMatchObject({ pictures: 1, unreadable: [], leftOut: { values, rows: 0 } });
    expect(imported).toMatchObject({ added: 1 });
    const kept = Object.fromEntries(
      Object.entries(record.job).filter(([name]) => !(name in broken) || name in expected),
    );
    expect(job).toEqual({ ...kept, ...expected });
  });
});

describe('a picture', () => {
  it.each([
    ['a time after all times', { createdAt: 9e15 }, 1, {}],
    ['a time that is none', { createdAt: Number.NaN }, 1, {}],
    ['no size', { width: Number.NaN, height: undefined }, 1, { width: 0, height: 0 }],
    ['no mark of a favorite', { favorite: undefined }, 0, { favorite: false }],
    ['no place', { index: 0.4 }, 0, { index: 0 }],
    ['a note that is none', { note: 7, tags: ['fog', 7] }, 2, { tags: ['fog'] }],
    ['nothing in fields that may be absent', { note: null, tags: undefined, deletedAt: undefined }, 0, {}],
  ])('with %s goes out and comes back', async (_, broken, values, expected) => {
    const { outcome, picture, record } = await travel({}, broken);
    expect(outcome).toMatchObject({ pictures: 1, leftOut: { values, rows: 0 } });
    // A picture tells its time by its id.
    expect(picture).toEqual({ ...record.pictures[0]?.picture, ...expected });
  });

  it.each([
    ['type', { type: 'image/svg+xml' }],
    ['number of bytes', { byteSize: Number.NaN }],
    ['digest', { sha256: null }],
  ])('whose %s is damaged has that of its bytes', async (_, broken) => {
    const { outcome, picture, record } = await travel({}, broken);
    expect(outcome).toMatchObject({ pictures: 1, unreadable: [] });
    expect(picture).toEqual(record.pictures[0]?.picture);
  });

  it('that cannot be mended is left out and counted', async () => {
    const { outcome, picture } = await travel({}, { jobId: 7 });
    expect(outcome).toMatchObject({ pictures: 0, leftOut: { values: 0, rows: 1 } });
    expect(picture).toBeUndefined();
  });

  it.each([
    ['no WebP', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')],
    ['nothing', Buffer.of()],
  ])('with a thumbnail that is %s goes out without it, and gets a new one', async (_, bytes) => {
    const here = openHistory('here');
    const record = await makeRecord('a', 1);
    await here.add(record);
    const [id = ''] = record.job.pictureIds;
    const small = { bytes: new Uint8Array(bytes).buffer, width: 4, height: 4 };
    await (await here.open()).put('thumbnails', small, id);
    const drawn = { bytes: Uint8Array.of(7).buffer, width: 1, height: 1 };
    const there = openHistory('there', {
      inspect: () =>
        Promise.resolve({ type: 'image/png', width: 1, height: 1, sha256: '', thumbnail: drawn } as const),
    });
    expect(await there.import((await here.export()).file)).toMatchObject({ added: 1 });
    expect((await there.dump()).thumbnails).toEqual([drawn]);
  });

  it('keeps its place under a job that had five thousand', async () => {
    const here = openHistory('here');
    const there = openHistory('there');
    const record = await makeRecord('a', 120);
    await here.add(record);
    const { file, outcome } = await here.export();
    expect(outcome).toMatchObject({ pictures: 120, leftOut: { values: 1, rows: 0 } });
    expect(await there.import(file)).toMatchObject({ added: 120 });
    const { jobs, pictures } = await there.dump();
    expect(jobs.map(({ pictureIds }) => pictureIds.length).toSorted((a, b) => b - a)).toEqual([100, 20]);
    const named = jobs.flatMap(({ id, pictureIds }) => pictureIds.map((one) => `${id} ${one}`));
    expect(new Set(named)).toEqual(new Set(pictures.map(({ id, jobId }) => `${jobId} ${id}`)));
  });
});

it('a job that waits for the middle of a millisecond does not spoil the archive', async () => {
  const job = makeJobIn('queued', { waitingFor: 'pause', waitingUntil: CREATED_AT + 600_000.25 });
  const { outcome, imported } = await travel({ ...job, id: (await makeRecord('b', 0)).job.id });
  expect(outcome.leftOut).toEqual({ values: 0, rows: 0 });
  expect(imported).toMatchObject({ added: 1, jobsAlone: 1 });
});

it('a row of a clock that was wrong gets the time of the export', async () => {
  const future = latestTime(CREATED_AT) + 1;
  const { job } = await travel({ createdAt: future, id: 'ffffffff-ffff-7000-8000-000000000000' });
  expect(job?.createdAt).toBeLessThanOrEqual(CREATED_AT);
});
