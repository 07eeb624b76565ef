import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'vitest';

/** Where the profile of a failed test goes: what a killed browser left is the only witness. */
const FAILED = 'test-output/killed-profile';

/** Makes a profile that outlives its browser, and goes with the test. */
export async function createLastingProfile({ task, onTestFinished }: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'depict-killed-'));
  onTestFinished(async () => {
    if (task.result?.state === 'fail') {
      await rm(FAILED, { recursive: true, force: true });
      await cp(folder, FAILED, { recursive: true, verbatimSymlinks: true });
      console.log(`what the killed browser left: ${FAILED}`);
    }
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  return folder;
}
