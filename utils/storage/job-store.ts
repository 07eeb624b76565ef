import type { IDBPObjectStore } from 'idb';
import type { AnnounceChange } from '../core/change';
import type { Job } from '../core/job/job';
import type { JobEvent } from '../core/job/job-events';
import { accepts, transition } from '../core/job/job-transitions';
import { book, dayOf, type Booking } from '../core/money/spending';
import type { ArrivedBytes, NewPicture } from '../core/picture/picture';
import type { Beside, JobStore } from '../core/ports';
import { withDatabase, write, type OpenDatabase, type Writing } from './database';
import { readWhile } from './read-while';
import type { DepictSchema } from './schema';

const STORES = ['jobs', 'pictures', 'originals', 'thumbnails', 'previews', 'spending'] as const;

type Change = Writing<typeof STORES>;

type JobRows = IDBPObjectStore<DepictSchema, ['jobs'], 'jobs', 'readwrite'>;

/** What is written with an event. */
interface Load {
  readonly arrived?: readonly ArrivedBytes[];
  readonly pictures?: readonly NewPicture[];
}

function putPictures(transaction: Change, { arrived = [], pictures = [] }: Load): Promise<unknown>[] {
  const originals = transaction.objectStore('originals');
  return [
    ...arrived.map(({ id, bytes }) => originals.add(bytes, id)),
    ...pictures.flatMap(({ picture, original, thumbnail }) => [
      transaction.objectStore('pictures').add(picture),
      ...(thumbnail ? [transaction.objectStore('thumbnails').add(thumbnail, picture.id)] : []),
      ...(original ? [originals.add(original, picture.id)] : []),
    ]),
  ];
}

async function putBooking(transaction: Change, booking: Booking): Promise<void> {
  const spending = transaction.objectStore('spending');
  const row = await spending.get([dayOf(booking.at), booking.providerId, booking.model]);
  await spending.put(book(row, booking));
}

/** All previews of a job. */
function previewsOf(jobId: string): IDBKeyRange {
  return IDBKeyRange.bound([jobId], [jobId, []]);
}

/** What an event takes away: bytes that are no picture, and previews once there is something better, or a new attempt. */
function clear(
  transaction: Change,
  event: JobEvent,
  { id, state }: Job,
  { pictures = [] }: Load,
): Promise<unknown>[] {
  const discarded = event.type === 'keep' ? event.discarded : [];
  return [
    ...discarded.map((one) => transaction.objectStore('originals').delete(one)),
    ...pictures.map(({ picture }) => transaction.objectStore('previews').delete([id, picture.index])),
    ...(state === 'done' || state === 'queued'
      ? [transaction.objectStore('previews').delete(previewsOf(id))]
      : []),
  ];
}

/** Events after which it matters which pictures of a job are missing. */
const NEEDS_INDEXES: ReadonlySet<JobEvent['type']> = new Set(['start', 'keep', 'retry', 'resume']);

/**
 * The job with the index of each kept picture. A row of an earlier version, or of an import, does not hold them: they are
 * read from the rows of the pictures. Where two pictures share one, the second gets the lowest that is free.
 */
async function withIndexes(transaction: Change, job: Job): Promise<Job> {
  const pictures = transaction.objectStore('pictures');
  const { pictureIndexes = {} } = job;
  const rows = await Promise.all(job.pictureIds.map((id) => pictures.get(id)));
  const used = new Set<number>();
  const indexes: Record<string, number> = {};
  for (const [position, id] of job.pictureIds.entries()) {
    const row = rows[position];
    let index = pictureIndexes[id] ?? row?.index ?? position;
    if (used.has(index)) for (index = 0; used.has(index);) index += 1;
    used.add(index);
    if (row && row.index !== index) await pictures.put({ ...row, index });
    if (index !== position) indexes[id] = index;
  }
  const { pictureIndexes: _, ...rest } = job;
  return Object.keys(indexes).length > 0 ? { ...rest, pictureIndexes: indexes } : rest;
}

/** The job after the event, written with all that belongs to it; `undefined` where it does not take the event. */
async function changeRow(
  transaction: Change,
  id: string,
  event: JobEvent,
  load: Load,
): Promise<Job | undefined> {
  const jobs = transaction.objectStore('jobs');
  const job = await jobs.get(id);
  if (!job || !accepts(job, event.type)) return undefined;
  const changed = transition(
    NEEDS_INDEXES.has(event.type) ? await withIndexes(transaction, job) : job,
    event,
  );
  const booking = event.type === 'keep' || event.type === 'look' ? event.booking : undefined;
  await Promise.all([
    jobs.put(changed),
    ...putPictures(transaction, load),
    ...clear(transaction, event, changed, load),
    ...(booking ? [putBooking(transaction, booking)] : []),
  ]);
  return changed;
}

async function madeSince(store: JobRows, since: number): Promise<readonly Job[]> {
  return readWhile(await store.openCursor(null, 'prev'), ({ createdAt }) => createdAt >= since);
}

async function addRow(store: JobRows, job: Job, beside: Beside | undefined): Promise<Job> {
  const recent = beside ? await madeSince(store, beside.since) : [];
  const row = beside?.settle(recent) ?? job;
  if (!recent.includes(row)) await store.add(row);
  return row;
}

/** Jobs in IndexedDB. Only the background makes one: it is the only writer. */
export function createJobStore(open: OpenDatabase, announce: AnnounceChange): JobStore {
  async function apply(id: string, event: JobEvent, load: Load = {}): Promise<Job | undefined> {
    const changed = await write(open, STORES, (transaction) => changeRow(transaction, id, event, load));
    if (changed) announce({ jobs: [id], pictures: (load.pictures ?? []).map(({ picture }) => picture.id) });
    return changed;
  }

  return {
    async add(job, beside) {
      const kept = await write(open, ['jobs'], (transaction) =>
        addRow(transaction.objectStore('jobs'), job, beside),
      );
      announce({ jobs: [kept.id] });
      return kept;
    },
    get: (id) => withDatabase(open, (database) => database.get('jobs', id)),
    // Keys of an index entry are ordered by the primary key, and ids by time: oldest first.
    listByState: (state) =>
      withDatabase(open, (database) => database.getAllFromIndex('jobs', 'state', state)),
    listUnseen: () => withDatabase(open, (database) => database.getAllKeysFromIndex('jobs', 'unseen')),
    count: () =>
      withDatabase(open, async (database) => {
        const jobs = database.transaction('jobs').store;
        const [queued, running, unseen] = await Promise.all([
          jobs.index('state').count('queued'),
          jobs.index('state').count('running'),
          jobs.index('unseen').count(),
        ]);
        return { open: queued + running, unseen };
      }),
    apply: (id, event) => apply(id, event),
    async applyEach(ids, event) {
      if (ids.length === 0) return [];
      const rows = await write(open, STORES, (transaction) =>
        Promise.all(ids.map((id) => changeRow(transaction, id, event, {}))),
      );
      const changed = rows.flatMap((row) => (row ? [row.id] : []));
      if (changed.length > 0) announce({ jobs: changed });
      return changed;
    },
    arrive: (id, event, arrived) => apply(id, event, { arrived }),
    keep: (id, event, pictures) => apply(id, event, { pictures }),
    original: (pictureId) => withDatabase(open, (database) => database.get('originals', pictureId)),
  };
}
