import { freeIndexes, type Job, type WaitingFor } from '../job/job';
import { inQueueOrder } from '../job/queue-order';
import { approvalReason, type ApprovalReason } from '../money/budget';
import { estimateJob, type CostEstimate } from '../money/cost';
import type { Clock, Connection, JobStore, KnowledgeStore, Server } from '../ports';
import { imagesPerRequest, parametersOf, planRequests } from '../request/plan-requests';
import { findProvider, type Provider } from '../server/provider';
import { refusedFor, type ServerKnowledge } from '../server/server-knowledge';
import type { Settings } from '../server/settings';
import type { UnsavedPictures } from './unsaved-pictures';

/** What deciding which jobs may start needs of the world. */
export interface StartPorts {
  readonly jobs: JobStore;
  readonly knowledge: KnowledgeStore;
  readonly readSettings: () => Promise<Settings>;
  connect(provider: Provider): Promise<Connection>;
  /** Spending of the month of this moment, known or by a price list, in US dollars; `undefined` where a part is unknown. */
  readonly spentInMonth: (at: number) => Promise<number | undefined>;
  readonly now: Clock;
  /** Whether pictures are in memory only, because storage refused them. */
  readonly unsaved: Pick<UnsavedPictures, 'hasAny'>;
}

/** What is under way already. */
export interface UnderWay {
  readonly has: (jobId: string) => boolean;
  readonly hasRoom: (provider: Provider) => boolean;
  /** US dollars that the jobs under way are expected to take; `undefined` where that is not known of all of them. */
  readonly expectedCost: () => number | undefined;
}

/** A job whose turn has come. */
export interface StartableJob {
  readonly job: Job;
  readonly provider: Provider;
  readonly server: Server;
  readonly known: ServerKnowledge;
  /** Requests it will make. */
  readonly requests: number;
  readonly estimate: CostEstimate | undefined;
}

async function mark(
  { jobs }: StartPorts,
  waiting: readonly Job[],
  waitingFor: WaitingFor | undefined,
  until?: number,
): Promise<void> {
  const others = waiting.filter((job) => job.waitingFor !== waitingFor || job.waitingUntil !== until);
  const event = { type: 'wait', for: waitingFor, ...(until !== undefined && { until }) } as const;
  await jobs.applyEach(
    others.map(({ id }) => id),
    event,
  );
}

/** Why a job must be approved before it starts; `undefined` where it may start. */
async function approvalFor(
  ports: StartPorts,
  { monthlyLimit }: Settings,
  underWay: UnderWay,
  { approved = false }: Job,
  estimate: CostEstimate | undefined,
): Promise<ApprovalReason | undefined> {
  if (monthlyLimit === undefined || approved) return undefined;
  const spent = await ports.spentInMonth(ports.now());
  return approvalReason({ limit: monthlyLimit, spent, underWay: underWay.expectedCost() }, estimate?.amount);
}

/** Writes down that a job waits for approval, why, and what it is expected to cost. */
async function askApproval(
  { jobs }: StartPorts,
  { id, waitingFor, approvalReason: before, estimate: written }: Job,
  reason: ApprovalReason,
  estimate: CostEstimate | undefined,
): Promise<void> {
  const isWritten = waitingFor === 'approval' && before === reason && written?.amount === estimate?.amount;
  if (isWritten) return;
  await jobs.applyEach([id], { type: 'wait', for: 'approval', reason, ...(estimate && { estimate }) });
}

/** What a job takes that sends no request. */
const NOTHING: CostEstimate = { amount: 0, basis: 'server' };

/** Starts the jobs of one server, in their order, and tells when the others may go on by themselves. */
async function startAt(
  ports: StartPorts,
  settings: Settings,
  provider: Provider,
  queued: readonly Job[],
  underWay: UnderWay,
  start: (startable: StartableJob) => void,
): Promise<number | undefined> {
  const [connection, known] = await Promise.all([ports.connect(provider), ports.knowledge.read(provider.id)]);
  if (!connection.ready) {
    await mark(ports, queued, connection.waitingFor);
    return undefined;
  }
  const { pausedUntil = 0, trailingSlash, prices = [] } = known;
  if (pausedUntil > ports.now()) {
    await mark(ports, queued, 'pause', pausedUntil);
    return pausedUntil;
  }
  const server = { ...connection.server, ...(trailingSlash && { trailingSlash }) };
  for (const [place, job] of queued.entries()) {
    if (underWay.has(job.id)) continue;
    if (!underWay.hasRoom(provider)) {
      // Nothing but their turn is what they wait for now.
      await mark(ports, queued.slice(place), undefined);
      break;
    }
    const missing = freeIndexes(job);
    const perRequest = imagesPerRequest(job.parameters.model, provider, known);
    const requests = planRequests(missing, perRequest).length;
    const refused = refusedFor(known, job.parameters.model);
    const parameters = parametersOf(job.parameters, missing.length);
    const estimate =
      requests > 0 ? estimateJob(job.prompt, parameters, { ...provider, refused, prices }) : NOTHING;
    const reason = await approvalFor(ports, settings, underWay, job, estimate);
    if (reason) {
      await askApproval(ports, job, reason, estimate);
    } else {
      start({ job, provider, server, known, requests, estimate });
    }
  }
  return undefined;
}

/** What queued jobs wait for that ends without a click. */
export interface Waiting {
  /** When a pause ends, in milliseconds since the epoch. */
  readonly wakeAt?: number;
  /** Whether jobs wait for room for pictures in memory; they need not, once the background has ended. */
  readonly forStorage?: boolean;
}

/**
 * Starts the queued jobs whose turn has come, in their order and as many as each server takes at once, and writes what
 * the others wait for. None is started while pictures are in memory only: more of them would be paid for and lost.
 */
export async function startableJobs(
  ports: StartPorts,
  underWay: UnderWay,
  start: (startable: StartableJob) => void,
): Promise<Waiting> {
  const listed = await ports.jobs.listByState('queued');
  // A repeated order waits for a click.
  const queued = inQueueOrder(
    listed.filter(({ id, waitingFor }) => !underWay.has(id) && waitingFor !== 'repeat'),
  );
  if (queued.length === 0) return {};
  if (ports.unsaved.hasAny()) {
    await mark(ports, queued, 'storage');
    return { forStorage: true };
  }
  const settings = await ports.readSettings();
  const waking: number[] = [];
  const providerOf = ({ providerId }: Job): string => providerId ?? settings.providerId;
  for (const providerId of new Set(queued.map(providerOf))) {
    const jobs = queued.filter((job) => providerOf(job) === providerId);
    const provider = findProvider(settings.providers, providerId);
    if (provider) {
      const wakeAt = await startAt(ports, settings, provider, jobs, underWay, start);
      if (wakeAt !== undefined) waking.push(wakeAt);
    } else {
      const failure = { kind: 'serverRemoved' } as const;
      await ports.jobs.applyEach(
        jobs.map(({ id }) => id),
        { type: 'fail', at: ports.now(), failure },
      );
    }
  }
  return waking.length > 0 ? { wakeAt: Math.min(...waking) } : {};
}
