import type { IDBPTransaction } from 'idb';
import type { AnnounceChange } from '../core/change';
import type { Job } from '../core/job';
import { accepts, transition, type JobEvent } from '../core/job-transitions';
import type { ArrivedBytes, NewPicture } from '../core/picture';
import type { JobStore } from '../core/ports';
import { book, dayOf, type Booking } from '../core/spending';
import { DURABLE, storageFailure, type OpenDatabase } from './database';
import type { DepictSchema } from './schema';

const STORES = ['jobs', 'pictures', 'originals', 'thumbnails', 'previews', 'spending'] as const;

type Change = IDBPTransaction<DepictSchema, typeof STORES, 'readwrite'>;

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
      transaction.objectStore('thumbnails').add(thumbnail, picture.id),
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

/** Jobs in IndexedDB. Only the background makes one: it is the only writer. */
export function createJobStore(open: OpenDatabase, announce: AnnounceChange): JobStore {
  async function change(id: string, event: JobEvent, load: Load): Promise<Job | undefined> {
    const transaction = (await open()).transaction(STORES, 'readwrite', DURABLE);
    const jobs = transaction.objectStore('jobs');
    const job = await jobs.get(id);
    if (!job || !accepts(job, event.type)) {
      await transaction.done;
      return undefined;
    }
    const changed = transition(job, event);
    await Promise.all([
      jobs.put(changed),
      ...putPictures(transaction, load),
      ...clear(transaction, event, changed, load),
      ...(event.type === 'keep' && event.booking ? [putBooking(transaction, event.booking)] : []),
      transaction.done,
    ]);
    return changed;
  }

  async function apply(id: string, event: JobEvent, load: Load = {}): Promise<Job | undefined> {
    try {
      const changed = await change(id, event, load);
      if (changed) announce({ jobs: [id], pictures: (load.pictures ?? []).map(({ picture }) => picture.id) });
      return changed;
    } catch (thrown) {
      throw storageFailure(thrown);
    }
  }

  return {
    async add(job) {
      try {
        const transaction = (await open()).transaction('jobs', 'readwrite', DURABLE);
        await Promise.all([transaction.store.add(job), transaction.done]);
      } catch (thrown) {
        throw storageFailure(thrown);
      }
      announce({ jobs: [job.id] });
    },
    get: async (id) => (await open()).get('jobs', id),
    // Keys of an index entry are ordered by the primary key, and ids by time: oldest first.
    listByState: async (state) => (await open()).getAllFromIndex('jobs', 'state', state),
    apply: (id, event) => apply(id, event),
    arrive: (id, event, arrived) => apply(id, event, { arrived }),
    keep: (id, event, pictures) => apply(id, event, { pictures }),
    original: async (pictureId) => (await open()).get('originals', pictureId),
  };
}
