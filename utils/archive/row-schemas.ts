import * as v from 'valibot';
import type { ArchivedPicture } from '../core/archive/archive-format';
import { FAILURE_KINDS } from '../core/failure/failure';
import { isOpen, JOB_STATES, type Job } from '../core/job/job';
import { APPROVAL_REASONS } from '../core/money/budget';
import type { Picture } from '../core/picture/picture';
import type { ImageRequest } from '../core/request/image-request';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Rows of jobs and pictures as they may come from elsewhere. Fields that are not named here are dropped; one of another
 * type than ours refuses the row. All checks but those every page has are one function: what pages share grows with each.
 */
const text = v.string();
const optionalText = v.exactOptional(text);
const id = v.pipe(
  text,
  v.check((value) => UUID.test(value)),
);
const count = v.pipe(
  v.number(),
  v.check((value) => Number.isSafeInteger(value)),
  v.minValue(0),
);
const optionalCount = v.exactOptional(count);
const amount = v.pipe(
  v.number(),
  v.check((value) => Number.isFinite(value)),
);
const flag = v.exactOptional(v.boolean());
const sha256 = v.pipe(
  text,
  v.check((value) => /^[0-9a-f]{64}$/.test(value)),
);
/** Pixels, or bytes of what is not empty. */
export const positive = v.pipe(count, v.minValue(1));

const parameters = {
  model: text,
  n: optionalCount,
  size: optionalText,
  quality: optionalText,
  background: optionalText,
  moderation: optionalText,
  style: optionalText,
  output_format: optionalText,
  output_compression: v.exactOptional(amount),
  stream: flag,
  partial_images: v.exactOptional(amount),
  user: optionalText,
};

const passage = v.object({
  quote: text,
  before: text,
  after: text,
  headings: v.array(text),
  pageTitle: text,
  pageUrl: text,
  language: text,
  position: optionalCount,
});

const reply = v.object({
  actual: v.object({
    size: optionalText,
    quality: optionalText,
    background: optionalText,
    outputFormat: optionalText,
  }),
  usage: v.exactOptional(
    v.object({
      totalTokens: v.exactOptional(amount),
      inputTokens: v.exactOptional(amount),
      outputTokens: v.exactOptional(amount),
      inputTextTokens: v.exactOptional(amount),
      inputImageTokens: v.exactOptional(amount),
      outputTextTokens: v.exactOptional(amount),
      outputImageTokens: v.exactOptional(amount),
    }),
  ),
  reportedCost: v.exactOptional(amount),
  extraPictures: v.exactOptional(count),
  requestId: optionalText,
});

const WAITS = ['key', 'access', 'pause', 'approval', 'repeat', 'storage'] as const;

const failure = v.object({
  // A kind that a newer Depict knows is no reason to lose the job.
  kind: v.fallback(v.picklist(FAILURE_KINDS), 'unexpected'),
  detail: optionalText,
  status: v.exactOptional(amount),
  code: optionalText,
  parameter: optionalText,
  requestId: optionalText,
  host: optionalText,
  retryAfterSeconds: v.exactOptional(amount),
  hadBegun: v.exactOptional(v.literal(true)),
  limit: v.exactOptional(amount),
  actual: v.exactOptional(amount),
});

/** A job. */
export const jobSchema = v.object({
  id,
  state: v.picklist(JOB_STATES),
  providerId: optionalText,
  prompt: text,
  parameters: v.object(parameters),
  passage: v.exactOptional(passage),
  createdAt: count,
  intentId: optionalText,
  queuedAt: optionalCount,
  nextSince: optionalCount,
  startedAt: optionalCount,
  finishedAt: optionalCount,
  waitingFor: v.exactOptional(v.picklist(WAITS)),
  waitingUntil: optionalCount,
  approvalReason: v.exactOptional(v.picklist(APPROVAL_REASONS)),
  approved: flag,
  estimate: v.exactOptional(
    v.object({
      amount,
      basis: v.picklist(['server', 'list']),
      atMost: v.exactOptional(v.literal(true)),
    }),
  ),
  cost: v.exactOptional(v.object({ amount, unknownReplies: count })),
  automaticRetries: optionalCount,
  attempts: count,
  baseUrl: optionalText,
  request: v.exactOptional(
    v.object({ ...parameters, prompt: text, response_format: v.exactOptional(v.literal('b64_json')) }),
  ),
  reply: v.exactOptional(reply),
  failure: v.exactOptional(failure),
  pendingPictures: v.exactOptional(
    v.array(v.object({ index: count, address: text, revisedPrompt: optionalText })),
  ),
  unseen: v.exactOptional(v.literal(1)),
  dismissed: v.exactOptional(v.literal(true)),
  repeatOf: optionalText,
  waitedFor: v.exactOptional(v.picklist([...WAITS, 'turn'])),
  pictureIds: v.array(id),
  pictureIndexes: v.exactOptional(v.record(id, count)),
}) satisfies v.GenericSchema<unknown, Job>;

/** A picture, without its bytes. */
export const pictureSchema = v.object({
  id,
  jobId: id,
  index: count,
  type: v.picklist(['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/avif']),
  width: count,
  height: count,
  undecoded: v.exactOptional(v.literal(true)),
  byteSize: positive,
  sha256,
  revisedPrompt: optionalText,
  favorite: v.boolean(),
  tags: v.exactOptional(v.array(text)),
  note: optionalText,
  createdAt: count,
}) satisfies v.GenericSchema<unknown, Picture>;

const anyRequest = v.looseObject({ model: text, prompt: text });

/** A job as it is kept here: with all fields of its request, and with nothing that is still to be done. */
export const keptJobSchema = v.pipe(
  v.object({
    ...jobSchema.entries,
    request: v.exactOptional(v.custom<ImageRequest>((value) => v.is(anyRequest, value))),
  }),
  v.check(({ state }) => !isOpen(state)),
) satisfies v.GenericSchema<unknown, Job>;

/** A picture as it is kept here, perhaps in the trash. */
export const keptPictureSchema = v.object({
  ...pictureSchema.entries,
  deletedAt: optionalCount,
}) satisfies v.GenericSchema<unknown, Picture>;

/** A picture with the names of its entries. */
export const archivedPictureSchema = v.object({
  path: text,
  thumbnail: v.exactOptional(
    v.object({ path: text, width: positive, height: positive, byteSize: positive, sha256 }),
  ),
  picture: pictureSchema,
}) satisfies v.GenericSchema<unknown, ArchivedPicture>;
