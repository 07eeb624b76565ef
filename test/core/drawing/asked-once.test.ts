import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { isOpen, wantedPictures, type Job } from '@/utils/core/job/job';
import {
  createQueueLife,
  type Host,
  type Outcome,
  type QueueLife,
  type Source,
} from '../../fakes/queue-life';

/** What a person, a server, a browser or a disk does next. */
type Step =
  | { readonly do: 'add'; readonly n: number; readonly model: string }
  | { readonly do: 'cancel' | 'retry' | 'approve' | 'allow' | 'runNext' | 'discard'; readonly job: number }
  | { readonly do: 'retryAll' | 'cancelAll' | 'undo' | 'answer' | 'die' | 'alarm' }
  | { readonly do: 'grant'; readonly host: Host }
  | { readonly do: 'pass'; readonly seconds: number }
  | { readonly do: 'storage'; readonly mode: 'works' | 'noPictures' | 'nothing' }
  | { readonly do: 'connect'; readonly isReady: boolean };

const source = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Source>('bytes') },
  { weight: 5, arbitrary: fc.constantFrom<Source[]>('blocked', 'flaky') },
  { weight: 2, arbitrary: fc.constantFrom<Source[]>('open', 'gone', 'nearby', 'noPicture') },
);

const outcome: fc.Arbitrary<Outcome> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('answer' as const),
      sources: fc.oneof(
        { weight: 3, arbitrary: fc.array(source, { minLength: 1, maxLength: 2 }) },
        fc.array(source, { maxLength: 5 }),
      ),
      breaks: fc.nat(3).map((number) => number === 0),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record(
      {
        kind: fc.constant('busy' as const),
        status: fc.constantFrom(429 as const, 503 as const),
        retryAfterSeconds: fc.constantFrom(1, 1, 30, 3600),
      },
      { requiredKeys: ['kind', 'status'] },
    ),
  },
  fc.record({
    kind: fc.constant('refusesField' as const),
    field: fc.constantFrom('n' as const, 'quality' as const),
  }),
  fc.record({
    kind: fc.constant('fails' as const),
    failure: fc.constantFrom('serverError', 'network', 'timedOut', 'contentBlocked'),
  }),
);

const job = fc.nat(3);

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('add' as const),
      n: fc.constantFrom(1, 2, 2, 3, 4),
      model: fc.constantFrom('gpt-image-1', 'dall-e-3', 'dall-e-3'),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom('cancel', 'retry', 'retry', 'approve', 'allow', 'runNext', 'discard'),
      job,
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom('retryAll', 'cancelAll', 'undo', 'answer', 'answer', 'die', 'alarm'),
    }),
  },
  fc.record({ do: fc.constant('grant' as const), host: fc.constantFrom<Host[]>('blocked', 'flaky') }),
  fc.record({ do: fc.constant('pass' as const), seconds: fc.constantFrom(1, 40, 4000) }),
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('storage' as const),
      mode: fc.constantFrom('works', 'noPictures', 'nothing'),
    }),
  },
  fc.record({ do: fc.constant('connect' as const), isReady: fc.boolean() }),
);

/** Pictures of the wanted ones that are nowhere, so that a click may ask for them. */
async function missing(life: QueueLife, row: Job): Promise<number> {
  const wanted = wantedPictures(row);
  const here = new Set((await life.indexes(row)).filter((index) => index < wanted));
  return wanted - here.size;
}

/** A click that asks for what is missing raises what may be asked for. */
async function retry(life: QueueLife, rows: readonly Job[]): Promise<void> {
  for (const row of rows) {
    const account = life.asked.get(row.prompt);
    if (account && !isOpen(row.state)) account.budget = Math.max(account.budget, await missing(life, row));
  }
  await life.world.queue.retry(rows.map(({ id }) => id)).catch(() => undefined);
}

async function take(life: QueueLife, one: Step, memory: { cancelled: readonly string[]; added: number }) {
  const { world } = life;
  const { queue } = world;
  // A person clicks on what they see.
  if (one.do === 'retry' || one.do === 'retryAll') await life.settle();
  const rows = await life.allJobs();
  const chosen = 'job' in one ? rows[one.job % Math.max(1, rows.length)] : undefined;
  const id = chosen?.id ?? 'none';
  switch (one.do) {
    case 'add': {
      memory.added += 1;
      const prompt = `job ${memory.added}`;
      life.asked.set(prompt, { budget: one.n, faults: [] });
      const parameters = { model: one.model, n: one.n, quality: 'high' };
      return void queue.add({ prompt, parameters }).catch(() => undefined);
    }
    case 'cancel':
      return queue.cancel(id).catch(() => undefined);
    case 'retry':
      return chosen && retry(life, [chosen]);
    case 'retryAll':
      return retry(
        life,
        rows.filter(({ state }) => state === 'failed'),
      );
    case 'approve':
      return queue.approve(id).catch(() => undefined);
    case 'allow':
      life.grant('blocked');
      return queue.resume(id);
    case 'runNext':
      return queue.runNext(id).catch(() => undefined);
    case 'discard':
      if (!world.unsaved.has(id) || !chosen) return undefined;
      life.excuse(chosen.prompt);
      return world.unsaved.discard(id);
    case 'cancelAll':
      memory.cancelled = await queue.cancelWaiting().catch(() => []);
      return undefined;
    case 'undo':
      return queue.restore(memory.cancelled).catch(() => undefined);
    case 'answer':
      return life.answerAll();
    case 'die':
      await life.end();
      return life.wake();
    case 'alarm':
      return world.alarm().running ? life.wake() : undefined;
    case 'grant':
      return life.grant(one.host);
    case 'pass':
      return life.pass(one.seconds * 1000);
    case 'storage':
      return life.refuseStorage(one.mode);
    case 'connect':
      return life.connectAs(one.isReady);
  }
}

/** What must hold whenever nothing is under way. */
async function check(life: QueueLife): Promise<void> {
  const rows = await life.allJobs();
  const { held } = life.world.liveness;
  const resting = rows.filter(({ id, state }) => state !== 'running' && !held.has(id));
  expect(await life.lost(resting)).toEqual([]);
  for (const row of resting) {
    const indexes = await life.indexes(row);
    expect([...new Set(indexes)], `indexes of ${row.prompt}`).toEqual(indexes);
  }
  expect([...life.asked.values()].flatMap(({ faults }) => faults)).toEqual([]);
}

/** Rounds of alarms: 14 jobs, each of which a server may put off 20 times, one after the other. */
const MOST_ROUNDS = 300;

/** Storage works again, servers answer, and alarms go off as the browser was asked to. */
async function comeToRest(life: QueueLife): Promise<readonly Job[]> {
  life.refuseStorage('works');
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    life.answerAll();
    await life.settle();
    const { running, wakeAt } = life.world.alarm();
    if (!running && wakeAt === undefined) break;
    // Longer than any pause a server may ask for.
    life.pass(16 * 60_000);
    await life.settle();
    await life.wake();
  }
  return life.allJobs();
}

/** Whether a row waits for nothing, or for a click that it names. */
function isAtRest({ state, waitingFor }: Job, hasUnsaved: boolean): boolean {
  if (state === 'running') return false;
  if (state !== 'queued') return true;
  return waitingFor === 'storage' ? hasUnsaved : waitingFor !== undefined && waitingFor !== 'pause';
}

let runs = 0;

/** Plays the steps, and fails where anything is asked for twice, lost, kept twice or left behind. */
async function play(
  steps: readonly (readonly [Step, boolean])[],
  outcomes: readonly Outcome[],
  waits: readonly boolean[],
  delays: readonly number[],
): Promise<void> {
  runs += 1;
  const life = createQueueLife(`life-${runs}`, outcomes, waits, delays);
  const memory = { cancelled: [] as readonly string[], added: 0 };
  life.asked.set('', { budget: 0, faults: [] });
  for (const [one, isSettled] of steps) {
    await take(life, one, memory);
    if (!isSettled) continue;
    await life.settle();
    await check(life);
  }
  const rows = await comeToRest(life);
  await check(life);
  const hasUnsaved = life.world.unsaved.hasAny();
  expect(rows.filter((row) => !isAtRest(row, hasUnsaved))).toEqual([]);
  (await life.world.open()).close();
}

/** Sequences that went wrong once; chance meets them too seldom. */
const EXAMPLES: Parameters<typeof play>[] = [
  // A server puts off every one of several jobs for as long as it may.
  [
    Array.from({ length: 5 }, () => [{ do: 'add', n: 1, model: 'gpt-image-1' }, false] as const),
    [{ kind: 'busy', status: 429, retryAfterSeconds: 30 }],
    [false],
    [0],
  ],
  // One picture is at an address, and the request for the other has to wait.
  [
    [[{ do: 'add', n: 2, model: 'dall-e-3' }, true]],
    [
      { kind: 'answer', sources: ['blocked'], breaks: false },
      { kind: 'busy', status: 429, retryAfterSeconds: 1 },
    ],
    [false],
    [0],
  ],
  // Waiting for a permission is cancelled, and retried.
  [
    [
      [{ do: 'add', n: 1, model: 'dall-e-3' }, true],
      [{ do: 'cancel', job: 0 }, true],
      [{ do: 'retry', job: 0 }, true],
    ],
    [{ kind: 'answer', sources: ['blocked'], breaks: false }],
    [false],
    [0],
  ],
  // The end of a job cannot be written, and then another job ends well.
  [
    [
      [{ do: 'add', n: 1, model: 'dall-e-3' }, true],
      [{ do: 'storage', mode: 'nothing' }, false],
      [{ do: 'answer' }, true],
      [{ do: 'storage', mode: 'works' }, false],
      [{ do: 'discard', job: 0 }, true],
      [{ do: 'add', n: 1, model: 'dall-e-3' }, true],
    ],
    [{ kind: 'answer', sources: ['bytes'], breaks: false }],
    [true, false],
    [0],
  ],
];

it('each picture is asked for once, kept once, and every job comes to rest, whatever happens', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(step, fc.boolean()), { minLength: 5, maxLength: 14, size: 'max' }),
      fc.array(outcome, { minLength: 2, maxLength: 6 }),
      fc.array(fc.boolean(), { minLength: 1, maxLength: 3 }),
      fc.array(fc.nat(4), { minLength: 1, maxLength: 5 }),
      play,
    ),
    { numRuns: 200, interruptAfterTimeLimit: 12_000, examples: EXAMPLES },
  );
}, 60_000);
