import { reconcileJobs } from '@/utils/core/drawing/reconcile-jobs';
import type { Job } from '@/utils/core/job/job';
import type { FetchedPicture, JobStore } from '@/utils/core/ports';
import type { ReplyPicture } from '@/utils/core/request/image-reply';
import { makeFailure, type SentRequest } from './image-api';
import { createQueueWorld, createTimes, INSPECTED, READY, type QueueWorld } from './queue-world';

/** One picture of a reply: bytes, bytes that are none, or an address on a host that behaves so. */
export type Source = 'bytes' | 'noPicture' | Host;

/** How a host of pictures behaves. `blocked` is read after a permission, `flaky` after a while. */
export type Host = 'open' | 'blocked' | 'gone' | 'flaky' | 'nearby';

/** What a server does with a request. */
export type Outcome =
  | { readonly kind: 'answer'; readonly sources: readonly Source[]; readonly breaks: boolean }
  /** Refused without having been carried out. */
  | { readonly kind: 'busy'; readonly status: 429 | 503; readonly retryAfterSeconds?: number }
  | { readonly kind: 'refusesField'; readonly field: 'n' | 'quality' }
  /** Carried out or not: nobody knows. */
  | { readonly kind: 'fails'; readonly failure: 'serverError' | 'network' | 'timedOut' | 'contentBlocked' };

/** What storage refuses. */
export type StorageMode = 'works' | 'noPictures' | 'nothing';

/** A picture that reached the client, by its bytes or its address. */
interface Reached {
  readonly prompt: string;
  readonly content: number;
  readonly source: Source;
  /** Set where nothing is to be found of it any more, for a reason that is none of the queue's. */
  excused: boolean;
}

/** What was asked of servers for one prompt. */
interface Asked {
  /** Pictures that may still be asked for without another click. */
  budget: number;
  readonly faults: string[];
}

const REFUSED: ReadonlySet<Source> = new Set(['noPicture', 'gone', 'nearby']);

/** Turns of the event loop after which something goes round in circles. */
const MOST_TURNS = 20_000;

const addressOf = (host: Host, content: number): string =>
  host === 'nearby' ? `http://192.168.1.${content}/` : `https://${host}.example/${content}`;

const contentOf = (address: string): number => Number(/(\d+)\/?$/.exec(address)?.[1]);

/** Turns of the event loop, so that one access to storage takes longer than another. */
async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** A queue over one database, whose background ends and begins again, with all that the server and storage do to it. */
export function createQueueLife(
  database: string,
  outcomes: readonly Outcome[],
  waits: readonly boolean[],
  delays: readonly number[] = [0],
) {
  const times = createTimes();
  const reached: Reached[] = [];
  const asked = new Map<string, Asked>();
  const granted = new Set<string>();
  const open: { readonly life: number; readonly answer: () => void }[] = [];
  let requests = 0;
  let contents = 1;
  let mode: StorageMode = 'works';
  let life = 0;
  let pendingWrites = 0;
  let rings = 0;
  let accesses = 0;
  let world = begin();

  function guard(born: number, jobs: JobStore): JobStore {
    const through = async <Value>(
      refusing: readonly StorageMode[],
      work: () => Promise<Value>,
    ): Promise<Value> => {
      if (born !== life) return new Promise<never>(() => undefined);
      if (refusing.includes(mode)) throw makeFailure('storageFull');
      pendingWrites += 1;
      const delayed = async (): Promise<Value> => {
        accesses += 1;
        await turns(delays[accesses % delays.length] ?? 0);
        return work();
      };
      const value = await delayed().finally(() => {
        pendingWrites -= 1;
        rings += 1;
      });
      return born === life ? value : new Promise<never>(() => undefined);
    };
    return {
      ...jobs,
      get: (id) => through([], () => jobs.get(id)),
      listByState: (state) => through([], () => jobs.listByState(state)),
      original: (id) => through([], () => jobs.original(id)),
      add: (...call) => through(['nothing'], () => jobs.add(...call)),
      apply: (...call) => through(['nothing'], () => jobs.apply(...call)),
      applyEach: (...call) => through(['nothing'], () => jobs.applyEach(...call)),
      arrive: (...call) => through(['nothing', 'noPictures'], () => jobs.arrive(...call)),
      keep: (...call) => through(['nothing', 'noPictures'], () => jobs.keep(...call)),
    };
  }

  function begin(): QueueWorld {
    const born = life;
    return createQueueWorld({
      database,
      times,
      wrapStore: (jobs) => guard(born, jobs),
      inspect: ([first = 0]) =>
        first === 0 ? Promise.reject(makeFailure('unsupportedPicture')) : Promise.resolve(INSPECTED),
      onRequest: (sent) => serve(born, sent),
      onTaken(event, { request }) {
        if (born !== life || event.kind !== 'pictures') return;
        for (const { source } of event.pictures) {
          const content = source.kind === 'address' ? contentOf(source.address) : (source.bytes[1] ?? 0);
          reached.push({ prompt: request.prompt, content, source: kindOf(source), excused: false });
        }
      },
      onFetch: (address) => {
        rings += 1;
        return fetchAt(address);
      },
    });
  }

  function kindOf(source: ReplyPicture['source']): Source {
    if (source.kind === 'bytes') return source.bytes[0] === 0 ? 'noPicture' : 'bytes';
    const { hostname } = new URL(source.address);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- hosts are named by what they do
    return hostname.startsWith('192') ? 'nearby' : (hostname.replace('.example', '') as Host);
  }

  function fetchAt(address: string): FetchedPicture {
    const { hostname } = new URL(address);
    const host = hostname.replace('.example', '');
    if (host.startsWith('192')) asked.get('')?.faults.push(`fetched ${address}`);
    if (host === 'blocked' && !granted.has(host)) return { kind: 'blocked' };
    if (host === 'gone') throw makeFailure('pictureUnreachable', { status: 404 });
    if (host === 'flaky' && !granted.has(host)) throw makeFailure('pictureUnreachable', { status: 503 });
    return { kind: 'bytes', bytes: Uint8Array.of(1, contentOf(address)) };
  }

  function serve(born: number, sent: SentRequest): void {
    const number = requests;
    requests += 1;
    rings += 1;
    const { prompt, n = 1 } = sent.request;
    const account = asked.get(prompt);
    if (!account) throw new Error(`Nobody asked for ${prompt}`);
    account.budget -= n;
    if (world.unsaved.hasAny()) account.faults.push(`request ${number} left while pictures were unsaved`);
    if (account.budget < 0) account.faults.push(`request ${number} asks for ${n} too many`);
    const answer = (): void => {
      rings += 1;
      if (born === life && !sent.signal.aborted) reply(sent, n, account, outcomes[number % outcomes.length]);
    };
    if (waits[number % waits.length]) open.push({ life: born, answer });
    else answer();
  }

  function reply(sent: SentRequest, n: number, account: Asked, outcome: Outcome | undefined): void {
    const refuse = (failure: Parameters<typeof makeFailure>): void => {
      account.budget += n;
      sent.refuse(makeFailure(...failure));
    };
    switch (outcome?.kind) {
      case 'busy': {
        const { status, retryAfterSeconds: wait } = outcome;
        const after = wait === undefined ? {} : { retryAfterSeconds: wait };
        return refuse([status === 429 ? 'rateLimited' : 'serverError', { status, ...after }]);
      }
      case 'refusesField': {
        const facts = { status: 400, code: 'unknown_parameter', parameter: outcome.field };
        return refuse(['invalidParameter', facts]);
      }
      case 'fails':
        return sent.refuse(
          makeFailure(outcome.failure, outcome.failure === 'serverError' ? { status: 500 } : {}),
        );
      case 'answer':
      case undefined: {
        const sources = outcome?.sources ?? Array.from({ length: n }, () => 'bytes' as const);
        for (const source of sources.slice(0, n + 2)) {
          contents += 1;
          const picture: ReplyPicture['source'] =
            source === 'bytes' || source === 'noPicture'
              ? { kind: 'bytes', bytes: Uint8Array.of(source === 'bytes' ? 1 : 0, contents) }
              : { kind: 'address', address: addressOf(source, contents) };
          sent.emit({ kind: 'pictures', pictures: [{ source: picture }] });
        }
        if (outcome?.breaks || sources.length === 0) sent.refuse(makeFailure('incompleteStream'));
        else sent.end();
      }
    }
  }

  /** Lets everything happen that needs no further event. */
  async function settle(): Promise<void> {
    for (let quiet = 0, seen = -1, count = 0; quiet < 12; count += 1) {
      if (count > MOST_TURNS) throw new Error('The queue does not come to rest');
      await turns(1);
      quiet = pendingWrites === 0 && seen === rings ? quiet + 1 : 0;
      seen = rings;
    }
  }

  async function isDurable(job: Job | undefined, { content }: Reached): Promise<boolean> {
    if (!job) return false;
    const { pendingPictures = [], arrivedPictures = [], pictureIds } = job;
    if (pendingPictures.some(({ address }) => contentOf(address) === content)) return true;
    for (const id of [...pictureIds, ...arrivedPictures.map((one) => one.id)]) {
      const original = await (await world.open()).get('originals', id);
      if (original && new Uint8Array(await original.arrayBuffer())[1] === content) return true;
    }
    return false;
  }

  async function isHeld(job: Job, { content, source }: Reached): Promise<boolean> {
    if (source !== 'bytes' && world.unsaved.has(job.id)) return true;
    for (const { bytes } of world.unsaved.files(job.id)) {
      if (new Uint8Array(await bytes.arrayBuffer())[1] === content) return true;
    }
    return false;
  }

  const allJobs = async (): Promise<readonly Job[]> => (await world.open()).getAll('jobs');

  return {
    get world() {
      return world;
    },
    asked,
    settle,
    allJobs,
    refuseStorage: (next: StorageMode) => void (mode = next),
    grant: (host: Host) => void granted.add(host),
    answerAll() {
      for (const { answer } of open.splice(0)) answer();
    },
    pass: (milliseconds: number) => world.pass(milliseconds),
    connectAs: (isReady: boolean) => world.connectAs(isReady ? READY : { ready: false, waitingFor: 'key' }),
    /** Ends the background: what only its memory held is lost, and what it was about to write is not written. */
    async end() {
      life += 1;
      await settle();
      const jobs = await allJobs();
      for (const one of reached) {
        if (
          !(await isDurable(
            jobs.find(({ prompt }) => prompt === one.prompt),
            one,
          ))
        )
          one.excused = true;
      }
      world = begin();
    },
    /** What an alarm, and each start of a background, does. */
    async wake() {
      const { jobs, liveness, queue } = world;
      await reconcileJobs(guard(life, jobs), liveness, queue.recover).catch(() => undefined);
      await queue.pump().catch(() => undefined);
    },
    excuse(jobPrompt: string) {
      for (const one of reached) if (one.prompt === jobPrompt) one.excused = true;
    },
    /** Pictures of these jobs that reached the client, and are nowhere. */
    async lost(jobs: readonly Job[]): Promise<readonly string[]> {
      const lost: string[] = [];
      for (const one of reached) {
        const job = jobs.find(({ prompt }) => prompt === one.prompt);
        if (!job || one.excused || REFUSED.has(one.source)) continue;
        if (!(await isDurable(job, one)) && !(await isHeld(job, one))) {
          lost.push(`${one.source} ${one.content} of ${one.prompt}`);
        }
      }
      return lost;
    },
    /** Indexes of all pictures of a job, as the rows have them. */
    async indexes({ id, arrivedPictures = [], pendingPictures = [] }: Job): Promise<readonly number[]> {
      const rows = await (await world.open()).getAllFromIndex('pictures', 'jobId', id);
      return [...rows, ...arrivedPictures, ...pendingPictures].map(({ index }) => index);
    },
  };
}

export type QueueLife = ReturnType<typeof createQueueLife>;
