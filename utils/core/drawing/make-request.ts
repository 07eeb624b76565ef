import { failureOf, type Failure } from '../failure/failure';
import type { Job, PendingPicture } from '../job/job';
import type { KeepEvent } from '../job/job-transitions';
import { detectImageType } from '../picture/image-type';
import type { NewPicture } from '../picture/picture';
import type { ImageApi, JobStore, KnowledgeStore, PreviewStore, Server } from '../ports';
import type { ReplyEvent, ReplyPicture, ReplySummary } from '../request/image-reply';
import { buildImageRequest, type ImageRequest } from '../request/image-request';
import { parametersOf, type PlannedRequest } from '../request/plan-requests';
import { refusedField } from '../request/refused-field';
import type { Provider } from '../server/provider';
import { refusedFor, type ServerKnowledge } from '../server/server-knowledge';
import { preparePictures, type PreparePorts, type ReceivedPicture } from './prepare-pictures';
import { replyBooking } from './reply-booking';
import type { UnsavedPictures } from './unsaved-pictures';

/** What a request needs of the world. */
export interface RequestPorts extends PreparePorts {
  readonly jobs: JobStore;
  readonly api: ImageApi;
  readonly previews: PreviewStore;
  readonly knowledge: KnowledgeStore;
  /** Takes what storage did not take. */
  readonly unsaved: Pick<UnsavedPictures, 'hold' | 'store'>;
  /** Told of faults that do not keep a picture from a person. */
  readonly report: (fault: unknown) => void;
}

/** What the requests of one job have in common. */
export interface RequestContext {
  readonly ports: RequestPorts;
  readonly job: Job;
  readonly provider: Provider;
  readonly server: Server;
  readonly signal: AbortSignal;
}

/** What a request came to: what is to be kept of it, and why something is missing. */
export interface RequestResult {
  readonly keep: Omit<KeepEvent, 'finish'>;
  readonly pictures: readonly NewPicture[];
  /** The bytes of the pictures, by id. */
  readonly originals: ReadonlyMap<string, Blob>;
  /** Addresses that could not be written down when they came. */
  readonly unwritten: readonly PendingPicture[];
  readonly failure?: Failure;
  /** Whether the server had begun to draw, so that asking again may cost again. */
  readonly begun: boolean;
  /** Whether pictures are still at addresses. */
  readonly pending: boolean;
  /** The server does not know `n`: the pictures must be asked for one by one. */
  readonly wantsOne?: true;
}

/** The body of a planned request. */
export function requestFor(
  job: Job,
  { n }: PlannedRequest,
  provider: Provider,
  known: ServerKnowledge,
): ImageRequest {
  const { model } = job.parameters;
  return buildImageRequest(job.prompt, parametersOf(job.parameters, n), {
    ...provider,
    refused: refusedFor(known, model),
  });
}

/** What came in so far; it stays good when the rest does not come. */
interface Arrivals {
  readonly received: ReceivedPicture[];
  readonly originals: Map<string, Blob>;
  /** Ids of those whose bytes storage did not take. */
  readonly unstored: Set<string>;
  readonly unwritten: PendingPicture[];
  summary: ReplySummary | undefined;
  count: number;
  begun: boolean;
}

async function arrive(
  { ports, job }: RequestContext,
  { offset }: PlannedRequest,
  arrivals: Arrivals,
  pictures: readonly ReplyPicture[],
): Promise<void> {
  const received: ReceivedPicture[] = [];
  const pending: PendingPicture[] = [];
  for (const { source, revisedPrompt } of pictures) {
    const place = {
      index: offset + arrivals.count,
      ...(revisedPrompt !== undefined && { revisedPrompt }),
    };
    arrivals.count += 1;
    if (source.kind === 'address') pending.push({ ...place, address: source.address });
    else received.push({ ...place, id: ports.createId(), bytes: source.bytes });
  }
  arrivals.received.push(...received);
  const originals = received.map(({ id, bytes }) => ({
    id,
    bytes: new Blob([bytes], { type: detectImageType(bytes) ?? '' }),
  }));
  for (const { id, bytes } of originals) arrivals.originals.set(id, bytes);
  const arrived = received.map(({ bytes: _, ...picture }) => picture);
  try {
    await ports.jobs.arrive(job.id, { type: 'arrive', arrived, pending }, originals);
  } catch (thrown) {
    // The rest of the reply is read all the same: it is paid for. What was not taken is tried again at the end.
    ports.report(thrown);
    for (const { id } of originals) arrivals.unstored.add(id);
    arrivals.unwritten.push(...pending);
  }
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
      return ports.previews.save(job.id, planned.offset, event.preview.bytes);
    case 'pictures':
      arrivals.begun = true;
      return arrive(context, planned, arrivals, event.pictures);
    case 'revisedPrompt': {
      const place = arrivals.received.findIndex(({ index }) => index === planned.offset + event.picture);
      const described = arrivals.received[place];
      if (described) arrivals.received[place] = { ...described, revisedPrompt: event.revisedPrompt };
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
): Promise<Pick<RequestResult, 'failure' | 'wantsOne'>> {
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
    }
  }
}

/** A picture whose bytes are not stored yet brings them along. */
function withBytes(
  one: NewPicture,
  unstored: ReadonlySet<string>,
  originals: ReadonlyMap<string, Blob>,
): NewPicture {
  const original = unstored.has(one.picture.id) ? originals.get(one.picture.id) : undefined;
  return original ? { ...one, original } : one;
}

/** Makes one request and looks at what came, without throwing: what came before a failure stays good. */
export async function makeRequest(
  context: RequestContext,
  planned: PlannedRequest,
  known: ServerKnowledge,
): Promise<RequestResult> {
  const { ports, job, provider } = context;
  const arrivals: Arrivals = {
    received: [],
    originals: new Map(),
    unstored: new Set(),
    unwritten: [],
    summary: undefined,
    count: 0,
    begun: false,
  };
  const { failure: fault, wantsOne } = await send(context, planned, known, arrivals);
  const {
    pictures,
    discarded,
    failure: unreadable,
  } = await preparePictures(ports, job.id, arrivals.received);
  if (fault === undefined && planned.n > 1 && arrivals.count === 1) {
    const { model } = job.parameters;
    await ports.knowledge.learn(provider.id, { type: 'drawsOne', model }).catch(ports.report);
  }
  const { summary, count, begun } = arrivals;
  const cause = fault ?? unreadable;
  const failure = cause && { ...cause, ...(begun && { hadBegun: true as const }) };
  const keep: RequestResult['keep'] = {
    type: 'keep',
    pictureIds: pictures.map(({ picture }) => picture.id),
    discarded,
    fetched: [],
    ...(summary && { reply: summary }),
    ...(begun && {
      booking: replyBooking(job, {
        at: ports.now(),
        provider,
        pictures: count,
        summary,
        prices: known.prices,
      }),
    }),
  };
  const pending = count > arrivals.received.length;
  const { originals, unstored, unwritten } = arrivals;
  return {
    keep,
    pictures: pictures.map((one) => withBytes(one, unstored, originals)),
    originals,
    unwritten,
    pending,
    begun,
    ...(failure && { failure }),
    ...(wantsOne && { wantsOne }),
  };
}
