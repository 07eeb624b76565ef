import type { Change } from '@/utils/core/change';
import { failureOf } from '@/utils/core/failure/failure';
import type { PictureListReader } from '@/utils/core/history/history';
import { createHistoryIndex, type HistoryIndex } from '@/utils/core/history/history-index';
import { standsInHistory, type Job } from '@/utils/core/job/job';
import { idsAfter, withIds } from '@/utils/core/text/sorted-ids';
import { createListeners } from '../hooks/listeners';
import type { Live, Snapshot } from '../hooks/live';
import { createPictureRows, type PictureRows } from '../hooks/picture-rows';

/** What is known of the history so far. */
export interface HistoryContents {
  /** Newest first. */
  readonly ids: readonly string[];
  /** Whether these are all ids. */
  readonly complete: boolean;
  /** Jobs that stand in the history themselves, as not all of their pictures do; by their ids. */
  readonly unfinished: ReadonlyMap<string, Job>;
  readonly index: HistoryIndex;
  /** Whether the index knows all of them. */
  readonly indexed: boolean;
}

export interface HistoryLive extends Live<HistoryContents> {
  readonly rows: PictureRows;
}

/** What a history is read from. */
export interface HistoryPorts extends PictureListReader {
  readonly job: (id: string) => Promise<Job | undefined>;
  readonly watch: (onChange: (change: Change) => void) => () => void;
  /** Resolves when what is shown has been drawn, and there is time for the rest. */
  readonly untilIdle: () => Promise<void>;
  /** Whether the whole list is wanted at once, because the page goes back to a place far down. */
  readonly wanted: 'newest' | 'all';
}

/** Pictures that are listed before all others: more than a large screen shows. */
const FIRST = 120;

/** Rows that come with them, so that a first screen needs no further look. */
const FIRST_ROWS = 40;

/** Rows of one step into the index: a few milliseconds of work. */
const STEP = 500;

/** Steps after which those who look for something are told. */
const STEPS_TOLD = 10;

/**
 * Reads a history: first the newest ids with their rows, then all ids, and then, whenever there is time, what is needed
 * to find pictures by anything else. A change is read by itself; nothing is read twice.
 */
export function createHistoryLive(ports: HistoryPorts): HistoryLive {
  const rows = createPictureRows(async (ids) => {
    try {
      return await ports.entries(ids);
    } catch (thrown) {
      fail(thrown);
      return [];
    }
  });
  let snapshot: Snapshot<HistoryContents> = { state: 'loading' };
  let contents: HistoryContents;
  let round = 0;
  // One read after the other: what was read later is never replaced by what was read earlier.
  let last: Promise<unknown> = Promise.resolve();

  const publish = (next: Snapshot<HistoryContents>): void => {
    snapshot = next;
    listeners.tell();
  };
  const fail = (thrown: unknown): void => publish({ state: 'failed', failure: failureOf(thrown) });
  const tell = (changes: Partial<HistoryContents>): void => {
    contents = { ...contents, ...changes };
    publish({ state: 'ready', value: contents });
  };
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };

  async function fillIndex(isLatest: () => boolean): Promise<void> {
    let reached: string | undefined;
    for (let step = 1; ; step += 1) {
      await ports.untilIdle();
      const ids = await inTurn(async () => {
        const next = idsAfter(contents.ids, reached, STEP);
        if (next.length > 0 && isLatest()) contents.index.put(await ports.entries(next));
        return next;
      });
      if (!isLatest()) return;
      if (ids.length < STEP) break;
      reached = ids.at(-1);
      if (step % STEPS_TOLD === 0) tell({});
    }
    tell({ indexed: true });
  }

  async function load(): Promise<void> {
    round += 1;
    const mine = round;
    const isLatest = (): boolean => mine === round;
    await inTurn(async () => {
      const ids = ports.wanted === 'newest' ? await ports.newestIds(FIRST) : await ports.allIds();
      const complete = ports.wanted === 'all' || ids.length < FIRST;
      rows.put(await ports.entries(ids.slice(0, FIRST_ROWS)));
      contents = { ids, complete, unfinished: new Map(), index: createHistoryIndex(), indexed: false };
      if (isLatest()) tell({});
    });
    if (!isLatest()) return;
    await inTurn(async () => {
      const jobs = await ports.unfinishedJobs();
      if (!isLatest()) return;
      for (const job of jobs) contents.index.putUnfinished(job);
      if (jobs.length > 0) tell({ unfinished: new Map(jobs.map((job) => [job.id, job])) });
    });
    if (isLatest() && !contents.complete) {
      await ports.untilIdle();
      await inTurn(async () => {
        const ids = await ports.allIds();
        if (isLatest()) tell({ ids, complete: true });
      });
    }
    await fillIndex(isLatest);
  }

  async function takeOver({ pictures = [], jobs = [] }: Change): Promise<void> {
    const present: string[] = [];
    const gone: string[] = [];
    for (let from = 0; from < pictures.length; from += STEP) {
      const ids = pictures.slice(from, from + STEP);
      const entries = await ports.entries(ids);
      const found = new Set(entries.map(({ picture }) => picture.id));
      present.push(...found);
      gone.push(...ids.filter((id) => !found.has(id)));
      contents.index.put(entries);
      rows.update(entries);
    }
    for (const id of gone) contents.index.remove(id);
    rows.remove(gone);
    if (pictures.length > 0) tell({ ids: withIds(contents.ids, present, gone) });
    await takeOverJobs(jobs);
  }

  /** However many came, it is told of once. */
  async function takeOverJobs(ids: readonly string[]): Promise<void> {
    const { index } = contents;
    let unfinished: Map<string, Job> | undefined;
    let isNews = false;
    for (const id of ids) {
      const job = await ports.job(id);
      if (!job) continue;
      if (index.putJob(job)) isNews = true;
      const stands = standsInHistory(job);
      if (!stands && !contents.unfinished.has(id)) continue;
      unfinished ??= new Map(contents.unfinished);
      if (stands) {
        unfinished.set(id, job);
        index.putUnfinished(job);
      } else {
        unfinished.delete(id);
        index.remove(id);
      }
    }
    if (unfinished) tell({ unfinished });
    else if (isNews) tell({});
  }

  const change = (what: Change): void => {
    inTurn(async () => {
      if (snapshot.state === 'ready') await takeOver(what);
    }).catch(fail);
  };
  const reload = (): void => void load().catch(fail);
  const listeners = createListeners({ watch: () => ports.watch(change), reload });

  reload();
  return {
    rows,
    reload,
    getSnapshot: () => snapshot,
    subscribe: listeners.subscribe,
  };
}
