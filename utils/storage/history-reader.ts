import type { Job } from '../core/job';
import type { HistoryReader, PictureEntry } from '../core/history';
import type { Picture } from '../core/picture';
import { matchesWords } from '../core/search';
import type { OpenDatabase } from './database';

/** Reads for pages: always a range of keys, newest first, never a whole store. */
export function createHistoryReader(open: OpenDatabase): HistoryReader {
  async function withJob(picture: Picture): Promise<PictureEntry | undefined> {
    const job = await (await open()).get('jobs', picture.jobId);
    return job && { picture, job };
  }

  return {
    async recentJobs(limit) {
      const jobs: Job[] = [];
      const transaction = (await open()).transaction('jobs');
      let cursor = await transaction.store.openCursor(null, 'prev');
      while (cursor && jobs.length < limit) {
        jobs.push(cursor.value);
        cursor = await cursor.continue();
      }
      return jobs;
    },
    job: async (id) => (await open()).get('jobs', id),
    async pictures(before, limit, words = []) {
      const range = before === undefined ? null : IDBKeyRange.upperBound(before, true);
      const transaction = (await open()).transaction(['pictures', 'jobs']);
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
    },
    async picture(id) {
      const picture = await (await open()).get('pictures', id);
      return picture && picture.deletedAt === undefined ? withJob(picture) : undefined;
    },
    async thumbnail(pictureId) {
      const stored = await (await open()).get('thumbnails', pictureId);
      return stored && new Blob([stored.bytes], { type: 'image/webp' });
    },
    async previews(jobId) {
      const kept = await (await open()).getAll('previews', IDBKeyRange.bound([jobId], [jobId, []]));
      return kept.map(({ bytes }) => new Blob([bytes]));
    },
    original: async (pictureId) => (await open()).get('originals', pictureId),
  };
}
