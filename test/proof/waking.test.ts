import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, expect, test, type TestContext } from 'vitest';
import { createBackgroundKiller } from '../browser/background-killer';
import { copyGrantedExtension } from '../browser/granted-extension';
import { launchExtension } from '../browser/launch-extension';
import { poll } from '../browser/poll';
import { connect } from '../e2e/connected-world';
import { startSandbox, type Sandbox } from '../sandbox/server';
import { orderQuietly, readAlarms, wakeBackground, type ExtensionPage } from './extension-page';
import { requestsFor } from './kill-steps';
import { findJob, nameState } from './trial';

/** The alarm comes within half a minute, or a little later. */
const ALARM = { timeoutMs: 75_000, everyMs: 250 };

const granted = copyGrantedExtension();
afterAll(granted.remove);

interface Scene {
  readonly sandbox: Sandbox;
  /** A document of the extension that has no script: it sees the database, and wakes nobody. */
  readonly page: ExtensionPage;
  kill(): Promise<void>;
}

/** A browser with no page of ours but one without scripts. */
async function setScene({ onTestFinished }: TestContext): Promise<Scene> {
  const sandbox = await startSandbox();
  onTestFinished(() => sandbox.close());
  const extension = await launchExtension({ extensionPath: granted.path, headless: true });
  onTestFinished(() => extension.close());
  const options = await connect({ extension, sandbox });
  const page = await extension.openPage('manifest.json');
  await options.close();
  const { kill } = await createBackgroundKiller(extension, page);
  return { sandbox, page, kill };
}

async function stateOf({ sandbox, page }: Scene, prompt: string): Promise<string> {
  return nameState(await findJob({ page }, prompt), requestsFor({ sandbox }, prompt).length);
}

async function waitForState(scene: Scene, prompt: string, state: string): Promise<void> {
  const look = async () => ((await stateOf(scene, prompt)) === state ? true : undefined);
  await poll(`the job to be ${state}`, look, ALARM);
}

const TIMEOUT = { timeout: 180_000 };

test.concurrent('the alarm wakes a background that died over a request', TIMEOUT, async (context) => {
  const scene = await setScene(context);
  const prompt = 'Half drawn [[hang]]';
  await orderQuietly(scene.page, prompt);
  await waitForState(scene, prompt, 'running, sent');
  await scene.kill();
  await waitForState(scene, prompt, 'interrupted');
  expect(requestsFor(scene, prompt), 'requests').toHaveLength(1);
});

test.concurrent(
  'the alarm wakes a background that died right after a job was written',
  TIMEOUT,
  async (context) => {
    const scene = await setScene(context);
    const killAfter = async (milliseconds: number, trial: number): Promise<string> => {
      await wakeBackground(scene.page);
      const noAlarm = async () => ((await readAlarms(scene.page)).length === 0 ? true : undefined);
      await poll('the alarm of the one before to go', noAlarm);
      const prompt = `Killed after ${milliseconds} ms, trial ${trial}`;
      const answered = orderQuietly(scene.page, prompt).catch(() => undefined);
      await delay(milliseconds);
      await scene.kill();
      await answered;
      return prompt;
    };
    // The right moment is a matter of milliseconds, and of the machine.
    for (let trial = 0; trial < 200; trial += 1) {
      const milliseconds = trial % 20;
      const prompt = await killAfter(milliseconds, trial);
      if ((await stateOf(scene, prompt)) !== 'queued') continue;
      console.log(`asleep with a job that was killed after ${milliseconds} ms`);
      await waitForState(scene, prompt, 'done');
      expect(requestsFor(scene, prompt), 'requests').toHaveLength(1);
      return;
    }
    throw new Error('no background died right after a job was written');
  },
);
