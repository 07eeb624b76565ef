import { setTimeout as delay } from 'node:timers/promises';
import { expect, test, type TestContext } from 'vitest';
import { seededRandom } from '../sandbox/drawing/random';
import { startSandbox, type LoggedRequest, type Sandbox } from '../sandbox/server';
import { seed } from './extent';
import { clickGenerate } from './extension-page';
import { createHeldAnswers } from './held-answers';
import { requestsFor, type KillPlace } from './kill-steps';
import { noteResult } from './note-result';
import { readJobs } from './read-database';
import { createTally } from './tally';
import { checkAll, findJob, judge, nameState } from './trial';

/** About as long as a job takes from the click to its pictures. */
const LIFE_MS = 600;

/** Each trial starts the browser once. */
const TRIAL_MS = 30_000;

/** What a started browser offers here; its server stays from one to the next. */
export type StartedBrowser = Pick<KillPlace, 'page' | 'write' | 'kill'>;

/** A browser on a profile that stays. */
export interface Mortal {
  readonly name: string;
  /** Starts it for the first time, enters the server, and ends it in peace. */
  prepare(sandbox: Sandbox): Promise<void>;
  /** Starts it again, waits until its background runs without anybody having woken it, and opens the side panel. */
  start(): Promise<StartedBrowser>;
}

/** How far the server had got with the only request of a job. */
function nameProgress(request: LoggedRequest | undefined): string {
  if (!request) return 'not sent';
  if (request.deliveredAt !== undefined) return 'answered';
  return request.finishedAt === undefined ? 'sent' : 'being answered';
}

/**
 * Registers the test that kills all of a browser at random moments of a job and starts it again.
 *
 * @param create makes it; what is to be undone is left to the test
 */
export function testBrowserDeaths(create: (context: TestContext) => Promise<Mortal>, trials: number): void {
  const timeout = (trials + 3) * TRIAL_MS;
  test(
    'all of the browser killed at any moment, and started again on the same profile',
    { timeout },
    async (context) => {
      const answers = createHeldAnswers({ pieceMs: LIFE_MS / 6 });
      const sandbox = await startSandbox({ intercept: answers.intercept });
      context.onTestFinished(() => sandbox.close());
      const mortal = await create(context);
      await mortal.prepare(sandbox);
      const start = async (): Promise<KillPlace> => ({ ...(await mortal.start()), sandbox, answers });

      context.onTestFailed(() => console.log(`${mortal.name}, seed ${seed}`));
      const random = seededRandom(`${seed} ${mortal.name}`);
      const written: string[] = [];
      const server = createTally();
      const ends = createTally();
      const started = performance.now();
      let place = await start();
      for (let trial = 1; trial <= trials; trial += 1) {
        const prompt = `All of it killed, trial ${trial}`;
        await place.write(prompt);
        await clickGenerate(place.page);
        // The way to the request is short; uniform chance would hardly meet it.
        await delay(random.between(0, random.chance(0.3) ? LIFE_MS / 15 : LIFE_MS));
        const [request] = requestsFor(place, prompt);
        server.add(nameProgress(request));
        await place.kill();
        place = await start();
        // Those of the deaths before are still there, however the database was opened again.
        const there = new Set((await readJobs(place.page)).map((job) => job.prompt));
        expect(
          written.filter((one) => !there.has(one)),
          'jobs that were there after an earlier death',
        ).toEqual([]);
        const left = nameState(await findJob(place, prompt), request ? 1 : 0);
        const end = await judge(place, prompt, left);
        if (end !== 'no job') written.push(prompt);
        ends.add(end);
      }
      await checkAll(place);
      expect(sandbox.generations().length, 'requests of all clicks').toBeLessThanOrEqual(trials);
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      noteResult(
        `${mortal.name}, all of it killed within ${LIFE_MS} ms of the click: ${trials} trials in ${seconds} s, ` +
          `seed ${seed}\n  the server by then: ${String(server)}\n  ended as ${String(ends)}`,
      );
    },
  );
}
