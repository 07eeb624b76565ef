import { v7 as createId } from 'uuid';
import { createJob, type Job } from '@/utils/core/job/job';
import { transition } from '@/utils/core/job/job-transitions';
import type { NewPicture } from '@/utils/core/picture/picture';
import { createAnnouncer } from '@/utils/messaging/change-feed';
import { createDatabaseOpener } from '@/utils/storage/database';
import { addHistory, type HistoryRecord } from '@/utils/storage/history-writer';
import type { Sample } from './draw-samples';
import { createChance, inventJob } from './invent-job';

/** Part of a history; times are milliseconds since the epoch. */
export interface Batch {
  /** Number of its first picture, counted from the oldest. */
  readonly from: number;
  readonly count: number;
  /** Pictures of the whole history. */
  readonly total: number;
  /** When the newest picture was made. */
  readonly until: number;
}

const DAY_MS = 24 * 3_600_000;

/** From the oldest picture to the newest, in a long history: many months. */
const LONGEST_SPAN_MS = 200 * DAY_MS;

/** A short history is spread over less time, so that there are some pictures on each day. */
const SPAN_PER_PICTURE_MS = DAY_MS / 10;

/** People draw on some days and not on others. */
const BUSY_SHARE = 0.6;

const WEEK_MS = 7 * DAY_MS;

interface PreparedSample extends Omit<Sample, 'original' | 'thumbnail'> {
  readonly original: Blob;
  readonly thumbnail: ArrayBuffer;
}

let samples: readonly PreparedSample[] = [];

/** Takes the pictures over; to be called once before the first batch. */
function prepare(drawn: readonly Sample[]): void {
  samples = drawn.map((sample) => ({
    ...sample,
    original: new Blob([Uint8Array.fromBase64(sample.original)], { type: 'image/png' }),
    thumbnail: Uint8Array.fromBase64(sample.thumbnail).buffer,
  }));
}

function timeOf(number: number, { total, until }: Batch): number {
  const span = Math.min(LONGEST_SPAN_MS, total * SPAN_PER_PICTURE_MS);
  const age = span * (1 - (number + 1) / total);
  const week = Math.floor(age / WEEK_MS) * WEEK_MS;
  return Math.floor(until - week - (age - week) * BUSY_SHARE);
}

/** The job as it is once its pictures are here, by the steps every job takes. */
function endedJob(
  order: Parameters<typeof createJob>[2],
  ids: readonly string[],
  at: number,
  cost: number,
): Job {
  const { providerId = '', prompt, parameters } = order;
  const { model } = parameters;
  const start = {
    type: 'start',
    at: at - 20_000,
    providerId,
    baseUrl: `${providerId}/v1`,
    request: { ...parameters, prompt },
  } as const;
  const booking = { at, providerId, providerName: providerId, model, amount: cost, pictures: ids.length };
  const keep = {
    type: 'keep',
    pictureIds: ids,
    discarded: [],
    fetched: [],
    reply: { actual: {}, usage: { totalTokens: 4200 } },
    booking,
    finish: { type: 'finish', at },
  } as const;
  const job = createJob(createId({ msecs: at - 21_000 }), at - 21_000, order);
  return transition(transition(job, start), keep);
}

function record(from: number, pictures: number, batch: Batch): HistoryRecord {
  const chance = createChance(from + 1);
  const ids: string[] = [];
  const times: number[] = [];
  for (let index = 0; index < pictures; index += 1) {
    const at = timeOf(from + index, batch);
    times.push(at);
    ids.push(createId({ msecs: at, seq: index }));
  }
  const sample = samples[Math.floor(chance() * samples.length)];
  if (!sample) throw new Error('The pictures were not handed over');
  const { width, height, byteSize, sha256, original } = sample;
  const order = inventJob(chance, from, pictures, `${width}x${height}`);
  const at = times.at(-1) ?? batch.until;
  const job = endedJob(order, ids, at, Math.round(chance() * 160) / 1000);
  const wholePicture = (id: string, index: number): Required<NewPicture> => ({
    original,
    thumbnail: { bytes: sample.thumbnail, width: sample.thumbnailWidth, height: sample.thumbnailHeight },
    picture: {
      id,
      jobId: job.id,
      index,
      type: 'image/png',
      width,
      height,
      byteSize,
      sha256,
      ...(chance() < 0.3 && { revisedPrompt: `${order.prompt} (with more detail)` }),
      favorite: chance() < 0.05,
      createdAt: times[index] ?? at,
    },
  });
  return { job, pictures: ids.map(wholePicture) };
}

const open = createDatabaseOpener();

/** Writes one batch: jobs of one to four pictures, in one transaction. */
async function write(batch: Batch): Promise<void> {
  const records: HistoryRecord[] = [];
  const end = batch.from + batch.count;
  for (let from = batch.from; from < end;) {
    const pictures = Math.min(end - from, 1 + Math.floor(createChance(from)() * 4));
    records.push(record(from, pictures, batch));
    from += pictures;
  }
  await addHistory(open, createAnnouncer(), records);
}

export const pageWriter = { prepare, write };

Object.assign(globalThis, { depictSeed: pageWriter });
