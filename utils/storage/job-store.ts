import type { AnnounceChange } from '../core/change';
import type { Job } from '../core/job';
import { accepts, transition, type JobEvent } from '../core/job-transitions';
import type { NewPicture } from '../core/picture';
import type { JobStore } from '../core/ports';
import { DURABLE, storageFailure, type OpenDatabase } from './database';

const STORES = ['jobs', 'pictures', 'originals', 'thumbnails'] as const;

/** Jobs in IndexedDB. Only the background makes one: it is the only writer. */
export function createJobStore(open: OpenDatabase, announce: AnnounceChange): JobStore {
  async function change(
    id: string,
    event: JobEvent,
    pictures: readonly NewPicture[],
  ): Promise<Job | undefined> {
    const transaction = (await open()).transaction(STORES, 'readwrite', DURABLE);
    const jobs = transaction.objectStore('jobs');
    const job = await jobs.get(id);
    if (!job || !accepts(job.state, event.type)) {
      await transaction.done;
      return undefined;
    }
    const changed = transition(job, event);
    await Promise.all([
      jobs.put(changed),
      ...pictures.flatMap(({ picture, original, thumbnail }) => [
        transaction.objectStore('pictures').add(picture),
        transaction.objectStore('originals').add(original, picture.id),
        transaction.objectStore('thumbnails').add(thumbnail, picture.id),
      ]),
      transaction.done,
    ]);
    return changed;
  }

  async function apply(
    id: string,
    event: JobEvent,
    pictures: readonly NewPicture[] = [],
  ): Promise<Job | undefined> {
    try {
      const changed = await change(id, event, pictures);
      if (changed) announce({ jobs: [id], pictures: pictures.map(({ picture }) => picture.id) });
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
    keep: apply,
  };
}
