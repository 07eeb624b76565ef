import { act, render, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { createLive, useLive, useLiveValue, type Live } from '@/components/hooks/live';
import { FailureError } from '@/utils/core/failure/failure';
import { createDeferred, type Deferred } from '../support/deferred';
import { settle } from '../support/settle';

/** Something live whose reads the test answers, one by one. */
function createWorld() {
  const reads: Deferred<string>[] = [];
  const watchers = new Set<() => void>();
  const watch = vi.fn<Parameters<typeof createLive>[1]>((onChange) => {
    watchers.add(onChange);
    return () => void watchers.delete(onChange);
  });
  const live = createLive(() => {
    const read = createDeferred<string>();
    reads.push(read);
    return read.promise;
  }, watch);
  return {
    live,
    reads,
    watch,
    countWatchers: () => watchers.size,
    change() {
      for (const onChange of watchers) onChange();
    },
    async answer(index: number, value: string) {
      reads[index]?.resolve(value);
      await settle();
    },
    async refuse(index: number, reason: unknown) {
      reads[index]?.reject(reason);
      await settle();
    },
  };
}

describe('something live', () => {
  it('is read once at the beginning, and is loading until then', async () => {
    const { live, reads, answer } = createWorld();
    expect(live.getSnapshot()).toEqual({ state: 'loading' });
    expect(reads).toHaveLength(1);
    await answer(0, 'one');
    expect(live.getSnapshot()).toEqual({ state: 'ready', value: 'one' });
    expect(reads).toHaveLength(1);
  });

  it('is read again after a change, and stays as it was meanwhile', async () => {
    const { live, reads, answer, change } = createWorld();
    live.subscribe(() => undefined);
    await answer(0, 'one');
    change();
    expect(reads).toHaveLength(2);
    expect(live.getSnapshot()).toEqual({ state: 'ready', value: 'one' });
    await answer(1, 'two');
    expect(live.getSnapshot()).toEqual({ state: 'ready', value: 'two' });
  });

  it('is read exactly once more after any number of changes during a read', async () => {
    const { live, reads, answer, change } = createWorld();
    live.subscribe(() => undefined);
    change();
    change();
    change();
    expect(reads).toHaveLength(1);
    await answer(0, 'one');
    expect(reads).toHaveLength(2);
    await answer(1, 'two');
    expect(reads).toHaveLength(2);
    expect(live.getSnapshot()).toEqual({ state: 'ready', value: 'two' });
  });

  it('is read again when asked', async () => {
    const { live, reads, answer } = createWorld();
    await answer(0, 'one');
    live.reload();
    await answer(1, 'two');
    expect(reads).toHaveLength(2);
    expect(live.getSnapshot()).toEqual({ state: 'ready', value: 'two' });
  });

  it('has failed when it cannot be read, and recovers', async () => {
    const { live, refuse, answer } = createWorld();
    await refuse(0, new FailureError({ kind: 'storageUnavailable' }));
    expect(live.getSnapshot()).toEqual({ state: 'failed', failure: { kind: 'storageUnavailable' } });
    live.reload();
    await answer(1, 'one');
    expect(live.getSnapshot()).toEqual({ state: 'ready', value: 'one' });
  });

  it('has failed with what was thrown, whatever that is', async () => {
    const { live, refuse } = createWorld();
    await refuse(0, new TypeError('blocked'));
    expect(live.getSnapshot()).toEqual({
      state: 'failed',
      failure: { kind: 'unexpected', detail: 'blocked' },
    });
  });

  it('tells all who listen, once for each read', async () => {
    const { live, answer } = createWorld();
    const first = vi.fn<() => void>();
    const second = vi.fn<() => void>();
    live.subscribe(first);
    const leave = live.subscribe(second);
    await answer(0, 'one');
    leave();
    live.reload();
    await answer(1, 'two');
    expect(first).toHaveBeenCalledTimes(2);
    expect(second).toHaveBeenCalledTimes(1);
  });

  it('is read again after a change before anybody listens', async () => {
    const { live, answer, change } = createWorld();
    change();
    await answer(0, 'one');
    live.subscribe(() => undefined);
    await answer(1, 'two');
    expect(live.getSnapshot()).toEqual({ state: 'ready', value: 'two' });
  });

  it('is watched once, from the beginning until the last who listens leaves', () => {
    const { live, watch, countWatchers } = createWorld();
    const leaveFirst = live.subscribe(() => undefined);
    const leaveSecond = live.subscribe(() => undefined);
    expect(watch).toHaveBeenCalledTimes(1);
    leaveFirst();
    expect(countWatchers()).toBe(1);
    leaveSecond();
    expect(countWatchers()).toBe(0);
  });

  it('is watched again for who comes back, and read, as changes may have been missed', async () => {
    const { live, countWatchers, change, answer } = createWorld();
    await answer(0, 'one');
    live.subscribe(() => undefined)();
    live.subscribe(() => undefined);
    expect(countWatchers()).toBe(1);
    await answer(1, 'two');
    expect(live.getSnapshot()).toEqual({ state: 'ready', value: 'two' });
    change();
    await answer(2, 'three');
    expect(live.getSnapshot()).toEqual({ state: 'ready', value: 'three' });
  });
});

describe('a component', () => {
  function Shown({ live }: { readonly live: Live<string> }): ReactElement {
    const snapshot = useLive(live);
    const value = useLiveValue(live);
    return <p>{`${snapshot.state}: ${value ?? 'nothing'}`}</p>;
  }

  it('is drawn again with each change', async () => {
    const { live, answer, refuse, countWatchers } = createWorld();
    const { unmount } = render(<Shown live={live} />);
    expect(screen.getByText('loading: nothing')).toBeTruthy();
    await answer(0, 'one');
    expect(screen.getByText('ready: one')).toBeTruthy();
    act(live.reload);
    await refuse(1, new Error('gone'));
    expect(screen.getByText('failed: nothing')).toBeTruthy();
    unmount();
    expect(countWatchers()).toBe(0);
  });
});
