import { describe, expect, it, vi } from 'vitest';
import { createJobLogLive } from '@/components/diagnostics/job-log-live';
import { makeJob } from '../../fixtures/jobs';
import { settle } from '../support/settle';

/** A log of so many jobs, of which three have failed. */
function createLog(length: number) {
  const jobs = Array.from({ length }, (_, place) => makeJob({ id: `job-${place}` }));
  const read = vi.fn<Parameters<typeof createJobLogLive>[0]>((state, limit) =>
    Promise.resolve(jobs.slice(0, state ? 3 : length).slice(0, limit)),
  );
  const live = createJobLogLive(read, () => () => undefined);
  return {
    live,
    read,
    /** Which state is shown, how many jobs, and whether there are more, once all is read. */
    async shown() {
      await settle();
      const snapshot = live.getSnapshot();
      return (
        snapshot.state === 'ready' && [snapshot.value.state, snapshot.value.jobs.length, snapshot.value.more]
      );
    },
  };
}

describe('the log of jobs', () => {
  it.each([
    [0, [undefined, 0, false]],
    [50, [undefined, 50, false]],
    [51, [undefined, 50, true]],
  ])('of %i shows the newest fifty, and tells whether there are more', async (length, seen) => {
    const { read, shown } = createLog(length);
    expect(await shown()).toEqual(seen);
    expect(read.mock.calls).toEqual([[undefined, 51]]);
  });

  it('shows fifty more when asked, keeping the newer ones', async () => {
    const { live, shown } = createLog(110);
    await shown();
    live.showOlder();
    expect(await shown()).toEqual([undefined, 100, true]);
    live.showOlder();
    expect(await shown()).toEqual([undefined, 110, false]);
  });

  it('shows one state from the newest on, and then everything again', async () => {
    const { live, read, shown } = createLog(110);
    live.showOlder();
    await shown();
    live.showOnly('failed');
    expect(await shown()).toEqual(['failed', 3, false]);
    expect(read).toHaveBeenLastCalledWith('failed', 51);
    live.showOnly(undefined);
    expect(await shown()).toEqual([undefined, 50, true]);
  });
});
