import { expect } from 'vitest';
import { poll } from '../browser/poll';
import type { Random } from '../sandbox/drawing/random';
import { readProblem, wakeBackground } from './extension-page';
import { requestsFor, type KillPlace, type KillStep } from './kill-steps';
import { readJobs, readPictures, type StoredJob } from './read-database';

const OPEN_STATES = new Set(['queued', 'running']);

/** What one trial found and came to, in words to be counted. */
export interface TrialResult {
  /** What the dead had left. */
  readonly left: string;
  readonly end: string;
}

/** States from which everything there is must be saved: nothing was sent yet, or all has come. */
const MUST_BE_DONE = new Set(['queued', 'running, pictures arrived', 'done']);

/** Pictures that each job asks for. */
const WANTED = 2;

const arrivedOf = (job: StoredJob | undefined): number => (job ? job.arrived + job.pictureIds.length : 0);

/** Where a job stands, in words. */
export function nameState(job: StoredJob | undefined, requests: number): string {
  if (!job) return 'no row';
  if (job.state !== 'running') return job.state;
  if (arrivedOf(job) >= WANTED) return 'running, pictures arrived';
  if (arrivedOf(job) > 0) return 'running, some pictures arrived';
  return requests > 0 ? 'running, sent' : 'running, not sent';
}

/** The job of a click made just now, if there is one; more than one would be drawn, and paid, twice. */
export async function findJob(
  { page }: Pick<KillPlace, 'page'>,
  prompt: string,
): Promise<StoredJob | undefined> {
  const found = (await readJobs(page, 3)).filter((job) => job.prompt === prompt);
  expect(found.length, 'jobs of one click').toBeLessThanOrEqual(1);
  return found[0];
}

/** Kept pictures are the bytes that the server sent, each once, with their thumbnails; of a finished job they are all. */
async function checkPictures({ page, answers }: KillPlace, job: StoredJob): Promise<void> {
  const { prompt, pictureIds, state } = job;
  const sent = answers.digestsOf(prompt).toSorted();
  const kept = await readPictures(page, pictureIds);
  const stored = kept.map((row) => row.stored).toSorted();
  const wanted = state === 'done' ? sent : sent.filter((digest) => stored.includes(digest));
  expect(stored, 'the bytes of the kept pictures').toEqual(wanted);
  expect(
    kept.map(({ noted }) => noted),
    'the digests in the rows',
  ).toEqual(kept.map((row) => row.stored));
  for (const { thumbnailBytes } of kept) expect(thumbnailBytes, 'a thumbnail').toBeGreaterThan(0);
}

/** Holds a job that has ended against what must never happen. */
async function checkEnded(place: KillPlace, job: StoredJob): Promise<void> {
  expect(OPEN_STATES, 'jobs that hang').not.toContain(job.state);
  const requests = requestsFor(place, job.prompt).length;
  expect(requests, 'requests for one click').toBeLessThanOrEqual(1);
  if (job.state === 'done') expect(requests, 'requests of a finished job').toBe(1);
  if (job.pictureIds.length > 0 || job.state === 'done') await checkPictures(place, job);
}

/**
 * Lets the job end that a kill left.
 *
 * @returns how it ended; `no job` where the click never became one
 */
export async function judge(place: KillPlace, prompt: string, left: string): Promise<string> {
  const ended = async (): Promise<{ readonly job: StoredJob | undefined } | undefined> => {
    const job = await findJob(place, prompt);
    return job && OPEN_STATES.has(job.state) ? undefined : { job };
  };
  const { job } = await poll(`an end of the job that was left as "${left}"`, ended, { everyMs: 15 });
  if (job) await checkEnded(place, job);
  else {
    const jobs = (await readJobs(place.page)).length;
    expect(requestsFor(place, prompt), `requests of a click without a row, among ${jobs} jobs`).toEqual([]);
  }
  const end = job?.state ?? 'no job';
  if (MUST_BE_DONE.has(left)) expect(end, `the end of a job left as "${left}"`).toBe('done');
  return end;
}

/** One job, from the click to its end, with a death of the background on the way. */
export async function runTrial(
  place: KillPlace,
  { killAt, ends }: KillStep,
  prompt: string,
  random: Random,
): Promise<TrialResult> {
  await place.write(prompt);
  await killAt(place, prompt, random);
  const killed = await findJob(place, prompt);
  const left = nameState(killed, requestsFor(place, prompt).length);
  // Any message wakes a new background; waiting for the alarm takes half a minute, and is tested by itself.
  await wakeBackground(place.page);
  const end = await judge(place, prompt, left);
  const kept = (await findJob(place, prompt))?.pictureIds.length ?? 0;
  expect(kept, 'pictures that had arrived').toBeGreaterThanOrEqual(arrivedOf(killed));
  expect(ends, `the end of a job left as "${left}"`).toContain(end);
  if (end === 'no job') expect(await readProblem(place.page), 'what a lost click is told').not.toBe('');
  return { left, end };
}

/** Looks at every job once more: no later death may have taken anything from an earlier one. */
export async function checkAll(place: KillPlace): Promise<void> {
  const jobs = await readJobs(place.page);
  expect(jobs.length, 'jobs').toBeGreaterThan(0);
  for (const job of jobs) await checkEnded(place, job);
}
