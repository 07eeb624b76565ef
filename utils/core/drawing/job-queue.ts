import type { KeptFailure } from '../failure/kept-failure';
import { canFetchAgain, createJob, type Job, type JobOrder } from '../job/job';
import { REPEAT_MS, settleRepeat } from '../job/repeated-order';
import type { Extend, Liveness } from '../ports';
import { coversAddress } from '../server/match-pattern';
import type { Provider } from '../server/provider';
import { requireShortText } from '../text/prompt';
import { createProviderGates, type Gate } from './gate';
import { recoverGeneration, resumeGeneration, type JobStop } from './resume-generation';
import { runGeneration, type GenerationPorts } from './run-generation';
import { createSingleFlight } from './single-flight';
import { startableJobs, type StartableJob, type StartPorts, type Waiting } from './startable-jobs';
import type { UnsavedPictures } from './unsaved-pictures';

/** What the queue needs besides what running one job needs. */
export interface QueuePorts extends GenerationPorts, StartPorts {
  readonly liveness: Liveness;
  /** Called with what the background must be woken for, so that the browser wakes one that ended over it. */
  readonly watch: (watched: Watched) => Promise<void>;
  /** Calls back later, unless that is called off; a background that ends before is woken by what `watch` was told. */
  readonly after: (milliseconds: number, callback: () => void) => () => void;
  readonly unsaved: Pick<UnsavedPictures, 'hold' | 'has' | 'hasAny' | 'store'>;
  readonly trouble: Pick<KeptFailure, 'note' | 'clear'>;
  /** Called for each job that came to its end, or to waiting for a click that it did not wait for before. */
  readonly stopped: (jobId: string) => Promise<void>;
}

/** What the background must be woken for. */
export interface Watched {
  /** Whether a job is under way, or something is to be tried again soon. */
  readonly running: boolean;
  /** When a pause ends, in milliseconds since the epoch. */
  readonly wakeAt?: number;
}

/** The jobs of this background. Everything it does is written before it is done, so that a new one can go on. */
export interface JobQueue {
  /**
   * Writes the job down and starts it when its turn comes; the id is known to be durable when this settles. What was
   * asked for a moment ago waits for the person's word.
   */
  add(order: JobOrder): Promise<string>;
  cancel(jobId: string): Promise<void>;
  /**
   * Cancels all jobs whose request has not left.
   * @returns their ids, for `restore`
   */
  cancelWaiting(): Promise<readonly string[]>;
  /** Takes the cancelling of queued jobs back: they return to their places, and to what they waited for. */
  restore(jobIds: readonly string[]): Promise<void>;
  /** Draws jobs that wait for a key or for access at another server, with its own model. */
  move(jobIds: readonly string[], provider: Provider): Promise<void>;
  /** Lets a job be drawn before the others that wait. */
  runNext(jobId: string): Promise<void>;
  /**
   * Asks again for what is missing, which may cost again; stores or fetches pictures instead where that may do. In the
   * order given.
   */
  retry(jobIds: readonly string[]): Promise<void>;
  /** Lets a job go on that would exceed the monthly limit, or was asked for a moment ago. */
  approve(jobId: string): Promise<void>;
  /** Fetches the pictures of a job that waits for permission to read their host. */
  resume(jobId: string): void;
  /**
   * Resumes the jobs that wait for permission to read a host which was granted now; only pictures on such hosts are
   * fetched.
   * @param patterns match patterns of the grant
   */
  resumeAllowed(patterns: readonly string[]): Promise<void>;
  /** Ends a job whose background ended while it ran, and keeps what had come. */
  recover(job: Job): Promise<void>;
  /**
   * Starts what may start: after a change of settings, of permissions, or of the background itself. One run at a time;
   * the promise settles with a run that began after the call.
   */
  pump(): Promise<void>;
}

/** A job under way. */
interface Task {
  readonly controller: AbortController;
  readonly providerId?: string;
  /** What it is expected to cost, in US dollars; `undefined` where that is not known. */
  readonly expected: number | undefined;
  /** Longest time it can take, in milliseconds, as far as is known. */
  readonly limitMs: number;
  /** Requests it still has to make, those under way included. */
  requests: number;
}

/** Fetching, decoding and writing pictures takes no longer; the keep-alive must be finite. */
const FETCHING_MS = 10 * 60_000;

const NO_REQUESTS = { requests: 0, expected: 0, limitMs: FETCHING_MS };

/** Makes the queue. The controllers it holds end with the requests they belong to, as those end with the background. */
export function createJobQueue(ports: QueuePorts): JobQueue {
  const tasks = new Map<string, Task>();
  const gateOf = createProviderGates();
  let callOff: (() => void) | undefined;
  let adding = 0;
  let waiting: Waiting = {};
  /** Whether something could not be done, or not be written, that the next alarm may do. */
  let isUnfinished = false;

  const inTheBackground = (work: Promise<unknown>): void => void work.catch(ports.report);

  /** Sets the alarm by how things stand when it is set, one after the other: the last one counts. */
  const watch = createSingleFlight(async () => {
    const { wakeAt, forStorage = false } = waiting;
    const running = tasks.size + adding > 0 || isUnfinished || forStorage;
    await ports.watch({ running, ...(wakeAt !== undefined && { wakeAt }) });
  });

  async function launch(
    jobId: string,
    details: Omit<Task, 'controller'>,
    work: (task: Task, extend: Extend) => Promise<JobStop | void>,
  ): Promise<void> {
    if (tasks.has(jobId)) return;
    const task = { ...details, controller: new AbortController() };
    tasks.set(jobId, task);
    let isNews = true;
    try {
      const ran = await ports.liveness
        .hold(jobId, details.limitMs, async (extend) => {
          isNews = (await work(task, extend)) !== 'stillBlocked';
        })
        .finally(() => tasks.delete(jobId));
      ports.trouble.clear();
      if (!ran) await tryAgainLater();
      else {
        inTheBackground(pump());
        if (isNews) inTheBackground(ports.stopped(jobId));
      }
    } catch (thrown) {
      // A task that could not even write its end is not tried again at once: that would be a busy loop.
      ports.trouble.note(thrown);
      ports.report(thrown);
      await tryAgainLater();
    }
  }

  function tryAgainLater(): Promise<void> {
    isUnfinished = true;
    return watch();
  }

  const loadOf = (providerId: string): number =>
    [...tasks.values()].reduce(
      (load, task) => load + (task.providerId === providerId ? Math.max(task.requests, 1) : 0),
      0,
    );

  const underWay = {
    has: (jobId: string) => tasks.has(jobId),
    hasRoom: ({ id, concurrency }: Provider) => loadOf(id) < concurrency,
    expectedCost: () =>
      [...tasks.values()].reduce<number | undefined>(
        (sum, { expected }) => (sum === undefined || expected === undefined ? undefined : sum + expected),
        0,
      ),
  };

  function start({ job, provider, server, known, requests, estimate }: StartableJob): void {
    const gate = gateOf(provider);
    const work = (task: Task, extend: Extend): Promise<void> => {
      const counting: Pick<Gate, 'run'> = {
        run: (request) =>
          gate.run(async () => {
            // A request may have waited, or come to the plan later: the time counts from when it leaves.
            extend(server.timeoutMs + FETCHING_MS);
            try {
              return await request();
            } finally {
              task.requests -= 1;
              inTheBackground(pump());
            }
          }),
      };
      const planned = (count: number): void => {
        task.requests = count;
        extend(count * server.timeoutMs + FETCHING_MS);
      };
      const place = { provider, server, known, gate: counting, estimate, planned };
      return runGeneration(ports, job, place, task.controller.signal);
    };
    const details = {
      providerId: provider.id,
      requests,
      expected: estimate?.amount,
      limitMs: requests * server.timeoutMs + FETCHING_MS,
    };
    inTheBackground(launch(job.id, details, work));
  }

  /** Rows that say `running` although nobody runs them: their end could not be written. */
  async function hasOrphans(): Promise<boolean> {
    return (await ports.jobs.listByState('running')).some(({ id }) => !tasks.has(id));
  }

  const pump = createSingleFlight(async () => {
    isUnfinished = false;
    try {
      waiting = await startableJobs(ports, underWay, start);
      if (await hasOrphans()) isUnfinished = true;
    } catch (thrown) {
      isUnfinished = true;
      throw thrown;
    } finally {
      const { wakeAt } = waiting;
      callOff?.();
      callOff =
        wakeAt === undefined ? undefined : ports.after(wakeAt - ports.now(), () => inTheBackground(pump()));
      await watch();
    }
  });

  function resume(jobId: string, mayFetch?: (address: string) => boolean): void {
    inTheBackground(
      launch(jobId, NO_REQUESTS, ({ controller }) =>
        resumeGeneration(ports, jobId, controller.signal, mayFetch),
      ),
    );
    inTheBackground(watch());
  }

  return {
    pump,
    async add(order) {
      requireShortText(order.prompt);
      requireShortText(order.passage?.quote ?? '');
      const job = createJob(ports.createId(), ports.now(), order);
      const beside = {
        since: job.createdAt - REPEAT_MS,
        settle: (recent: readonly Job[]) => settleRepeat(job, recent),
      };
      adding += 1;
      try {
        // Together, so that a background that ends right after the row is written is woken to go on with it.
        inTheBackground(watch());
        return (await ports.jobs.add(job, beside)).id;
      } finally {
        adding -= 1;
        inTheBackground(pump());
      }
    },
    async cancel(jobId) {
      const at = ports.now();
      // A queued job may start in this moment: only a transaction tells whether its request has left.
      if (!tasks.has(jobId) && (await ports.jobs.apply(jobId, { type: 'withdraw', at }))) return;
      const task = tasks.get(jobId);
      if (task) task.controller.abort();
      else await ports.jobs.apply(jobId, { type: 'cancel', at });
    },
    async cancelWaiting() {
      const queued = await ports.jobs.listByState('queued');
      const ids = queued.map(({ id }) => id);
      const cancelled = await ports.jobs.applyEach(ids, { type: 'withdraw', at: ports.now() });
      inTheBackground(pump());
      return cancelled;
    },
    async restore(jobIds) {
      await ports.jobs.applyEach(jobIds, { type: 'restore' });
      inTheBackground(pump());
    },
    async move(jobIds, { id: providerId, model }) {
      await ports.jobs.applyEach(jobIds, { type: 'move', providerId, model });
      inTheBackground(pump());
    },
    async runNext(jobId) {
      await ports.jobs.apply(jobId, { type: 'prioritize', at: ports.now() });
    },
    async retry(jobIds) {
      const anew: string[] = [];
      for (const jobId of jobIds) {
        const job = await ports.jobs.get(jobId);
        if (ports.unsaved.has(jobId) || (job && canFetchAgain(job))) resume(jobId);
        else anew.push(jobId);
      }
      await ports.jobs.applyEach(anew, { type: 'retry', at: ports.now() });
      inTheBackground(pump());
    },
    async approve(jobId) {
      const job = await ports.jobs.get(jobId);
      const type = job?.waitingFor === 'repeat' ? 'confirm' : 'approve';
      if (await ports.jobs.apply(jobId, { type })) inTheBackground(pump());
    },
    resume: (jobId) => resume(jobId),
    async resumeAllowed(patterns) {
      const isGranted = (address: string): boolean => coversAddress(patterns, address);
      for (const { id, pendingPictures = [] } of await ports.jobs.listByState('needs-permission')) {
        if (pendingPictures.some(({ address }) => isGranted(address))) resume(id, isGranted);
      }
    },
    recover: (job) =>
      launch(job.id, NO_REQUESTS, ({ controller }) => recoverGeneration(ports, job, controller.signal)),
  };
}
