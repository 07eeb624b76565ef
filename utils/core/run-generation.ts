import { failureOf, type Failure } from './failure';
import type { ImageReply, ReplySummary } from './image-reply';
import { buildImageRequest } from './image-request';
import type { Job, PendingPicture } from './job';
import { familyOf } from './models';
import type { NewPicture } from './picture';
import type { Clock, CreateId, ImageApi, InspectPicture, JobStore, Server } from './ports';
import { promptProblem } from './prompt';

/** What running a job needs of the world. */
export interface GenerationPorts {
  readonly jobs: JobStore;
  readonly api: ImageApi;
  readonly inspect: InspectPicture;
  readonly createId: CreateId;
  readonly now: Clock;
}

interface Received {
  readonly index: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly revisedPrompt?: string;
}

async function preparePicture(
  ports: GenerationPorts,
  jobId: string,
  received: Received,
): Promise<NewPicture> {
  const { bytes, index, revisedPrompt } = received;
  const { thumbnail, ...found } = await ports.inspect(bytes);
  return {
    picture: {
      ...found,
      id: ports.createId(),
      jobId,
      index,
      byteSize: bytes.byteLength,
      ...(revisedPrompt !== undefined && { revisedPrompt }),
      favorite: false,
      createdAt: ports.now(),
    },
    original: new Blob([bytes], { type: found.type }),
    thumbnail,
  };
}

/** Those that can be kept: one that is no picture does not take the others with it. Throws when none can. */
async function prepareAll(
  ports: GenerationPorts,
  jobId: string,
  received: readonly Received[],
): Promise<{ pictures: readonly NewPicture[]; failure?: Failure }> {
  const results = await Promise.allSettled(received.map((picture) => preparePicture(ports, jobId, picture)));
  const pictures = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const refused = results.find((result) => result.status === 'rejected');
  if (!refused) return { pictures };
  if (pictures.length === 0) throw refused.reason;
  return { pictures, failure: failureOf(refused.reason) };
}

function splitReply({ pictures }: ImageReply): { received: Received[]; pending: PendingPicture[] } {
  const received: Received[] = [];
  const pending: PendingPicture[] = [];
  pictures.forEach(({ source, revisedPrompt }, index) => {
    const place = { index, ...(revisedPrompt !== undefined && { revisedPrompt }) };
    if (source.kind === 'bytes') received.push({ ...place, bytes: source.bytes });
    else pending.push({ ...place, address: source.address });
  });
  return { received, pending };
}

function summarise({ actual, usage, requestId }: ImageReply): ReplySummary {
  return { actual, ...(usage && { usage }), ...(requestId !== undefined && { requestId }) };
}

async function fetchPending(ports: GenerationPorts, job: Job, signal: AbortSignal): Promise<void> {
  const { pendingPictures = [] } = job;
  const blocked: PendingPicture[] = [];
  const kept: NewPicture[] = [];
  let fault: unknown;
  for (const pending of pendingPictures) {
    try {
      const fetched = await ports.api.fetchPicture(pending.address, signal);
      if (fetched.kind === 'blocked') blocked.push(pending);
      else kept.push(await preparePicture(ports, job.id, { ...pending, bytes: fetched.bytes }));
    } catch (thrown) {
      fault = thrown;
      if (signal.aborted) break;
    }
  }
  const pictureIds = kept.map(({ picture }) => picture.id);
  if (fault !== undefined) {
    const here = new Set(kept.map(({ picture }) => picture.index));
    const pending = pendingPictures.filter(({ index }) => !here.has(index));
    await ports.jobs.keep(job.id, { type: 'receive', pictureIds, pending }, kept);
    throw fault;
  }
  await ports.jobs.keep(job.id, { type: 'keep', at: ports.now(), pictureIds, pending: blocked }, kept);
}

async function keepReply(
  ports: GenerationPorts,
  job: Job,
  reply: ImageReply,
  signal: AbortSignal,
): Promise<void> {
  const { received, pending } = splitReply(reply);
  const { pictures, failure } = await prepareAll(ports, job.id, received);
  const landed = { pictureIds: pictures.map(({ picture }) => picture.id), reply: summarise(reply), pending };
  if (pending.length === 0) {
    await ports.jobs.keep(
      job.id,
      { type: 'keep', at: ports.now(), ...landed, ...(failure && { failure }) },
      pictures,
    );
    return;
  }
  const waiting = await ports.jobs.keep(job.id, { type: 'receive', ...landed }, pictures);
  if (waiting) await fetchPending(ports, waiting, signal);
}

async function settle(
  ports: GenerationPorts,
  jobId: string,
  signal: AbortSignal,
  work: Promise<void>,
): Promise<void> {
  try {
    await work;
  } catch (thrown) {
    const at = ports.now();
    await ports.jobs.apply(
      jobId,
      signal.aborted ? { type: 'cancel', at } : { type: 'fail', at, failure: failureOf(thrown) },
    );
  }
}

/**
 * Runs a queued job to one of its end states: writes `running`, sends the request, keeps what comes. Aborting the
 * signal cancels it; nothing is thrown for a generation that fails.
 */
export async function runGeneration(
  ports: GenerationPorts,
  job: Job,
  server: Server,
  signal: AbortSignal,
): Promise<void> {
  const problem = promptProblem(job.prompt, familyOf(job.parameters.model).promptLimit);
  if (problem) {
    await ports.jobs.apply(job.id, { type: 'fail', at: ports.now(), failure: problem });
    return;
  }
  const request = buildImageRequest(job.prompt, job.parameters);
  const { baseUrl } = server;
  const started = await ports.jobs.apply(job.id, { type: 'start', at: ports.now(), baseUrl, request });
  if (!started) return;
  const generate = async (): Promise<void> =>
    keepReply(ports, started, await ports.api.generate(server, request, signal), signal);
  await settle(ports, job.id, signal, generate());
}

/** Fetches the pictures of a job that waits for permission; those still blocked leave it waiting. */
export async function resumeGeneration(
  ports: GenerationPorts,
  jobId: string,
  signal: AbortSignal,
): Promise<void> {
  const job = await ports.jobs.apply(jobId, { type: 'resume' });
  if (job) await settle(ports, jobId, signal, fetchPending(ports, job, signal));
}
