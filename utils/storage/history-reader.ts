import type { Job } from '../core/job';
import type { HistoryReader, PictureEntry } from '../core/history';
import type { Picture } from '../core/picture';
import { matchesWords } from '../core/search';
import { withDatabase, type Database, type OpenDatabase } from './database';

/** Reads for pages: always a range of keys, newest first, never a whole store. */
export function createHistoryReader(open: OpenDatabase): HistoryReader {
  const read = <Result>(work: (database: Database) => Promise<Result>): Promise<Result> =>
    withDatabase(open, work);

  async function withJob(picture: Picture): Promise<PictureEntry | undefined> {
    const job = await read((database) => database.get('jobs', picture.jobId));
    return job && { picture, job };
  }

  return {
    recentJobs: (limit) =>
      read(async (database) => {
        const jobs: Job[] = [];
        const { store } = database.transaction('jobs');
        const running = store.index('state').getAll('running');
        let cursor = await store.openCursor(null, 'prev');
        while (cursor && jobs.length < limit) {
          jobs.push(cursor.value);
          cursor = await cursor.continue();
        }
        const oldest = jobs.at(-1)?.id ?? '';
        return [...jobs, ...(await running).filter(({ id }) => id < oldest).toReversed()];
      }),
    countWaiting: () => read((database) => database.countFromIndex('jobs', 'state', 'queued')),
    job: (id) => read((database) => database.get('jobs', id)),
    pictures: (before, limit, words = []) =>
      read(async (database) => {
        const range = before === undefined ? null : IDBKeyRange.upperBound(before, true);
        const transaction = database.transaction(['pictures', 'jobs']);
        const entries: PictureEntry[] = [];
        let cursor = await transaction.objectStore('pictures').openCursor(range, 'prev');
        while (cursor && entries.length < limit) {
          const picture = cursor.value;
          const job =
            picture.deletedAt === undefined && (await transaction.objectStore('jobs').get(picture.jobId));
          if (job && matchesWords({ picture, job }, words)) entries.push({ picture, job });
          cursor = await cursor.continue();
        }
        return entries;
      }),
    async picture(id) {
      const picture = await read((database) => database.get('pictures', id));
      return picture && picture.deletedAt === undefined ? withJob(picture) : undefined;
    },
    async thumbnail(pictureId) {
      const stored = await read((database) => database.get('thumbnails', pictureId));
      return stored && new Blob([stored.bytes], { type: 'image/webp' });
    },
    async previews(jobId) {
      const range = IDBKeyRange.bound([jobId], [jobId, []]);
      const kept = await read((database) => database.getAll('previews', range));
      return kept.map(({ bytes }) => new Blob([bytes]));
    },
    original: (pictureId) => read((database) => database.get('originals', pictureId)),
  };
}
