import { failureOf, type Failure } from '../failure/failure';
import type { Job } from '../job/job';
import { fetchPending } from './fetch-pending';
import type { RequestPorts } from './make-request';
import { preparePictures, type ReceivedPicture } from './prepare-pictures';
import { replyBooking } from './reply-booking';

/** Looks at pictures whose bytes had arrived, and keeps them. What they cost was not written down: that is done with it. */
async function keepArrived(ports: RequestPorts, job: Job): Promise<void> {
  const { id, arrivedPictures = [], providerId = '', baseUrl = '' } = job;
  if (arrivedPictures.length === 0) return;
  const found = await Promise.all(
    arrivedPictures.map(async (arrived): Promise<ReceivedPicture | undefined> => {
      const original = await ports.jobs.original(arrived.id);
      return original && { ...arrived, bytes: new Uint8Array(await original.arrayBuffer()) };
    }),
  );
  const received = found.filter((picture) => picture !== undefined);
  const { pictures } = await preparePictures(ports, id, received);
  const pictureIds = pictures.map(({ picture }) => picture.id);
  const discarded = arrivedPictures.map((arrived) => arrived.id).filter((one) => !pictureIds.includes(one));
  const booking = replyBooking(job, {
    at: ports.now(),
    provider: { id: providerId, name: '', baseUrl },
    pictures: arrivedPictures.length,
    summary: undefined,
    prices: undefined,
  });
  const keep = { type: 'keep', pictureIds, discarded, fetched: [], booking } as const;
  await ports.jobs.keep(id, keep, pictures);
}

/** Stores what storage did not take before; the job as it is then. */
async function storeHeld(ports: RequestPorts, job: Job): Promise<Job> {
  await ports.unsaved.store(job.id);
  return (await ports.jobs.get(job.id)) ?? job;
}

/** Keeps the pictures of a job that are in memory or had arrived, and fetches those at addresses; those still blocked leave it waiting. */
export async function resumeGeneration(
  ports: RequestPorts,
  jobId: string,
  signal: AbortSignal,
): Promise<void> {
  const job = await ports.jobs.apply(jobId, { type: 'resume' });
  if (!job) return;
  const work = async (): Promise<Failure | undefined> => {
    const rest = await storeHeld(ports, job);
    await keepArrived(ports, rest);
    return fetchPending(ports, rest, signal);
  };
  const failure = await work().catch(failureOf);
  const at = ports.now();
  await ports.jobs.apply(
    jobId,
    signal.aborted ? { type: 'cancel', at } : { type: 'finish', at, ...(failure && { failure }) },
  );
}

/**
 * Puts a job right whose background died over it: pictures whose bytes had arrived are looked at and kept, which costs
 * nothing; the rest of it is interrupted, as its requests had left.
 */
export async function recoverGeneration(ports: RequestPorts, job: Job): Promise<void> {
  await keepArrived(ports, await storeHeld(ports, job));
  await ports.jobs.apply(job.id, { type: 'interrupt', at: ports.now() });
}
