import * as fc from 'fast-check';
import type { JobEvent } from '@/utils/core/job/job-events';
import { createJob, type Job, type WaitingFor } from '@/utils/core/job/job';
import { accepts, transition } from '@/utils/core/job/job-transitions';
import { FAILURE_KINDS, type Failure } from '@/utils/core/failure/failure';
import { idAt } from '@/utils/core/archive/import-ids';
import type { GenerationParameters } from '@/utils/core/model/generation-parameters';
import { APPROVAL_REASONS } from '@/utils/core/money/budget';
import type { Picture } from '@/utils/core/picture/picture';
import { buildImageRequest } from '@/utils/core/request/image-request';
import type { ReplySummary } from '@/utils/core/request/image-reply';
import type { Passage } from '@/utils/core/text/passage';
import { CREATED_AT } from '../fixtures/jobs';

/** What a server said, as the real reader made it of some body. */
export interface Said {
  readonly summary: ReplySummary | undefined;
  readonly failure: Failure | undefined;
  readonly addresses: readonly string[];
  readonly revisedPrompts: readonly string[];
}

const SAID_NOTHING: Said = { summary: undefined, failure: undefined, addresses: [], revisedPrompts: [] };

const WAITS: readonly WaitingFor[] = ['key', 'access', 'pause', 'approval', 'repeat', 'storage'];

/** A time in the month before tests take place, in whole milliseconds. */
const time = fc.integer({ min: CREATED_AT - 30 * 86_400_000, max: CREATED_AT + 1000 });

/** A pause of an earlier version may have ended in the middle of a millisecond. */
const until = fc.double({ min: CREATED_AT, max: CREATED_AT + 900_000, noNaN: true });

/** An id of ours. */
const ownId = fc
  .tuple(time, fc.uuid({ version: 4 }))
  .map(([at, random]) => idAt(Math.max(0, at), () => random));

const words = fc.string({ unit: 'binary', maxLength: 40 });
const value = fc.string({ maxLength: 20 });
const dollars = fc.double({ min: 0, max: 1e6, noNaN: true });

const NONE_REQUIRED = { requiredKeys: [] };

const parameters: fc.Arbitrary<GenerationParameters> = fc.record(
  {
    model: fc.constantFrom('gpt-image-1', 'gpt-image-2', 'dall-e-3', 'flux', ''),
    n: fc.integer({ min: 1, max: 10 }),
    size: value,
    quality: value,
    background: value,
    moderation: value,
    style: value,
    output_format: fc.constantFrom('png', 'jpeg', 'webp', 'svg'),
    output_compression: fc.double({ min: 0, max: 100, noNaN: true }),
    stream: fc.boolean(),
    partial_images: fc.integer({ min: 0, max: 3 }),
    user: value,
  },
  { requiredKeys: ['model'] },
);

const surroundings = fc.string({ unit: 'binary', maxLength: 32 });

const passage: fc.Arbitrary<Passage> = fc.record(
  {
    quote: words,
    before: surroundings,
    after: surroundings,
    headings: fc.array(words, { maxLength: 4 }),
    pageTitle: words,
    pageUrl: fc.constantFrom(
      '',
      'https://example.org/a?b=c#d',
      'http://a.example/',
      'file:///home/book.html',
    ),
    language: fc.constantFrom('', 'en', 'zh-Hans'),
    position: fc.nat(),
  },
  { requiredKeys: ['quote', 'before', 'after', 'headings', 'pageTitle', 'pageUrl', 'language'] },
);

/** A failure with any of its fields, each as far as the product lets it grow. */
const failure: fc.Arbitrary<Failure> = fc.record(
  {
    kind: fc.constantFrom(...FAILURE_KINDS),
    detail: fc.string({ unit: 'binary', maxLength: 501 }),
    status: fc.integer({ min: 200, max: 599 }),
    code: words,
    parameter: words,
    requestId: words,
    host: fc.constantFrom('api.example', '[::1]:8080'),
    retryAfterSeconds: fc.double({ min: 0, max: 1e6, noNaN: true }),
    hadBegun: fc.constant(true as const),
    limit: fc.nat(),
    actual: fc.nat(),
  },
  { requiredKeys: ['kind'] },
);

const estimate = fc.record(
  {
    amount: dollars,
    basis: fc.constantFrom('server' as const, 'list' as const),
    atMost: fc.constant(true as const),
  },
  { requiredKeys: ['amount', 'basis'] },
);

const usage = fc.record(
  {
    totalTokens: fc.nat(),
    inputTokens: fc.nat(),
    outputTokens: fc.nat(),
    inputTextTokens: fc.nat(),
    inputImageTokens: fc.nat(),
    outputTextTokens: fc.nat(),
    outputImageTokens: fc.nat(),
  },
  NONE_REQUIRED,
);

const summary: fc.Arbitrary<ReplySummary> = fc.record(
  {
    actual: fc.record({ size: value, quality: value, background: value, outputFormat: value }, NONE_REQUIRED),
    usage,
    reportedCost: dollars,
    requestId: words,
    extraPictures: fc.integer({ min: 1, max: 3000 }),
  },
  { requiredKeys: ['actual'] },
);

const booking = fc.record(
  {
    at: time,
    providerId: fc.constant('provider-1'),
    providerName: fc.constant('A server'),
    model: fc.constant('gpt-image-1'),
    amount: dollars,
    pictures: fc.nat(10),
  },
  { requiredKeys: ['at', 'providerId', 'providerName', 'model', 'pictures'] },
);

const typed = <Type extends string>(...types: readonly Type[]): fc.Arbitrary<Type> =>
  fc.constantFrom(...types);

const request = fc.tuple(parameters, fc.boolean()).map(([chosen, hasOwn]) =>
  buildImageRequest('a fox', chosen, {
    extraBody: hasOwn ? { seed: 7, webhook: 'https://hook.example/' } : {},
    base64: 'always',
    refused: [],
  }),
);

/** Any event, some with what a server said. */
function anyEvent({
  summary: said,
  failure: saidFailure,
  addresses,
  revisedPrompts,
}: Said): fc.Arbitrary<JobEvent> {
  const why = saidFailure ? fc.oneof(failure, fc.constant(saidFailure)) : failure;
  const pending = fc.record(
    {
      index: fc.nat(12),
      address: fc.constantFrom('https://images.example/a.png?sig=%2B', ...addresses),
      revisedPrompt: fc.oneof(words, fc.constantFrom('a red fox', ...revisedPrompts)),
    },
    { requiredKeys: ['index', 'address'] },
  );
  const finish = fc.record(
    { type: typed('finish'), at: time, failure: why, blocked: fc.boolean(), held: fc.boolean() },
    { requiredKeys: ['type', 'at'] },
  );
  return fc.oneof(
    fc.record(
      {
        type: typed('wait'),
        for: fc.constantFrom(undefined, ...WAITS),
        until,
        reason: fc.constantFrom(...APPROVAL_REASONS),
        estimate,
      },
      { requiredKeys: ['type', 'for'] },
    ),
    fc.constantFrom<JobEvent[]>(
      { type: 'approve' },
      { type: 'confirm' },
      { type: 'see' },
      { type: 'resume' },
      { type: 'restore' },
      { type: 'requeue', for: 'storage' },
      { type: 'dismiss', dismissed: true },
    ),
    fc.record(
      {
        type: typed('start'),
        at: time,
        providerId: fc.constant('provider-1'),
        baseUrl: fc.constant('https://api.example/v1'),
        request,
        estimate,
      },
      { requiredKeys: ['type', 'at', 'providerId', 'baseUrl', 'request'] },
    ),
    fc.record({
      type: typed('arrive'),
      arrived: fc.array(fc.record({ id: ownId, index: fc.nat(12) }), { maxLength: 2 }),
      pending: fc.array(pending, { maxLength: 3 }),
    }),
    fc.record(
      {
        type: typed('keep'),
        pictureIds: fc.array(ownId, { maxLength: 3 }),
        discarded: fc.constant([]),
        fetched: fc.array(fc.nat(12)),
        indexes: fc.array(fc.nat(40), { maxLength: 3 }),
        reply: said ? fc.oneof(summary, fc.constant(said)) : summary,
        booking,
        finish,
      },
      { requiredKeys: ['type', 'pictureIds', 'discarded', 'fetched'] },
    ),
    fc.record({ type: typed('drop'), indexes: fc.array(fc.nat(12)) }),
    finish,
    fc.record({ type: typed('postpone'), until }),
    fc.record({ type: typed('fail'), at: time, failure: why }),
    fc.record({ type: typed('cancel', 'withdraw', 'interrupt', 'retry', 'prioritize'), at: time }),
  );
}

const order = fc.record(
  {
    prompt: words,
    parameters,
    passage,
    intentId: value,
    providerId: value,
    repeatOf: ownId,
  },
  { requiredKeys: ['prompt', 'parameters'] },
);

/** Any row that the transitions of a job make, in whichever state. */
export function anyOwnJob(said: Said = SAID_NOTHING): fc.Arbitrary<Job> {
  return fc
    .tuple(ownId, time, order, fc.array(anyEvent(said), { maxLength: 25 }))
    .map(([id, at, wish, events]) =>
      events.reduce(
        (job, event) => (accepts(job, event.type) ? transition(job, event) : job),
        createJob(id, at, wish),
      ),
    );
}

const digits = Array.from('0123456789abcdef');

/** Any kept picture, in or out of the trash. */
export const anyOwnPicture: fc.Arbitrary<Picture> = fc.record(
  {
    id: ownId,
    jobId: ownId,
    index: fc.nat(40),
    type: typed('image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/avif'),
    width: fc.nat(30_000),
    height: fc.nat(30_000),
    byteSize: fc.integer({ min: 1, max: 400_000_000 }),
    sha256: fc.string({ unit: fc.constantFrom(...digits), minLength: 64, maxLength: 64 }),
    favorite: fc.boolean(),
    createdAt: time,
    undecoded: fc.constant(true as const),
    revisedPrompt: words,
    tags: fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), {
      minLength: 1,
      maxLength: 5,
    }),
    note: fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
    deletedAt: time,
  },
  {
    requiredKeys: [
      'id',
      'jobId',
      'index',
      'type',
      'width',
      'height',
      'byteSize',
      'sha256',
      'favorite',
      'createdAt',
    ],
  },
);
