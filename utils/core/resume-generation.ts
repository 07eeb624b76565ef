import { failureOf, type Failure } from './failure';
import { fetchPending } from './fetch-pending';
import type { Job } from './job';
import type { RequestPorts } from './make-request';
import { preparePictures, type ReceivedPicture } from './prepare-pictures';

/**
 * Looks at pictures whose bytes had arrived, and keeps them.
 * @param booked whether what they cost is written down already
 */
async function keepArrived(ports: RequestPorts, job: Job, booked: boolean): Promise<void> {
  const { id, arrivedPictures = [], providerId = '', parameters } = job;
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
  const booking = {
    at: ports.now(),
    providerId,
    providerName: providerId,
    model: parameters.model,
    pictures: pictures.length,
  };
  const keep = { type: 'keep', pictureIds, discarded, fetched: [], ...(!booked && { booking }) } as const;
  await ports.jobs.keep(id, keep, pictures);
}

/** Keeps the pictures of a job that had arrived, and fetches those at addresses; those still blocked leave it waiting. */
export async function resumeGeneration(
  ports: RequestPorts,
  jobId: string,
  signal: AbortSignal,
): Promise<void> {
  const job = await ports.jobs.apply(jobId, { type: 'resume' });
  if (!job) return;
  const work = async (): Promise<Failure | undefined> => {
    await keepArrived(ports, job, true);
    return fetchPending(ports, job, signal);
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
  await keepArrived(ports, job, job.reply !== undefined);
  await ports.jobs.apply(job.id, { type: 'interrupt', at: ports.now() });
}
