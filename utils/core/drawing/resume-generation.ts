import { failureOf, isStorageFailure, type Failure } from '../failure/failure';
import { missingPictures, type ArrivedPicture, type Job } from '../job/job';
import type { Connection, PictureServer } from '../ports';
import { findProvider, type Provider } from '../server/provider';
import type { Settings } from '../server/settings';
import { fetchPending } from './fetch-pending';
import type { RequestPorts } from './make-request';
import { createIntake, settleIntake } from './picture-intake';
import { replyBooking } from './reply-booking';

/** What keeping pictures that came earlier needs of the world. */
export interface ResumePorts extends RequestPorts {
  readonly readSettings: () => Promise<Settings>;
  connect(provider: Provider): Promise<Connection>;
}

/** Decodes that are begun for one picture: if both ended the background, it is kept without decoding. */
const LOOKS = 2;

/** A picture whose bytes arrived and that was not kept: because the background ended, or because storage refused it. */
async function keepOne(ports: RequestPorts, job: Job, arrived: ArrivedPicture): Promise<Failure | undefined> {
  const { id, providerId = '', baseUrl = '' } = job;
  const booked = {
    at: ports.now(),
    provider: { id: providerId, name: '', baseUrl },
    pictures: 1,
    summary: undefined,
    prices: undefined,
  };
  const booking = arrived.booked ? {} : { booking: replyBooking(job, booked) };
  await ports.jobs.apply(id, { type: 'look', pictureId: arrived.id, ...booking });
  const original = await ports.jobs.original(arrived.id);
  if (!original) {
    await ports.jobs.keep(id, { type: 'keep', pictureIds: [], discarded: [arrived.id], fetched: [] }, []);
    return undefined;
  }
  const intake = createIntake();
  intake.originals.set(arrived.id, original);
  intake.received.push({ ...arrived, bytes: new Uint8Array(await original.arrayBuffer()) });
  const decode = (arrived.looks ?? 1) < LOOKS;
  return settleIntake(ports, job, intake, { decode });
}

/**
 * Keeps pictures whose bytes had arrived, one after the other, so that one whose decoding ends the background takes no
 * other with it. Each decode is counted in the row before it begins.
 * @returns why one of them is not kept
 */
async function keepArrived(ports: RequestPorts, job: Job): Promise<Failure | undefined> {
  let failure: Failure | undefined;
  for (const arrived of job.arrivedPictures ?? []) failure = (await keepOne(ports, job, arrived)) ?? failure;
  return failure;
}

/**
 * Keeps what is here of a running job: pictures in memory, then those whose bytes had arrived.
 * @returns the job as it is then, and why a picture is not kept
 */
export async function keepPicturesHere(
  ports: RequestPorts,
  job: Job,
): Promise<{ readonly job: Job; readonly failure?: Failure }> {
  await ports.unsaved.store(job.id);
  const stored = (await ports.jobs.get(job.id)) ?? job;
  const failure = await keepArrived(ports, stored);
  const kept = (await ports.jobs.get(job.id)) ?? stored;
  return { job: kept, ...(failure && { failure }) };
}

const originOf = (address: string): string | undefined => URL.parse(address)?.origin;

/** The server of a job as it can be reached now; without a key where it was removed or moved to another origin. */
async function pictureServer(
  ports: ResumePorts,
  { providerId = '', baseUrl = '' }: Job,
): Promise<PictureServer> {
  const provider = findProvider((await ports.readSettings()).providers, providerId);
  if (!provider || originOf(provider.baseUrl) !== originOf(baseUrl)) return { baseUrl };
  const connection = await ports.connect(provider);
  return connection.ready ? connection.server : { baseUrl };
}

/** Keeps everything of a running job that can be had for nothing. Throws where storage fails. */
async function keepWhatCame(
  ports: ResumePorts,
  job: Job,
  signal: AbortSignal,
  mayFetch?: (address: string) => boolean,
) {
  const here = await keepPicturesHere(ports, job);
  const server = await pictureServer(ports, here.job);
  const { failure = here.failure, blocked } = await fetchPending(ports, here.job, server, signal, mayFetch);
  return { blocked, ...(failure && { failure }) };
}

/** Why pictures were missing before, where that has nothing to do with how those that came were kept. */
function earlierReason({ failure }: Job): Failure | undefined {
  if (!failure || isStorageFailure(failure)) return undefined;
  return failure.kind === 'pictureUnreachable' || failure.kind === 'privateAddress' ? undefined : failure;
}

/** How a resumed job came to a stop, where that is no news: it waits for a permission, as before. */
export type JobStop = 'stillBlocked';

/**
 * Keeps the pictures of a job that are in memory or had arrived, and fetches those at addresses; those still blocked
 * leave it waiting. Sends nothing that costs.
 * @param mayFetch which addresses are fetched; all where it is absent. The others stay pending, without a request.
 */
export async function resumeGeneration(
  ports: ResumePorts,
  jobId: string,
  signal: AbortSignal,
  mayFetch?: (address: string) => boolean,
): Promise<JobStop | undefined> {
  const before = await ports.jobs.get(jobId);
  const job = before && (await ports.jobs.apply(jobId, { type: 'resume' }));
  if (!before || !job) return undefined;
  const outcome = await keepWhatCame(ports, job, signal, mayFetch).catch((thrown: unknown) => ({
    failure: failureOf(thrown),
    blocked: false,
  }));
  const at = ports.now();
  if (signal.aborted) {
    await ports.jobs.apply(jobId, { type: 'cancel', at });
    return undefined;
  }
  const rest = (await ports.jobs.get(jobId)) ?? job;
  const { failure = missingPictures(rest) > 0 ? earlierReason(before) : undefined, blocked } = outcome;
  const held = ports.unsaved.has(jobId);
  const wasBlocked = before.state === 'needs-permission';
  const ended = await ports.jobs.apply(jobId, {
    type: 'finish',
    at,
    blocked,
    held,
    ...(failure && { failure }),
    ...(wasBlocked && before.unseen === undefined && { seenBlocked: true as const }),
  });
  return wasBlocked && ended?.state === 'needs-permission' ? 'stillBlocked' : undefined;
}

/**
 * Ends a job whose background ended while it ran: pictures that had come are kept, which costs nothing; for the rest it
 * is interrupted, as its requests had left.
 */
export async function recoverGeneration(ports: ResumePorts, job: Job, signal: AbortSignal): Promise<void> {
  const { failure, blocked } = await keepWhatCame(ports, job, signal);
  const at = ports.now();
  const rest = (await ports.jobs.get(job.id)) ?? job;
  const held = ports.unsaved.has(job.id);
  if (signal.aborted) await ports.jobs.apply(job.id, { type: 'cancel', at });
  else if (failure && (held || (rest.pendingPictures && !blocked))) {
    await ports.jobs.apply(job.id, { type: 'finish', at, failure, held });
  } else await ports.jobs.apply(job.id, { type: 'interrupt', at });
}
