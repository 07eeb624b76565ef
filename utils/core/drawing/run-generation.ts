import { failureOf, isStorageFailure, type Failure } from '../failure/failure';
import { automaticWait } from '../failure/retry-policy';
import { missingPictures, type Job } from '../job/job';
import { familyOf } from '../model/models';
import type { CostEstimate } from '../money/cost';
import type { Server } from '../ports';
import { imagesPerRequest, planRequests, type PlannedRequest } from '../request/plan-requests';
import type { Provider } from '../server/provider';
import type { ServerKnowledge } from '../server/server-knowledge';
import { promptProblem } from '../text/prompt';
import { fetchPending } from './fetch-pending';
import type { Gate } from './gate';
import {
  makeRequest,
  requestFor,
  type RequestContext,
  type RequestPorts,
  type RequestResult,
} from './make-request';
import { storeReply } from './unsaved-pictures';

/** What running a job needs of the world. */
export interface GenerationPorts extends RequestPorts {
  /** A number from 0 to 1, for the jitter of a backoff. */
  readonly random: () => number;
}

/** Where a job is run: the server, and the gate its requests go through. */
export interface GenerationPlace {
  readonly provider: Provider;
  readonly server: Server;
  /** What was known of it when the job's turn came. */
  readonly known: ServerKnowledge;
  readonly gate: Pick<Gate, 'run'>;
  readonly estimate?: CostEstimate | undefined;
}

interface Context extends RequestContext {
  readonly ports: GenerationPorts;
  readonly gate: Pick<Gate, 'run'>;
}

/** Stands for a request that was not sent. */
function notSent(failure: Failure): RequestResult {
  return {
    keep: { type: 'keep', pictureIds: [], discarded: [], fetched: [] },
    pictures: [],
    originals: new Map(),
    unwritten: [],
    pending: false,
    begun: false,
    failure,
  };
}

/** A server that wants to be left alone is left alone by all requests to it, as long as it said. */
async function pauseFor({ ports, job, provider }: Context, failure: Failure): Promise<void> {
  const wait = automaticWait(failure, job.automaticRetries ?? 0, ports.random());
  if (wait !== undefined) {
    await ports.knowledge
      .learn(provider.id, { type: 'pause', until: ports.now() + wait })
      .catch(ports.report);
  }
}

async function makeUnlessPaused(context: Context, planned: PlannedRequest): Promise<RequestResult> {
  const { ports, provider, signal } = context;
  if (signal.aborted) return notSent(failureOf(signal.reason));
  const known = await ports.knowledge.read(provider.id);
  const rest = (known.pausedUntil ?? 0) - ports.now();
  if (rest > 0) return notSent({ kind: 'rateLimited', status: 429, retryAfterSeconds: rest / 1000 });
  const result = await makeRequest(context, planned, known);
  if (result.failure && !result.begun) await pauseFor(context, result.failure);
  return result;
}

/** Makes the requests for what is missing, and keeps each one's pictures as it ends. */
async function makeRequests(context: Context, perRequest: number): Promise<readonly RequestResult[]> {
  const { ports, job, gate, signal } = context;
  const planned = planRequests(missingPictures(job), job.pictureIds.length, perRequest);
  const make = async (request: PlannedRequest): Promise<RequestResult> => {
    const result = await makeUnlessPaused(context, request);
    const { keep, pictures, unwritten, pending, failure } = result;
    const complete = planned.length === 1 && !pending && !failure && !signal.aborted;
    const finish = { type: 'finish', at: ports.now() } as const;
    try {
      await storeReply(ports.jobs, job.id, {
        keep: complete ? { ...keep, finish } : keep,
        pictures,
        pending: unwritten,
      });
      return result;
    } catch (thrown) {
      const untaken = failureOf(thrown);
      if (!isStorageFailure(untaken)) throw thrown;
      ports.unsaved.hold(job, { ...result, pending: unwritten });
      return { ...result, failure: failure ?? untaken };
    }
  };
  return Promise.all(planned.map((request) => gate.run(() => make(request))));
}

/** Ends a job whose requests have ended: cancelled, asked again later, waiting for a permission, done or failed. */
async function conclude(context: Context, results: readonly RequestResult[]): Promise<void> {
  const { ports, job, signal } = context;
  const current = await ports.jobs.get(job.id);
  if (current?.state !== 'running') return;
  const unreachable = signal.aborted ? undefined : await fetchPending(ports, current, signal);
  const at = ports.now();
  if (signal.aborted) {
    await ports.jobs.apply(job.id, { type: 'cancel', at });
    return;
  }
  const failed = results.filter(({ failure }) => failure !== undefined);
  const waits = failed.map(({ failure, begun }) =>
    failure && !begun ? automaticWait(failure, job.automaticRetries ?? 0, ports.random()) : undefined,
  );
  const again = waits.length > 0 && waits.every((wait) => wait !== undefined);
  if (again && unreachable === undefined) {
    await ports.jobs.apply(job.id, { type: 'postpone', until: at + Math.max(...waits) });
    return;
  }
  const failure = unreachable ?? failed[0]?.failure;
  await ports.jobs.apply(job.id, { type: 'finish', at, ...(failure && { failure }) });
}

async function generate(context: Context, perRequest: number): Promise<void> {
  const { ports, job } = context;
  const results = await makeRequests(context, perRequest);
  const current = results.some(({ wantsOne }) => wantsOne) ? await ports.jobs.get(job.id) : undefined;
  const last = current ? await makeRequests({ ...context, job: current }, 1) : results;
  await conclude(context, last);
}

/** Nothing is thrown for a job that fails; what could not even be written down is thrown. */
async function settle({ ports, job, signal }: Context, work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (thrown) {
    const at = ports.now();
    await ports.jobs.apply(
      job.id,
      signal.aborted ? { type: 'cancel', at } : { type: 'finish', at, failure: failureOf(thrown) },
    );
  }
}

/**
 * Runs a queued job as far as it gets: to an end, to waiting for a permission, or back into the queue. Writes `running`, sends the requests, keeps what comes. Aborting the
 * signal cancels it, and keeps what came before; nothing is thrown for a generation that fails.
 */
export async function runGeneration(
  ports: GenerationPorts,
  job: Job,
  { provider, server, known, gate, estimate }: GenerationPlace,
  signal: AbortSignal,
): Promise<void> {
  const at = ports.now();
  const problem = promptProblem(job.prompt, familyOf(job.parameters.model).promptLimit);
  if (problem) {
    await ports.jobs.apply(job.id, { type: 'fail', at, failure: problem });
    return;
  }
  const perRequest = imagesPerRequest(job.parameters.model, provider, known);
  const [first = { offset: 0, n: 1 }] = planRequests(missingPictures(job), job.pictureIds.length, perRequest);
  const request = requestFor(job, first, provider, known);
  const started = await ports.jobs.apply(job.id, {
    type: 'start',
    at,
    providerId: provider.id,
    baseUrl: server.baseUrl,
    request,
    ...(estimate && { estimate }),
  });
  if (!started) return;
  const context = { ports, job: started, provider, server, gate, signal };
  await settle(context, generate(context, perRequest));
}
