import { beforeEach, describe, expect, it, vi, onTestFinished } from 'vitest';
import { liveness } from '@/utils/browser/liveness';
import { fakeFunction, type Calls } from '../fakes/extension-functions';
import { replaceGlobal } from '../fakes/replace-global';

/** Web Locks of one browser, as far as they are used: a held name is not given out again. */
function createFakeLocks() {
  const held = new Set<string>();
  return {
    async request(name: string, _options: unknown, task: (lock: object | null) => Promise<unknown>) {
      if (held.has(name)) return task(null);
      held.add(name);
      try {
        return await task({ name });
      } finally {
        held.delete(name);
      }
    },
    query: () => Promise.resolve({ held: Array.from(held, (name) => ({ name })) }),
  };
}

/** A task that ends when the test says so. */
function createTask() {
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { task: () => ended, end: () => end() };
}

let ticks: Calls = [];

beforeEach(() => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  replaceGlobal('navigator', { locks: createFakeLocks() });
  ticks = fakeFunction('runtime', 'getPlatformInfo', () => Promise.resolve({ os: 'linux' }));
});

/** Long enough for what a test does meanwhile. */
const LIMIT_MS = 15 * 60_000;

describe('the mark of a living job', () => {
  it('is there while the task runs, for this job alone, and gone after it', async () => {
    const { task, end } = createTask();
    const holding = liveness.hold('a', LIMIT_MS, task);
    expect(await liveness.isHeld('a')).toBe(true);
    expect(await liveness.isHeld('b')).toBe(false);
    end();
    expect(await holding).toBe(true);
    expect(await liveness.isHeld('a')).toBe(false);
  });

  it('is held once: a second task for the job is not run', async () => {
    const { task, end } = createTask();
    const holding = liveness.hold('a', LIMIT_MS, task);
    const second = vi.fn<() => Promise<void>>();
    expect(await liveness.hold('a', LIMIT_MS, second)).toBe(false);
    expect(second).not.toHaveBeenCalled();
    end();
    await holding;
  });

  it('is gone after a task that failed, and the fault is told', async () => {
    const fault = new Error('broken');
    await expect(liveness.hold('a', LIMIT_MS, () => Promise.reject(fault))).rejects.toBe(fault);
    expect(await liveness.isHeld('a')).toBe(false);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('the keep-alive', () => {
  it('shows activity more often than the 30 s after which browsers end a background', async () => {
    const { task, end } = createTask();
    const holding = liveness.hold('a', LIMIT_MS, task);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(ticks).toHaveLength(3);
    end();
    await holding;
  });

  it('stops with the task', async () => {
    const { task, end } = createTask();
    const holding = liveness.hold('a', LIMIT_MS, task);
    await vi.advanceTimersByTimeAsync(20_000);
    end();
    await holding;
    await vi.advanceTimersByTimeAsync(120_000);
    expect(ticks).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is finite even when the task never ends', async () => {
    void liveness.hold('a', LIMIT_MS, createTask().task);
    await vi.advanceTimersByTimeAsync(LIMIT_MS);
    const before = ticks.length;
    await vi.advanceTimersByTimeAsync(60 * 60_000);
    expect(before).toBeGreaterThan(40);
    expect(ticks).toHaveLength(before);
  });

  it('does not run for a job that is held elsewhere', async () => {
    const { task, end } = createTask();
    const holding = liveness.hold('a', LIMIT_MS, task);
    await liveness.hold('a', LIMIT_MS, task);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(ticks).toHaveLength(1);
    end();
    await holding;
  });
});
