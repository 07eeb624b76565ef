import { failureOf, isStorageFailure, type Failure } from '../failure/failure';
import { automaticWait } from '../failure/retry-policy';
import { freeIndexes, type Job } from '../job/job';
import type { FinishEvent } from '../job/job-events';
import { familyOf } from '../model/models';
import type { CostEstimate } from '../money/cost';
import type { Server } from '../ports';
import { imagesPerRequest, planRequests, type PlannedRequest } from '../request/plan-requests';
import { withoutQuery } from '../server/base-url';
import type { Provider } from '../server/provider';
import type { ServerKnowledge } from '../server/server-knowledge';
import { promptProblem } from '../text/prompt';
import { fetchPending } from './fetch-pending';
import type { Gate } from './gate';
import {
  createExtraIndexes,
  makeRequest,
  requestFor,
  type RequestContext,
  type RequestPorts,
  type RequestResult,
} from './make-request';
import { keepPicturesHere } from './resume-generation';

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
  /** Told how many requests there are to make, when that is known better than before. */
  readonly planned: (requests: number) => void;
}

interface Context extends RequestContext, Pick<GenerationPlace, 'gate' | 'planned'> {
  readonly ports: GenerationPorts;
}

/** A server that asks for a pause gets no requests from any job until it is over. */
async function pauseFor({ ports, job, provider }: Context, failure: Failure): Promise<void> {
  const wait = automaticWait(failure, job.automaticRetries ?? 0, ports.random());
  if (wait !== undefined) {
    await ports.knowledge
      .learn(provider.id, { type: 'pause', until: ports.now() + wait })
      .catch(ports.report);
  }
}

/** Makes a request, unless something came up since it was planned. Never throws. */
async function makeUnlessPaused(
  context: Context,
  planned: PlannedRequest,
  finish: () => FinishEvent | undefined,
): Promise<RequestResult> {
  const { ports, provider, signal } = context;
  const notSent = { begun: false } as const;
  try {
    signal.throwIfAborted();
    const known = await ports.knowledge.read(provider.id);
    const rest = (known.pausedUntil ?? 0) - ports.now();
    if (rest > 0) {
      const failure = { kind: 'rateLimited', status: 429, retryAfterSeconds: rest / 1000 } as const;
      return { ...notSent, failure };
    }
    // Checked last: what is held may have changed while the rest was read.
    if (ports.unsaved.hasAny()) return { ...notSent, unsent: true };
    const result = await makeRequest(context, planned, known, finish);
    if (result.failure && !result.begun) await pauseFor(context, result.failure);
    return result;
  } catch (thrown) {
    return { ...notSent, failure: failureOf(thrown) };
  }
}

interface MadeRequest extends RequestResult {
  readonly planned: PlannedRequest;
}

/** Makes the requests for these pictures, and keeps each one's pictures as it ends. */
async function makeRequests(
  context: Context,
  planned: readonly PlannedRequest[],
): Promise<readonly MadeRequest[]> {
  const { ports, job, gate, signal } = context;
  context.planned(planned.length);
  const isLast = planned.length === 1 && planned[0]?.indexes.length === freeIndexes(job).length;
  const finish = (): FinishEvent | undefined =>
    isLast && !job.pendingPictures && !signal.aborted ? { type: 'finish', at: ports.now() } : undefined;
  return Promise.all(
    planned.map((request) =>
      gate.run(async () => ({
        planned: request,
        ...(await makeUnlessPaused(context, request, finish)),
      })),
    ),
  );
}

/** How a job goes on whose requests were all refused without having been carried out, or not sent. */
function waitOf(
  { ports, job }: Context,
  missed: readonly RequestResult[],
): { readonly milliseconds?: number } | undefined {
  if (missed.length === 0 || ports.unsaved.has(job.id)) return undefined;
  const waits = missed.map(({ failure, begun, unsent }) => {
    if (unsent) return 0;
    return failure && !begun ? automaticWait(failure, job.automaticRetries ?? 0, ports.random()) : undefined;
  });
  if (!waits.every((wait) => wait !== undefined)) return undefined;
  return missed.every(({ unsent }) => unsent) ? {} : { milliseconds: Math.max(...waits) };
}

/** Ends a job whose requests have ended: cancelled, asked again later, waiting for a permission, done or failed. */
async function conclude(context: Context, results: readonly RequestResult[]): Promise<void> {
  const { ports, job, server, signal } = context;
  const current = await ports.jobs.get(job.id);
  if (current?.state !== 'running') return;
  const fetched = signal.aborted ? { blocked: false } : await fetchPending(ports, current, server, signal);
  const at = ports.now();
  if (signal.aborted) {
    await ports.jobs.apply(job.id, { type: 'cancel', at });
    return;
  }
  const unreachable = 'failure' in fetched ? fetched.failure : undefined;
  const missed = results.filter(({ failure, unsent }) => failure !== undefined || unsent);
  const wait = unreachable ? undefined : waitOf(context, missed);
  if (wait?.milliseconds !== undefined) {
    await ports.jobs.apply(job.id, { type: 'postpone', until: at + wait.milliseconds });
  } else if (wait) {
    await ports.jobs.apply(job.id, { type: 'requeue', for: 'storage' });
  } else {
    const held = ports.unsaved.has(job.id);
    const failures = missed.flatMap(({ failure }) => failure ?? []);
    const stored = held ? failures.find(isStorageFailure) : undefined;
    const failure = stored ?? unreachable ?? failures[0] ?? (held ? { kind: 'storageFull' } : undefined);
    const { blocked } = fetched;
    await ports.jobs.apply(job.id, { type: 'finish', at, blocked, held, ...(failure && { failure }) });
  }
}

async function generate(context: Context, perRequest: number): Promise<void> {
  const results = await makeRequests(context, planRequests(freeIndexes(context.job), perRequest));
  // Only the requests that refused `n` are made anew: another one may have been carried out although it failed.
  const again = results.filter(({ wantsOne }) => wantsOne).flatMap(({ planned }) => planned.indexes);
  const others = results.filter(({ wantsOne }) => !wantsOne);
  const more = again.length > 0 ? await makeRequests(context, planRequests(again, 1)) : [];
  await conclude(context, [...others, ...more]);
}

/** Nothing is thrown for a job that fails; what could not even be written is thrown. */
async function settle({ ports, job, signal }: RequestContext, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (thrown) {
    const at = ports.now();
    const held = ports.unsaved.has(job.id);
    await ports.jobs.apply(
      job.id,
      signal.aborted ? { type: 'cancel', at } : { type: 'finish', at, held, failure: failureOf(thrown) },
    );
  }
}

/**
 * Runs a queued job as far as it gets: to an end, to waiting for a permission, or back into the queue. Writes
 * `running`, keeps what came earlier, sends the requests for what is missing, and keeps what comes. Aborting the signal
 * cancels it, and keeps what came before; nothing is thrown for a generation that fails.
 */
export async function runGeneration(
  ports: GenerationPorts,
  queued: Job,
  { provider, server, known, gate, estimate, planned }: GenerationPlace,
  signal: AbortSignal,
): Promise<void> {
  const at = ports.now();
  const problem = promptProblem(queued.prompt, familyOf(queued.parameters.model).promptLimit);
  if (problem) {
    await ports.jobs.apply(queued.id, { type: 'fail', at, failure: problem });
    return;
  }
  const perRequest = imagesPerRequest(queued.parameters.model, provider, known);
  const [first = { indexes: [0] }] = planRequests(freeIndexes(queued), perRequest);
  const started = await ports.jobs.apply(queued.id, {
    type: 'start',
    at,
    providerId: provider.id,
    baseUrl: withoutQuery(server.baseUrl),
    request: requestFor(queued, first, provider, known),
    ...(estimate && { estimate }),
  });
  if (!started) return;
  const shared = { ports, provider, server, gate, planned, signal };
  await settle({ ...shared, job: started, extraIndex: createExtraIndexes(started) }, async () => {
    const { job } = await keepPicturesHere(ports, started);
    await generate({ ...shared, job, extraIndex: createExtraIndexes(job) }, perRequest);
  });
}
