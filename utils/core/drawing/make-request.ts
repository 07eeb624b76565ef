import { failureOf, type Failure } from '../failure/failure';
import { takenIndexes, wantedPictures, type Job, type PendingPicture } from '../job/job';
import type { FinishEvent } from '../job/job-events';
import type { ImageApi, JobStore, KnowledgeStore, PreviewStore, Server } from '../ports';
import type { ReplyEvent, ReplyPicture, ReplySummary } from '../request/image-reply';
import { buildImageRequest, type ImageRequest } from '../request/image-request';
import { parametersOf, type PlannedRequest } from '../request/plan-requests';
import { refusedField } from '../request/refused-field';
import type { Provider } from '../server/provider';
import { refusedFor, type ServerKnowledge } from '../server/server-knowledge';
import {
  createIntake,
  describe,
  settleIntake,
  takeIn,
  type Intake,
  type IntakePorts,
} from './picture-intake';
import type { ReceivedPicture } from './prepare-pictures';
import { replyBooking } from './reply-booking';
import type { UnsavedPictures } from './unsaved-pictures';

/** What a request needs of the world. */
export interface RequestPorts extends IntakePorts {
  readonly jobs: JobStore;
  readonly api: ImageApi;
  readonly previews: PreviewStore;
  readonly knowledge: KnowledgeStore;
  readonly unsaved: Pick<UnsavedPictures, 'hold' | 'has' | 'hasAny' | 'store'>;
}

/** What the requests of one job have in common. */
export interface RequestContext {
  readonly ports: RequestPorts;
  readonly job: Job;
  readonly provider: Provider;
  readonly server: Server;
  readonly signal: AbortSignal;
  /** An index beyond the wanted ones, for a picture that nobody asked for; another one each time. */
  readonly extraIndex: () => number;
}

/** What a request came to, apart from the pictures that are kept. */
export interface RequestResult {
  /** Why a picture is missing. */
  readonly failure?: Failure;
  /** Whether the server had begun to draw, so that asking again may cost again. */
  readonly begun: boolean;
  /** The server does not know `n`: the pictures must be asked for one by one. */
  readonly wantsOne?: true;
  /** Set where it was not sent, because pictures wait in memory for room in storage. */
  readonly unsent?: true;
}

/** Gives out indexes that no picture of the job has or will have. */
export function createExtraIndexes(job: Job): () => number {
  let next = Math.max(wantedPictures(job), ...[...takenIndexes(job)].map((index) => index + 1));
  return () => {
    next += 1;
    return next - 1;
  };
}

/** The body of a planned request. */
export function requestFor(
  job: Job,
  { indexes }: PlannedRequest,
  provider: Provider,
  known: ServerKnowledge,
): ImageRequest {
  const { model } = job.parameters;
  return buildImageRequest(job.prompt, parametersOf(job.parameters, indexes.length), {
    ...provider,
    refused: refusedFor(known, model),
  });
}

/** What came in so far; it stays good when the rest does not come. */
interface Arrivals {
  readonly intake: Intake;
  summary: ReplySummary | undefined;
  /** Indexes in the job of the pictures of the reply, in the order they came. */
  readonly indexes: number[];
  begun: boolean;
  pending: boolean;
}

async function arrive(
  { ports, job, extraIndex }: RequestContext,
  { indexes }: PlannedRequest,
  arrivals: Arrivals,
  pictures: readonly ReplyPicture[],
): Promise<void> {
  const received: ReceivedPicture[] = [];
  const pending: PendingPicture[] = [];
  for (const { source, revisedPrompt } of pictures) {
    const index = indexes[arrivals.indexes.length] ?? extraIndex();
    const place = { index, ...(revisedPrompt !== undefined && { revisedPrompt }) };
    arrivals.indexes.push(index);
    if (source.kind === 'address') pending.push({ ...place, address: source.address });
    else received.push({ ...place, id: ports.createId(), bytes: source.bytes });
  }
  if (pending.length > 0) arrivals.pending = true;
  await takeIn(ports, job.id, arrivals.intake, { received, pending });
}

async function take(
  context: RequestContext,
  planned: PlannedRequest,
  arrivals: Arrivals,
  event: ReplyEvent,
): Promise<void> {
  const { ports, job, provider } = context;
  switch (event.kind) {
    case 'preview':
      arrivals.begun = true;
      return ports.previews.save(job.id, planned.indexes[0] ?? 0, event.preview.bytes);
    case 'pictures':
      arrivals.begun = true;
      return arrive(context, planned, arrivals, event.pictures);
    case 'revisedPrompt': {
      const index = arrivals.indexes[event.picture];
      describe(arrivals.intake, index, event.revisedPrompt);
      return undefined;
    }
    case 'summary':
      arrivals.summary = event.summary;
      return undefined;
    case 'trailingSlash':
      return ports.knowledge.learn(provider.id, { type: 'trailingSlash' }).catch(ports.report);
  }
}

/** Sends the request; without fields the server refuses by name, each of which is left out once and for all. */
async function send(
  context: RequestContext,
  planned: PlannedRequest,
  known: ServerKnowledge,
  arrivals: Arrivals,
): Promise<Pick<RequestResult, 'failure' | 'wantsOne' | 'unsent'>> {
  const { ports, job, provider, server, signal } = context;
  const { model } = job.parameters;
  let request = requestFor(job, planned, provider, known);
  for (;;) {
    try {
      for await (const event of ports.api.generate(server, request, signal)) {
        await take(context, planned, arrivals, event);
      }
      return {};
    } catch (thrown) {
      const failure = failureOf(thrown);
      const field = arrivals.begun || signal.aborted ? undefined : refusedField(failure, request);
      if (field === undefined) return { failure };
      await ports.knowledge.learn(provider.id, { type: 'refuses', model, field });
      if (field === 'n') return { failure, wantsOne: true };
      request = requestFor(job, planned, provider, await ports.knowledge.read(provider.id));
      await ports.jobs.apply(job.id, { type: 'amend', request });
      if (ports.unsaved.hasAny()) return { unsent: true };
    }
  }
}

/**
 * Makes one request and keeps what comes, without throwing: what came before a failure stays good.
 * @param finish the end of the job where this is its last request and nothing is missing
 */
export async function makeRequest(
  context: RequestContext,
  planned: PlannedRequest,
  known: ServerKnowledge,
  finish: () => FinishEvent | undefined,
): Promise<RequestResult> {
  const { ports, job, provider } = context;
  const arrivals: Arrivals = {
    intake: createIntake(),
    summary: undefined,
    indexes: [],
    begun: false,
    pending: false,
  };
  const sent = await send(context, planned, known, arrivals).catch((thrown: unknown) => ({
    failure: failureOf(thrown),
  }));
  const { failure } = sent;
  const { intake, summary, begun, pending } = arrivals;
  const count = arrivals.indexes.length;
  if (failure === undefined && planned.indexes.length > 1 && count === 1) {
    const { model } = job.parameters;
    await ports.knowledge.learn(provider.id, { type: 'drawsOne', model }).catch(ports.report);
  }
  const booked = { at: ports.now(), provider, pictures: count, summary, prices: known.prices };
  const unkept = await settleIntake(ports, job, intake, {
    reply: summary,
    ...(begun && { booking: replyBooking(job, booked) }),
    finish: (unreadable) => (failure || unreadable || pending || !begun ? undefined : finish()),
  });
  const cause = failure ?? unkept;
  const why = cause && { ...cause, ...(begun && { hadBegun: true as const }) };
  return { ...sent, begun, ...(why && { failure: why }) };
}
