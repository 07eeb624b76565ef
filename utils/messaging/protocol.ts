import * as v from 'valibot';
import type { ConnectionReport } from '../core/connection-check';
import type { Failure } from '../core/failure';
import type { SetupState } from '../core/connect';

const text = v.string();
const id = v.pipe(text, v.nonEmpty());
const optionalText = v.exactOptional(text);

const passage = v.object({
  quote: text,
  before: text,
  after: text,
  headings: v.pipe(v.array(text), v.readonly()),
  pageTitle: text,
  pageUrl: text,
  language: text,
});

const savedParameters = {
  model: v.pipe(text, v.trim(), v.nonEmpty()),
  size: optionalText,
  quality: optionalText,
  background: optionalText,
  moderation: optionalText,
  style: optionalText,
  user: optionalText,
};

const parameters = v.object({
  ...savedParameters,
  n: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
});

/** A server as it stands in the form: the key is absent when the saved one shall stay. */
const serverForm = { address: text, key: v.exactOptional(id), model: savedParameters.model };

/**
 * What pages may ask of the background. Each is an intent of the person; none is "fetch this" or "write that", so
 * that a page gone wrong cannot turn the background into a proxy with a key.
 */
export const requestSchema = v.variant('type', [
  /** Draw this prompt; answered when the job is durable. */
  v.object({ type: v.literal('generate'), prompt: text, parameters, passage: v.exactOptional(passage) }),
  v.object({ type: v.literal('cancelJob'), jobId: id }),
  /** Send an ended job again; may cost again. */
  v.object({ type: v.literal('retryJob'), jobId: id }),
  /** Fetch the pictures of a job that waited for permission. */
  v.object({ type: v.literal('resumeJob'), jobId: id }),
  v.object({ type: v.literal('deletePicture'), pictureId: id }),
  v.object({ type: v.literal('restorePicture'), pictureId: id }),
  v.object({ type: v.literal('setFavorite'), pictureId: id, favorite: v.boolean() }),
  /** Keep what stands in the prompt box. */
  v.object({
    type: v.literal('saveDraft'),
    draft: v.object({
      prompt: text,
      passage: v.exactOptional(passage),
      parameters: v.exactOptional(parameters),
    }),
    /** Tells the asking page from others, so that it does not take its own words for news. */
    writer: id,
  }),
  v.object({ type: v.literal('saveServer'), ...serverForm }),
  v.object({ type: v.literal('setAfterMenuClick'), afterMenuClick: v.picklist(['draw', 'edit']) }),
  v.object({ type: v.literal('testConnection'), ...serverForm }),
  /** Whether a key is saved for the server at this address; never the key. */
  v.object({ type: v.literal('findKey'), address: text }),
  /** What is still missing before the chosen server may be called. */
  v.object({ type: v.literal('checkSetup') }),
]);

export type Request = v.InferOutput<typeof requestSchema>;

export type RequestOf<Type extends Request['type']> = Extract<Request, { type: Type }>;

/** What each request is answered with; `null` where "done" says it all. */
export interface Responses {
  generate: { readonly jobId: string };
  cancelJob: null;
  retryJob: null;
  resumeJob: null;
  deletePicture: null;
  restorePicture: null;
  setFavorite: null;
  saveDraft: null;
  saveServer: null;
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
