import type { Page } from 'playwright-core';
import { v7 as createId } from 'uuid';
import { createJob, type Job } from '../../utils/core/job/job';

/** A job that has not brought its pictures, and nobody has to be told of any more. */
export interface TroubledJob
  extends Pick<Job, 'state' | 'prompt'>, Partial<Pick<Job, 'failure' | 'pendingPictures'>> {
  /** How long ago it was asked for, in milliseconds. */
  readonly age: number;
}

const GENERATION = { model: 'gpt-image-1', size: '1024x1024' } as const;

function jobOf({ age, ...how }: TroubledJob): Job {
  const at = Date.now() - age;
  const asked = createJob(createId({ msecs: at }), at, { prompt: how.prompt, parameters: GENERATION });
  return { ...asked, ...how, attempts: 1, startedAt: at, finishedAt: at + 20_000 };
}

/** Writes jobs into the history behind the extension's back; pages must be loaded anew to know of them. */
export async function putJobs(page: Page, jobs: readonly TroubledJob[]): Promise<void> {
  await page.evaluate(
    (rows) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('depict');
        opening.addEventListener('error', () => reject(new Error('The database does not open')));
        opening.addEventListener('success', () => {
          const transaction = opening.result.transaction('jobs', 'readwrite');
          for (const row of rows) transaction.objectStore('jobs').put(row);
          transaction.addEventListener('complete', () => {
            opening.result.close();
            resolve();
          });
        });
      }),
    jobs.map(jobOf),
  );
}
