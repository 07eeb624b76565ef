import type { HistoryReader, PictureEntry } from '../core/history/history';
import type { Picture } from '../core/picture/picture';
import { withDatabase, type Database, type OpenDatabase } from './database';
import { readTogether } from './read-together';
import { readWhile } from './read-while';

/** Reads for pages, newest first: ids, or the rows that are wanted, never the values of a whole store. */
export function createHistoryReader(open: OpenDatabase): HistoryReader {
  const read = <Result>(work: (database: Database) => Promise<Result>): Promise<Result> =>
    withDatabase(open, work);

  async function withJob(picture: Picture): Promise<PictureEntry | undefined> {
    const job = await read((database) => database.get('jobs', picture.jobId));
    return job && { picture, job };
  }

  const thumbnail = readTogether((ids) =>
    read(async (database) => {
      const { store } = database.transaction('thumbnails');
      const stored = await Promise.all(ids.map((id) => store.get(id)));
      return stored.map((one) => one && new Blob([one.bytes], { type: 'image/webp' }));
    }),
  );

  return {
    recentJobs: (limit) =>
      read(async (database) => {
        const { store } = database.transaction('jobs');
        const running = store.index('state').getAll('running');
        const newest = await store.openCursor(null, 'prev');
        const jobs = await readWhile(newest, (_job, before) => before < limit);
        const oldest = jobs.at(-1)?.id ?? '';
        return [...jobs, ...(await running).filter(({ id }) => id < oldest).toReversed()];
      }),
    countWaiting: () => read((database) => database.countFromIndex('jobs', 'state', 'queued')),
    job: (id) => read((database) => database.get('jobs', id)),
    async picture(id) {
      const picture = await read((database) => database.get('pictures', id));
      return picture && picture.deletedAt === undefined ? withJob(picture) : undefined;
    },
    thumbnail,
    async previews(jobId) {
      const range = IDBKeyRange.bound([jobId], [jobId, []]);
      const kept = await read((database) => database.getAll('previews', range));
      return kept.map(({ bytes }) => new Blob([bytes]));
    },
    original: (pictureId) => read((database) => database.get('originals', pictureId)),
  };
}
