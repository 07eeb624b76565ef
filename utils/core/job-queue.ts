import { canFetchAgain, createJob, type Job, type JobOrder } from './job';
import type { Connection, Liveness } from './ports';
import { resumeGeneration, runGeneration, type GenerationPorts } from './run-generation';

/** What the queue needs besides what running one job needs. */
export interface QueuePorts extends GenerationPorts {
  readonly liveness: Liveness;
  connect(): Promise<Connection>;
  /** Told whether a job is under way, so that the browser wakes a background that died over it. */
  readonly watch: (running: boolean) => Promise<void>;
  /** Told of faults that belong to no job. */
  readonly report: (fault: unknown) => void;
}

/** How many requests may be under way at one server. */
export const CONCURRENT_JOBS = 2;

/** The jobs of this background. Everything it does is written before it is done, so that a new one can go on. */
export interface JobQueue {
  /** Writes the job down and starts it when its turn comes; the id is known to be durable when this settles. */
  add(order: JobOrder): Promise<string>;
  cancel(jobId: string): Promise<void>;
  /** Sends the request of an ended job again, which may cost again; fetches its pictures instead where that may do. */
  retry(jobId: string): Promise<void>;
  /** Fetches the pictures of a job that waits for permission to read their host. */
  resume(jobId: string): void;
  /** Tries the jobs again that wait for permission to read a host: the person granted something. */
  resumeAllowed(): Promise<void>;
  /** Starts what may start: after a change of settings, of permissions, or of the background itself. */
  pump(): Promise<void>;
}

/** Makes the queue. The controllers it holds end with the requests they belong to, as those end with the background. */
export function createJobQueue(ports: QueuePorts): JobQueue {
  const running = new Map<string, AbortController>();

  function launch(jobId: string, work: (signal: AbortSignal) => Promise<void>): void {
    if (running.has(jobId)) return;
    const controller = new AbortController();
    running.set(jobId, controller);
    // A task that could not even write its end is not tried again at once: that would be a busy loop.
    ports.liveness
      .hold(jobId, () => work(controller.signal))
      .finally(() => running.delete(jobId))
      .then((ran) => (ran ? pump() : undefined))
      .catch(ports.report);
  }

  async function mark(jobs: readonly Job[], waitingFor: Job['waitingFor']): Promise<void> {
    for (const job of jobs) {
      if (job.waitingFor !== waitingFor) await ports.jobs.apply(job.id, { type: 'wait', for: waitingFor });
    }
  }

  async function startWhatMay(): Promise<void> {
    const queued = (await ports.jobs.listByState('queued')).filter(({ id }) => !running.has(id));
    if (queued.length === 0) return;
    const connection = await ports.connect();
    if (!connection.ready) {
      await mark(queued, connection.waitingFor);
      return;
    }
    for (const job of queued) {
      if (running.size >= CONCURRENT_JOBS) break;
      launch(job.id, (signal) => runGeneration(ports, job, connection.server, signal));
    }
  }

  async function pump(): Promise<void> {
    await startWhatMay();
    await ports.watch(running.size > 0);
  }

  function resume(jobId: string): void {
    launch(jobId, (signal) => resumeGeneration(ports, jobId, signal));
    ports.watch(true).catch(ports.report);
  }

  return {
    pump,
    async add(order) {
      const job = createJob(ports.createId(), ports.now(), order);
      await ports.jobs.add(job);
      pump().catch(ports.report);
      return job.id;
    },
    async cancel(jobId) {
      const controller = running.get(jobId);
      if (controller) controller.abort();
      else await ports.jobs.apply(jobId, { type: 'cancel', at: ports.now() });
    },
    async retry(jobId) {
      const job = await ports.jobs.get(jobId);
      if (job && canFetchAgain(job)) resume(jobId);
      else if (await ports.jobs.apply(jobId, { type: 'retry' })) pump().catch(ports.report);
    },
    resume,
    async resumeAllowed() {
      for (const { id } of await ports.jobs.listByState('needs-permission')) resume(id);
    },
  };
}
