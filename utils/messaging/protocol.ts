import * as v from 'valibot';
import type { ImportedBatch, UndoneCounts } from '../core/archive/import-batch';
import type { SetupState } from '../core/connection/connect';
import type { StorageState } from '../core/drawing/unsaved-pictures';
import type { Failure } from '../core/failure/failure';
import { RETENTION_DAYS } from '../core/history/storage-use';
import type { ConnectionReport } from '../core/server/connection-check';
import { CONCURRENCY_BOUNDS, TIMEOUT_BOUNDS } from '../core/server/provider';

const text = v.string();
const id = v.pipe(text, v.nonEmpty());
const optionalText = v.exactOptional(text);

const bounded = ({ least, most }: { readonly least: number; readonly most: number }) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

const passage = v.object({
  quote: text,
  before: text,
  after: text,
  headings: v.pipe(v.array(text), v.readonly()),
  pageTitle: text,
  pageUrl: text,
  language: text,
  position: v.exactOptional(v.number()),
});

const savedParameters = {
  model: v.pipe(text, v.trim(), v.nonEmpty()),
  size: optionalText,
  quality: optionalText,
  background: optionalText,
  moderation: optionalText,
  style: optionalText,
  output_format: optionalText,
  output_compression: v.exactOptional(v.number()),
  stream: v.exactOptional(v.boolean()),
  partial_images: v.exactOptional(v.number()),
  user: optionalText,
};

const parameters = v.object({
  ...savedParameters,
  n: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
});

/** The part of a server's form that a test needs: key and headers are absent when the saved ones shall stay. */
const connectionForm = {
  providerId: id,
  address: text,
  key: v.exactOptional(id),
  headers: v.exactOptional(v.record(id, text)),
  model: v.pipe(text, v.trim()),
};

const providerForm = {
  ...connectionForm,
  name: v.pipe(text, v.trim()),
  extraBody: v.record(text, v.unknown()),
  base64: v.picklist(['auto', 'always', 'never']),
  onePicturePerRequest: v.boolean(),
  concurrency: bounded(CONCURRENCY_BOUNDS),
  timeoutSeconds: bounded(TIMEOUT_BOUNDS),
};

/**
 * What pages may ask of the background. Each is an intent of the person; none is "fetch this" or "write that", so
 * that a page gone wrong cannot turn the background into a proxy with a key.
 */
export const requestSchema = v.variant('type', [
  /** Draw this prompt; answered when the job is durable. */
  v.object({
    type: v.literal('generate'),
    /** Tells a question that is asked again, because nobody answered, from another click. */
    intentId: v.exactOptional(id),
    providerId: v.exactOptional(id),
    prompt: text,
    parameters,
    passage: v.exactOptional(passage),
  }),
  /** Draw what a job drew once more, with the same request; answered when the new job is durable. */
  v.object({ type: v.literal('drawAgain'), jobId: id, intentId: v.exactOptional(id) }),
  v.object({ type: v.literal('cancelJob'), jobId: id }),
  /** Cancel all jobs whose request has not left; answered with their ids. */
  v.object({ type: v.literal('cancelWaitingJobs') }),
  /** Put jobs that were cancelled while they waited back into the queue, each in its place. */
  v.object({ type: v.literal('restoreJobs'), jobIds: v.array(id) }),
  /** Draw jobs that wait for a key or for access at another server. */
  v.object({ type: v.literal('moveJobs'), jobIds: v.array(id), providerId: id }),
  /** Draw a waiting job before the others. */
  v.object({ type: v.literal('runJobNext'), jobId: id }),
  /**
   * Ask again, in this order, for what ended jobs lack; may cost again, unless their pictures can be had without. Which
   * ones is said by the page, so that a person never pays for jobs they do not see.
   */
  v.object({ type: v.literal('retryJobs'), jobIds: v.array(id) }),
  /** The person has seen which jobs ended badly. */
  v.object({ type: v.literal('seeJobs') }),
  /** Leave jobs that came to nothing out of the history, or show them there again. */
  v.object({ type: v.literal('dismissJobs'), jobIds: v.array(id), dismissed: v.boolean() }),
  /** Let a job go on that would exceed the monthly limit, or was asked for a moment ago. */
  v.object({ type: v.literal('approveJob'), jobId: id }),
  /** What somebody who can help needs to know of a job's failure, without prompt and key. */
  v.object({ type: v.literal('describeFailure'), jobId: id }),
  /** Fetch the pictures of a job that waited for permission. */
  v.object({ type: v.literal('resumeJob'), jobId: id }),
  /** Whether storage works for the background, and which pictures are in its memory only. */
  v.object({ type: v.literal('checkStorage') }),
  /** Send these pictures to the asking page, over a channel of their own, as messages carry no bytes. */
  v.object({ type: v.literal('handOverUnsaved'), jobId: id, channel: id }),
  v.object({ type: v.literal('discardUnsaved'), jobId: id }),
  v.object({ type: v.literal('deletePictures'), pictureIds: v.array(id) }),
  v.object({ type: v.literal('restorePictures'), pictureIds: v.array(id) }),
  /**
   * Remove for good what was deleted until then. The time is said by the page, so that a person never loses pictures that
   * were put there after they looked.
   */
  v.object({ type: v.literal('emptyTrash'), deletedUntil: v.number() }),
  v.object({ type: v.literal('setFavorite'), pictureIds: v.array(id), favorite: v.boolean() }),
  /** A person's own words to find it by; empty ones and repeated ones are dropped. */
  v.object({ type: v.literal('setTags'), pictureId: id, tags: v.array(text) }),
  /** The same words for many; what each has stays. */
  v.object({ type: v.literal('addTags'), pictureIds: v.array(id), tags: v.array(text) }),
  v.object({ type: v.literal('setNote'), pictureId: id, note: text }),
  /** Keep this part of an archive; the page offers it on a channel of its own, as messages carry no bytes. */
  v.object({ type: v.literal('importHistory'), channel: id }),
  /** Take a part of an import back, with the rows that it replaced, which the page offers in the same way. */
  v.object({ type: v.literal('undoImport'), channel: id }),
  /** Keep what stands in the prompt box. */
  v.object({
    type: v.literal('saveDraft'),
    draft: v.object({
      prompt: text,
      passage: v.exactOptional(passage),
      hasHiddenText: v.exactOptional(v.boolean()),
      parameters: v.exactOptional(parameters),
      providerId: v.exactOptional(id),
    }),
    /** Tells the asking page from others, so that it does not take its own words for news. */
    writer: id,
  }),
  v.object({ type: v.literal('saveProvider'), ...providerForm }),
  /** Take a server away, with its key. */
  v.object({ type: v.literal('removeProvider'), providerId: id }),
  /** US dollars a month above which is asked first; `null` for no limit. */
  v.object({ type: v.literal('setMonthlyLimit'), limit: v.nullable(v.pipe(v.number(), v.minValue(0))) }),
  /** After how many days pictures that are no favorites go to the trash by themselves; `null` for never. */
  v.object({ type: v.literal('setRetention'), days: v.nullable(v.picklist(RETENTION_DAYS)) }),
  v.object({ type: v.literal('setNotifications'), notifications: v.boolean() }),
  /** How downloaded files are named from now on. */
  v.object({ type: v.literal('setFileNameTemplate'), template: v.pipe(text, v.trim(), v.nonEmpty()) }),
  v.object({ type: v.literal('setAfterMenuClick'), afterMenuClick: v.picklist(['draw', 'edit']) }),
  v.object({ type: v.literal('testConnection'), ...connectionForm }),
  /** Whether a key is saved for this server at this address; never the key. */
  v.object({ type: v.literal('findKey'), providerId: id, address: text }),
  /** What a server, the chosen one unless another is meant, still lacks, and which servers can be called. */
  v.object({ type: v.literal('checkSetup'), providerId: v.exactOptional(id) }),
]);

export type Request = v.InferOutput<typeof requestSchema>;

export type RequestOf<Type extends Request['type']> = Extract<Request, { type: Type }>;

/** What each request is answered with; `null` where "done" says it all. */
export interface Responses {
  generate: { readonly jobId: string };
  drawAgain: { readonly jobId: string };
  cancelJob: null;
  cancelWaitingJobs: { readonly jobIds: readonly string[] };
  restoreJobs: null;
  moveJobs: null;
  runJobNext: null;
  retryJobs: null;
  seeJobs: null;
  dismissJobs: null;
  resumeJob: null;
  checkStorage: StorageState;
  handOverUnsaved: null;
  discardUnsaved: null;
  deletePictures: null;
  restorePictures: null;
  emptyTrash: { readonly removed: number };
  setFavorite: null;
  setTags: null;
  addTags: null;
  setNote: null;
  importHistory: ImportedBatch;
  undoImport: UndoneCounts;
  saveDraft: null;
  approveJob: null;
  describeFailure: { readonly report: string };
  saveProvider: null;
  removeProvider: null;
  setMonthlyLimit: null;
  setRetention: { readonly retired: number };
  setNotifications: null;
  setFileNameTemplate: null;
  setAfterMenuClick: null;
  testConnection: ConnectionReport;
  findKey: { readonly present: boolean };
  checkSetup: SetupState;
}

/** One handler for each request. */
export type Handlers = {
  readonly [Type in Request['type']]: (request: RequestOf<Type>) => Promise<Responses[Type]>;
};

/** Failures cross as data, because an Error loses its identity on the way. */
export type Envelope<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly failure: Failure };
