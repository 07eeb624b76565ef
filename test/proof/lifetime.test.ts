import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, test } from 'vitest';
import { copyGrantedExtension } from '../browser/granted-extension';
import { findInHistory } from '../browser/main-job/find-in-history';
import { poll } from '../browser/poll';
import { spawnChromium } from '../browser/spawn-chromium';
import { startSandbox } from '../sandbox/server';
import { extent } from './extent';
import { noteResult } from './note-result';
import { slowRequests, WAYS } from './slow-answer';
import { leaveWaiting, openProfile, PAUSE_SECONDS } from './waiting-jobs';

const CASES = WAYS.flatMap((way) => extent.answersAfterSeconds.map((seconds) => ({ way, seconds })));

/** Starting some browsers beside others takes its time. */
const AROUND_MS = 120_000;

const granted = copyGrantedExtension();
afterAll(granted.remove);

// Each has a browser of its own: jobs that run side by side would keep one background alive for each other.
test.concurrent.for(CASES)(
  'a $way answer after $seconds s reaches the history of a browser with nobody attached',
  { timeout: Math.max(...extent.answersAfterSeconds) * 1000 + AROUND_MS },
  async ({ way, seconds }, { expect, onTestFinished }) => {
    const userDataDir = await mkdtemp(join(tmpdir(), 'depict-lifetime-'));
    onTestFinished(() => rm(userDataDir, { recursive: true, force: true, maxRetries: 5 }));
    const sandbox = await startSandbox();
    onTestFinished(() => sandbox.close());
    const place = { extensionPath: granted.path, userDataDir };

    const words = `A slow one, ${way}, ${seconds} s`;
    await leaveWaiting(place, sandbox, { words, way, seconds });
    expect(slowRequests(sandbox), 'the server was only asked, and told it to wait').toHaveLength(0);

    const alone = spawnChromium(place);
    onTestFinished(() => alone.kill());
    // When the next job in turn is sent, the slow one has ended, all of it, and is written down.
    const isNextSent = (): boolean => slowRequests(sandbox).length > 0 && sandbox.generations().length > 2;
    await poll('the next job in turn', () => isNextSent() || undefined, {
      timeoutMs: (PAUSE_SECONDS + seconds) * 1000 + AROUND_MS / 3,
      everyMs: 250,
    });
    await alone.end();
    const [slow] = slowRequests(sandbox);
    const took = (slow?.deliveredAt ?? 0) - (slow?.receivedAt ?? 0);
    // Timers may fire early.
    expect(took, 'milliseconds to the last byte').toBeGreaterThan(seconds * 1000 - 100);

    noteResult(
      `Chromium, ${way}: the last byte came after ${(took / 1000).toFixed(1)} s, with nobody attached`,
    );

    const extension = await openProfile(place);
    onTestFinished(() => extension.close());
    await findInHistory(await extension.openPage('gallery.html'), words);
    expect(slowRequests(sandbox), 'nothing is sent twice').toHaveLength(1);
  },
);
