import type { Extend, Liveness } from '../core/ports';
import { extensionApi } from './extension-api';

/** Both browsers end an idle background after 30 s, and a pending fetch does not count as activity (measured). */
const TICK_MS = 20_000;

const lockName = (jobId: string): string => `depict-job-${jobId}`;

/**
 * Asking for the platform is the cheapest call that reaches the browser's own process; Firefox counts only such
 * calls as activity.
 */
function keepAlive(limitMs: number): { readonly extend: Extend; readonly release: () => void } {
  let ticker: ReturnType<typeof setInterval> | undefined;
  let limit: ReturnType<typeof setTimeout> | undefined;
  let endsAt = 0;
  const stop = (): void => {
    clearInterval(ticker);
    ticker = undefined;
  };
  const extend = (milliseconds: number): void => {
    const end = Date.now() + milliseconds;
    if (end <= endsAt) return;
    endsAt = end;
    clearTimeout(limit);
    limit = setTimeout(stop, milliseconds);
    ticker ??= setInterval(() => void extensionApi.runtime.getPlatformInfo(), TICK_MS);
  };
  extend(limitMs);
  return {
    extend,
    release() {
      stop();
      clearTimeout(limit);
    },
  };
}

/**
 * A Web Lock per job marks the living: the browser releases it when the background dies, and every context sees it.
 * While a lock is held, a finite keep-alive runs.
 */
export const liveness: Liveness = {
  hold(jobId, limitMs, task) {
    return navigator.locks.request(lockName(jobId), { ifAvailable: true }, async (lock) => {
      if (!lock) return false;
      const { extend, release } = keepAlive(limitMs);
      try {
        await task(extend);
        return true;
      } finally {
        release();
      }
    });
  },
  async isHeld(jobId) {
    const { held = [] } = await navigator.locks.query();
    return held.some(({ name }) => name === lockName(jobId));
  },
};
