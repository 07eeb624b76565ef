import { describe, expect, it, vi } from 'vitest';
import {
  createHistoryLive,
  type HistoryContents,
  type HistoryPorts,
} from '@/components/history/history-live';
import type { Change } from '@/utils/core/change';
import { FailureError } from '@/utils/core/failure/failure';
import type { PictureEntry } from '@/utils/core/history/history';
import type { Job } from '@/utils/core/job/job';
import { makeEntry } from '../../fixtures/entries';
import { makeJobIn } from '../../fixtures/jobs';
import { settle } from '../support/settle';

const nameOf = (number: number): string => String(number).padStart(6, '0');

/** A history of so many pictures, the newest with the highest number; idle time comes when the test says so. */
function createHistory(length: number, wanted: HistoryPorts['wanted'] = 'newest') {
  const entries = new Map<string, PictureEntry>();
  const put = (number: number): PictureEntry => {
    const entry = makeEntry(nameOf(number));
    entries.set(entry.picture.id, entry);
    return entry;
  };
  for (let number = 1; number <= length; number += 1) put(number);
  const newestFirst = (): readonly string[] => [...entries.keys()].toSorted().toReversed();
  let tellChange: (change: Change) => void = () => undefined;
  let isBusy = true;
  const waiting: (() => void)[] = [];
  const ports = {
    newestIds: vi.fn<HistoryPorts['newestIds']>((limit) => Promise.resolve(newestFirst().slice(0, limit))),
    allIds: vi.fn<HistoryPorts['allIds']>(() => Promise.resolve(newestFirst())),
    entries: vi.fn<HistoryPorts['entries']>((ids) =>
      Promise.resolve(ids.flatMap((id) => entries.get(id) ?? [])),
    ),
    job: vi.fn<HistoryPorts['job']>(() => Promise.resolve(undefined)),
    unfinishedJobs: vi.fn<HistoryPorts['unfinishedJobs']>(() => Promise.resolve([])),
    watch(listener: (change: Change) => void) {
      tellChange = listener;
      return () => undefined;
    },
    untilIdle: () =>
      isBusy ? new Promise<void>((resolve) => void waiting.push(resolve)) : Promise.resolve(),
    wanted,
  };
  const live = createHistoryLive(ports);
  live.subscribe(() => undefined);
  const contents = (): HistoryContents => {
    const snapshot = live.getSnapshot();
    if (snapshot.state !== 'ready') throw new Error(`The history is ${snapshot.state}`);
    return snapshot.value;
  };
  return {
    live,
    ports,
    contents,
    put,
    entries,
    change: (change: Change) => tellChange(change),
    /** From now on there is time for everything. */
    async rest() {
      isBusy = false;
      for (const go of waiting.splice(0)) go();
      await settle();
    },
  };
}

describe('a long history', () => {
  it('is there with its newest pictures before anything else is read', async () => {
    const { contents, ports, live } = createHistory(3000);
    await settle();
    expect(contents()).toMatchObject({ complete: false, indexed: false });
    expect(contents().ids[0]).toBe('picture-003000');
    expect(live.rows.get('picture-003000')?.job.prompt).toBe('words of 003000');
    expect(ports.allIds).not.toHaveBeenCalled();
    expect(ports.entries).toHaveBeenCalledTimes(1);
  });

  it('is read to its end when there is time, a part at a time, each picture once', async () => {
    const { contents, ports, rest } = createHistory(3000);
    await settle();
    await rest();
    expect(contents()).toMatchObject({ complete: true, indexed: true });
    expect([contents().ids.length, contents().index.size]).toEqual([3000, 3000]);
    const read = ports.entries.mock.calls.slice(1).map(([ids]) => ids.length);
    expect(Math.max(...read)).toBeLessThanOrEqual(500);
    expect(read.reduce((sum, count) => sum + count)).toBe(3000);
  });

  it('is listed whole at once for a page that goes back to its place', async () => {
    const { contents, ports } = createHistory(3000, 'all');
    await settle();
    expect(contents().complete).toBe(true);
    expect(ports.newestIds).not.toHaveBeenCalled();
  });
});

describe('a change', () => {
  it('brings a new picture to the top and reads nothing else', async () => {
    const { contents, ports, rest, put, change } = createHistory(700);
    await settle();
    await rest();
    ports.entries.mockClear();
    const { picture } = put(701);
    change({ pictures: [picture.id] });
    await settle();
    expect(contents().ids.slice(0, 2)).toEqual([picture.id, 'picture-000700']);
    expect(contents().index.get(picture.id)?.job.model).toBe('gpt-image-1');
    expect(ports.entries.mock.calls).toEqual([[[picture.id]]]);
  });

  it('takes a deleted picture away, and puts it back where it was', async () => {
    const { contents, rest, put, entries, change } = createHistory(3);
    await settle();
    await rest();
    const before = contents().ids;
    entries.delete('picture-000002');
    change({ pictures: ['picture-000002'] });
    await settle();
    expect(contents().ids).toEqual(['picture-000003', 'picture-000001']);
    expect(contents().index.size).toBe(2);
    put(2);
    change({ pictures: ['picture-000002'] });
    await settle();
    expect(contents().ids).toEqual(before);
  });

  it('of a picture that is only marked leaves the list as it is', async () => {
    const { contents, rest, change } = createHistory(3);
    await settle();
    await rest();
    const before = contents().ids;
    change({ pictures: ['picture-000002'] });
    await settle();
    expect(contents().ids).toBe(before);
  });
});

it('that cannot be read says so, and is read again when asked', async () => {
  const { live, ports, contents, rest } = createHistory(3);
  ports.newestIds.mockRejectedValue(new Error('blocked'));
  live.reload();
  await settle();
  expect(live.getSnapshot().state).toBe('failed');
  ports.newestIds.mockResolvedValue(['picture-000003']);
  live.reload();
  await settle();
  await rest();
  expect(contents().ids).toEqual(['picture-000003']);
});

it('whose rows cannot be read when they are scrolled to says so, and not nothing', async () => {
  const { live, ports } = createHistory(200);
  await settle();
  ports.entries.mockRejectedValueOnce(new FailureError({ kind: 'storageUnavailable' }));
  live.rows.want([`picture-${nameOf(3)}`]);
  await settle();
  expect(live.getSnapshot()).toMatchObject({ state: 'failed', failure: { kind: 'storageUnavailable' } });
  live.reload();
  await settle();
  live.rows.want([`picture-${nameOf(3)}`]);
  await settle();
  expect(live.rows.get(`picture-${nameOf(3)}`)).toBeDefined();
});

describe('a job without its pictures', () => {
  const withJob = (job: Job) => {
    const world = createHistory(2);
    world.ports.job.mockImplementation((id) => Promise.resolve(id === job.id ? job : undefined));
    return world;
  };
  const states = ({ unfinished }: HistoryContents) => [...unfinished.values()].map(({ state }) => state);

  it('is part of the history from the beginning', async () => {
    const { ports, contents, live, rest } = createHistory(2);
    ports.unfinishedJobs.mockResolvedValue([makeJobIn('failed')]);
    live.reload();
    await rest();
    expect(states(contents())).toEqual(['failed']);
    expect(contents().index.get('job-1')?.job.state).toBe('failed');
  });

  it('comes when it is asked for, and goes when its pictures are here', async () => {
    const running = withJob(makeJobIn('running'));
    await running.rest();
    running.change({ jobs: ['job-1'] });
    await settle();
    expect(states(running.contents())).toEqual(['running']);
    running.ports.job.mockResolvedValue(makeJobIn('done'));
    running.change({ jobs: ['job-1'] });
    await settle();
    expect(states(running.contents())).toEqual([]);
    expect(running.contents().index.get('job-1')).toBeUndefined();
  });

  it('is left out once a person put it away', async () => {
    const world = withJob(makeJobIn('failed'));
    await world.rest();
    world.change({ jobs: ['job-1'] });
    await settle();
    world.ports.job.mockResolvedValue({ ...makeJobIn('failed'), dismissed: true });
    world.change({ jobs: ['job-1'] });
    await settle();
    expect(states(world.contents())).toEqual([]);
  });
});

it('takes over thousands of changes, a part at a time', async () => {
  const { contents, ports, rest, put, change } = createHistory(10);
  await rest();
  const added = Array.from({ length: 2000 }, (_, index) => put(index + 11).picture.id);
  ports.entries.mockClear();
  change({ pictures: added });
  await settle();
  expect(contents().ids).toHaveLength(2010);
  expect(Math.max(...ports.entries.mock.calls.map(([ids]) => ids.length))).toBeLessThanOrEqual(500);
});

it('tells once of many jobs that came together', async () => {
  const { live, ports, rest, change } = createHistory(2);
  await rest();
  ports.job.mockImplementation((id) => Promise.resolve({ ...makeJobIn('failed'), id }));
  const told = vi.fn<() => void>();
  live.subscribe(told);
  change({ jobs: ['job-1', 'job-2', 'job-3'] });
  await settle();
  expect(told).toHaveBeenCalledOnce();
});
