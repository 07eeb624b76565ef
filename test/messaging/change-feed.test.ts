import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Change } from '@/utils/core/change';
import { createAnnouncer, listenForChanges } from '@/utils/messaging/change-feed';
import { createBell } from '../fakes/bell';

const RealChannel = globalThis.BroadcastChannel;
const opened: BroadcastChannel[] = [];

/** The announcer keeps its channel for life; here it must end with the test. */
class CountedChannel extends RealChannel {
  constructor(name: string) {
    super(name);
    opened.push(this);
  }
}

beforeEach(() => {
  globalThis.BroadcastChannel = CountedChannel;
});

afterEach(() => {
  globalThis.BroadcastChannel = RealChannel;
  for (const channel of opened.splice(0)) channel.close();
});

/** A page that listens, and how to wait for what it hears. */
function listen() {
  const bell = createBell();
  const heard: Change[] = [];
  const stop = listenForChanges((change) => {
    heard.push(change);
    bell.ring();
  });
  return { heard, stop, heardAny: () => bell.until(() => heard[0]) };
}

it.each<Change>([
  { jobs: ['job-1'], pictures: ['picture-1', 'picture-2'] },
  { pictures: [] },
  { draft: true },
])('carries %j to every page', async (change) => {
  const pages = [listen(), listen()];
  createAnnouncer()(change);
  for (const { heardAny } of pages) expect(await heardAny()).toEqual(change);
});

it('carries changes in order', async () => {
  const { heard, heardAny } = listen();
  const announce = createAnnouncer();
  for (const id of ['a', 'b', 'c']) announce({ jobs: [id] });
  await heardAny();
  await expect.poll(() => heard.map(({ jobs }) => jobs?.[0])).toEqual(['a', 'b', 'c']);
});

it('leaves out what is no change', async () => {
  const { heard, heardAny } = listen();
  const channel = new BroadcastChannel('depict-changes');
  for (const message of ['jobs', null, 7, { jobs: 'job-1' }, { pictures: [7] }, { draft: 'yes' }]) {
    channel.postMessage(message);
  }
  createAnnouncer()({ jobs: ['job-1'] });
  await heardAny();
  expect(heard).toEqual([{ jobs: ['job-1'] }]);
});

it('is no longer heard by a page that stopped', async () => {
  const stopped = listen();
  const listening = listen();
  stopped.stop();
  createAnnouncer()({ jobs: ['job-1'] });
  await listening.heardAny();
  expect(stopped.heard).toEqual([]);
});
