import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, test } from 'vitest';
import { requireChromium } from '../browser/find-browser';
import { copyGrantedExtension } from '../browser/granted-extension';
import { createBrowserKiller } from '../browser/kill-browser';
import { launchExtension } from '../browser/launch-extension';
import { connect } from '../e2e/connected-world';
import { seededRandom } from '../sandbox/drawing/random';
import { startSandbox, type LoggedRequest } from '../sandbox/server';
import { writePrompt } from './chromium-place';
import { extent, seed } from './extent';
import { clickGenerate } from './extension-page';
import { createHeldAnswers } from './held-answers';
import { requestsFor, type KillPlace } from './kill-steps';
import { noteResult } from './note-result';
import { createTally } from './tally';
import { checkAll, findJob, judge, nameState } from './trial';

/** A job takes about half a second from the click to its pictures. */
const LIFE_MS = 600;

/** How far the server had got with the only request of a job. */
function nameProgress(request: LoggedRequest | undefined): string {
  if (!request) return 'not sent';
  if (request.deliveredAt !== undefined) return 'answered';
  return request.finishedAt === undefined ? 'sent' : 'being answered';
}

/** Each trial starts the browser once. */
const TRIAL_MS = 30_000;

const granted = copyGrantedExtension();
afterAll(granted.remove);

test(
  'the browser killed at any moment of a job, and started again on the same profile',
  { timeout: (extent.browserKills + 2) * TRIAL_MS },
  async ({ onTestFinished }) => {
    const userDataDir = await mkdtemp(join(tmpdir(), 'depict-killed-'));
    onTestFinished(() => rm(userDataDir, { recursive: true, force: true, maxRetries: 5 }));
    const answers = createHeldAnswers({ pieceMs: LIFE_MS / 6 });
    const sandbox = await startSandbox({ intercept: answers.intercept });
    onTestFinished(() => sandbox.close());

    // Returns only when the background runs, which nobody of us has woken: the start of the browser does.
    const open = async () => {
      const extension = await launchExtension({
        extensionPath: granted.path,
        userDataDir,
        headless: true,
        executablePath: requireChromium(),
      });
      onTestFinished(() => extension.close());
      const kill = await createBrowserKiller(extension);
      const panel = await extension.openPage('sidepanel.html');
      const place: KillPlace = {
        sandbox,
        answers,
        page: panel,
        kill,
        write: (prompt) => writePrompt(panel, prompt),
      };
      return { extension, place };
    };

    const first = await open();
    await connect({ extension: first.extension, sandbox });
    await first.extension.close();

    const random = seededRandom(`${seed} browser`);
    const left = createTally();
    const ends = createTally();
    const started = performance.now();
    let { place } = await open();
    for (let trial = 1; trial <= extent.browserKills; trial += 1) {
      const prompt = `The browser killed, trial ${trial}`;
      await place.write(prompt);
      await clickGenerate(place.page);
      // The way to the request is short; uniform chance would hardly meet it.
      await delay(random.between(0, random.chance(0.3) ? LIFE_MS / 15 : LIFE_MS));
      const [request] = requestsFor(place, prompt);
      left.add(nameProgress(request));
      await place.kill();
      ({ place } = await open());
      ends.add(await judge(place, prompt, nameState(await findJob(place, prompt), request ? 1 : 0)));
    }
    await checkAll(place);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    noteResult(
      `Chromium, all of it killed within ${LIFE_MS} ms of the click: ${extent.browserKills} trials in ${seconds} s, ` +
        `seed ${seed}\n  the server by then: ${String(left)}\n  ended as ${String(ends)}`,
    );
  },
);
