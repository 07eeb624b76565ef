import * as v from 'valibot';
import type { ArchivedPicture } from '../core/archive/archive-format';
import { isOwnId } from '../core/archive/own-id';
import { FAILURE_KINDS } from '../core/failure/failure';
import { JOB_STATES, type Job } from '../core/job/job';
import { MAXIMUM_IMAGES, MAXIMUM_PREVIEWS } from '../core/model/generation-parameters';
import { APPROVAL_REASONS } from '../core/money/budget';
import { MOST_DOLLARS, MOST_SECONDS, MOST_TOKENS } from '../core/number/bounded';
import type { Picture } from '../core/picture/picture';
import type { ImageRequest } from '../core/request/image-request';
import { isPageAddress, isWebAddress, LIST_LIMITS, NUMBER_LIMITS, TEXT_LIMITS } from './row-limits';

/*
 * Rows of jobs and pictures as they stand in an archive: export writes only what these schemas take, import takes only
 * that. Fields that are not named here are dropped. What does not pass is mended by `mend-row.ts`.
 */

const { words, value, name, detail } = TEXT_LIMITS;

const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
const optional = v.exactOptional;
const within = (least: number, most: number) => v.pipe(v.number(), v.minValue(least), v.maxValue(most));
const whole = (least: number, most: number) => v.pipe(within(least, most), v.integer());
const count = whole(0, NUMBER_LIMITS.count);
const index = whole(0, NUMBER_LIMITS.index);
const edge = whole(0, NUMBER_LIMITS.edge);
const address = v.pipe(v.string(), v.check(isWebAddress));
const flag = v.boolean();
const yes = v.literal(true);
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const byteSize = whole(1, Number.MAX_SAFE_INTEGER);

/** A list; its length is looked at before its items, so that a long one costs nothing. */
const list = <Item extends v.GenericSchema>(item: Item, most: number) =>
  v.pipe(v.array(v.unknown()), v.maxLength(most), v.array(item));

/** Pixels, or bytes, of what is not empty. */
export const positive = whole(1, NUMBER_LIMITS.edge);

const parameters = {
  model: text(value),
  n: optional(whole(1, MAXIMUM_IMAGES)),
  size: optional(text(value)),
  quality: optional(text(value)),
  background: optional(text(value)),
  moderation: optional(text(value)),
  style: optional(text(value)),
  output_format: optional(text(value)),
  output_compression: optional(within(0, NUMBER_LIMITS.compression)),
  stream: optional(flag),
  partial_images: optional(within(0, MAXIMUM_PREVIEWS)),
  user: optional(text(value)),
};

const request = v.object({
  ...parameters,
  prompt: text(words),
  response_format: optional(v.literal('b64_json')),
});

const passage = v.object({
  quote: text(words),
  before: text(TEXT_LIMITS.context),
  after: text(TEXT_LIMITS.context),
  headings: list(text(TEXT_LIMITS.heading), LIST_LIMITS.headings),
  pageTitle: text(TEXT_LIMITS.title),
  pageUrl: v.pipe(v.string(), v.check(isPageAddress)),
  language: text(TEXT_LIMITS.context),
  position: optional(whole(0, NUMBER_LIMITS.characters)),
});

const tokens = optional(within(0, MOST_TOKENS));
const dollars = within(0, MOST_DOLLARS);

const reply = v.object({
  actual: v.object({
    size: optional(text(value)),
    quality: optional(text(value)),
    background: optional(text(value)),
    outputFormat: optional(text(value)),
  }),
  usage: optional(
    v.object({
      totalTokens: tokens,
      inputTokens: tokens,
      outputTokens: tokens,
      inputTextTokens: tokens,
      inputImageTokens: tokens,
      outputTextTokens: tokens,
      outputImageTokens: tokens,
    }),
  ),
  reportedCost: optional(dollars),
  extraPictures: optional(count),
  requestId: optional(text(name)),
});

const WAITS = ['key', 'access', 'pause', 'approval', 'repeat', 'storage'] as const;

const failure = v.object({
  // A kind that a newer Depict knows is no reason to lose the job.
  kind: v.fallback(v.picklist(FAILURE_KINDS), 'unexpected'),
  detail: optional(text(detail)),
  status: optional(whole(0, NUMBER_LIMITS.status)),
  code: optional(text(name)),
  parameter: optional(text(name)),
  requestId: optional(text(name)),
  host: optional(text(name)),
  retryAfterSeconds: optional(within(0, MOST_SECONDS)),
  hadBegun: optional(yes),
  limit: optional(whole(0, NUMBER_LIMITS.characters)),
  actual: optional(whole(0, NUMBER_LIMITS.characters)),
});

const estimate = v.object({
  amount: dollars,
  basis: v.picklist(['server', 'list']),
  atMost: optional(yes),
});

const cost = v.object({ amount: dollars, unknownReplies: count });

const pendingPicture = v.object({
  index,
  address,
  revisedPrompt: optional(text(TEXT_LIMITS.revisedPrompt)),
});

/** Any name that a row may have had elsewhere; import makes new ids in place of those that are not ours. */
const anyId = v.pipe(v.string(), v.minLength(1), v.maxLength(name));

const fitsList = (record: Readonly<Record<string, unknown>>): boolean =>
  Object.keys(record).length <= LIST_LIMITS.pictures;

/** The fields of a job whose ids and times are as given. */
function jobFields(id: v.GenericSchema<string>, time: ReturnType<typeof whole>) {
  return {
    id,
    state: v.picklist(JOB_STATES),
    providerId: optional(text(name)),
    prompt: text(words),
    parameters: v.object(parameters),
    passage: optional(passage),
    createdAt: time,
    intentId: optional(text(name)),
    queuedAt: optional(time),
    nextSince: optional(time),
    startedAt: optional(time),
    finishedAt: optional(time),
    waitingFor: optional(v.picklist(WAITS)),
    waitingUntil: optional(time),
    approvalReason: optional(v.picklist(APPROVAL_REASONS)),
    approved: optional(flag),
    estimate: optional(estimate),
    cost: optional(cost),
    automaticRetries: optional(count),
    attempts: count,
    baseUrl: optional(address),
    request: optional(request),
    reply: optional(reply),
    failure: optional(failure),
    pendingPictures: optional(list(pendingPicture, LIST_LIMITS.pictures)),
    unseen: optional(v.literal(1)),
    dismissed: optional(yes),
    repeatOf: optional(text(name)),
    waitedFor: optional(v.picklist([...WAITS, 'turn'])),
    pictureIds: list(id, LIST_LIMITS.pictures),
    pictureIndexes: optional(
      v.pipe(
        v.record(v.string(), v.unknown()),
        v.check((record) => fitsList(record)),
        v.record(id, index),
      ),
    ),
  };
}

function pictureFields(id: v.GenericSchema<string>, time: ReturnType<typeof whole>) {
  return {
    id,
    jobId: id,
    index,
    type: v.picklist(['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/avif']),
    width: edge,
    height: edge,
    undecoded: optional(yes),
    byteSize,
    sha256,
    revisedPrompt: optional(text(TEXT_LIMITS.revisedPrompt)),
    favorite: flag,
    tags: optional(list(text(TEXT_LIMITS.tag), LIST_LIMITS.tags)),
    note: optional(text(words)),
    createdAt: time,
  };
}

const anyRequest = v.looseObject({ model: v.string(), prompt: v.string() });

/**
 * Schemas of the rows.
 * @param latest latest time in them, in milliseconds since the epoch
 */
export function createRowSchemas(latest: number) {
  const time = whole(0, latest);
  const ownId = v.pipe(
    anyId,
    v.check((id) => isOwnId(id, latest)),
  );
  const archivedFields = jobFields(anyId, time);
  const archivedPictureFields = pictureFields(anyId, time);
  // Requests as they are kept here have fields that a person added, of any type.
  const keptRequest = optional(v.custom<ImageRequest>((given) => v.is(anyRequest, given)));
  return {
    /** A job in an archive. */
    archivedJob: v.object(archivedFields) satisfies v.GenericSchema<unknown, Job>,
    /** A picture in an archive, with the names of its entries. */
    archivedPicture: v.object({
      path: anyId,
      thumbnail: optional(v.object({ path: anyId, width: positive, height: positive, byteSize, sha256 })),
      picture: v.object(archivedPictureFields),
    }) satisfies v.GenericSchema<unknown, ArchivedPicture>,
    /** A job as it is written by an import: all ids are ours. */
    job: v.object(jobFields(ownId, time)) satisfies v.GenericSchema<unknown, Job>,
    /** A picture as it is written by an import. */
    picture: v.object(pictureFields(ownId, time)) satisfies v.GenericSchema<unknown, Picture>,
    /** A job as it is kept here. */
    keptJob: v.object({ ...archivedFields, request: keptRequest }) satisfies v.GenericSchema<unknown, Job>,
    /** A picture as it is kept here, perhaps in the trash. */
    keptPicture: v.object({
      ...archivedPictureFields,
      deletedAt: optional(time),
    }) satisfies v.GenericSchema<unknown, Picture>,
  };
}

export type RowSchemas = ReturnType<typeof createRowSchemas>;
