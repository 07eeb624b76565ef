import { failureOf, type Failure } from '../failure/failure';
import type { Job, PendingPicture } from '../job/job';
import type { FinishEvent } from '../job/job-events';
import type { Booking } from '../money/spending';
import { detectImageType } from '../picture/image-type';
import type { NewPicture } from '../picture/picture';
import type { JobStore } from '../ports';
import type { ReplySummary } from '../request/image-reply';
import { preparePictures, type PreparePorts, type ReceivedPicture } from './prepare-pictures';
import { storeReply, type UnsavedPictures } from './unsaved-pictures';

/** What taking pictures in needs of the world. */
export interface IntakePorts extends PreparePorts {
  readonly jobs: Pick<JobStore, 'arrive' | 'keep'>;
  /** Holds what storage refused. */
  readonly unsaved: Pick<UnsavedPictures, 'hold'>;
  /** Told of faults that do not keep a picture from a person. */
  readonly report: (fault: unknown) => void;
}

/** Pictures on their way into the history: they are stored before they are decoded, and stay good if more does not come. */
export interface Intake {
  readonly received: ReceivedPicture[];
  readonly originals: Map<string, Blob>;
  /** Ids of those whose bytes storage did not take. */
  readonly unstored: Set<string>;
  /** Addresses that storage did not take. */
  readonly unwritten: PendingPicture[];
}

/** Pictures that came together. */
export interface Arrival {
  readonly received: readonly ReceivedPicture[];
  readonly pending: readonly PendingPicture[];
  /** Indexes of the pending pictures whose bytes these are; the cost of these is booked already. */
  readonly fetched?: readonly number[];
}

/** What is written when the pictures are kept. */
export interface Settling {
  readonly reply?: ReplySummary | undefined;
  readonly booking?: Booking | undefined;
  readonly fetched?: readonly number[];
  /** `false` where the pictures are kept without decoding them. */
  readonly decode?: boolean;
  /** The end of the job where these were its last pictures, told why one of them cannot be kept. */
  readonly finish?: (unreadable: Failure | undefined) => FinishEvent | undefined;
}

export function createIntake(): Intake {
  return { received: [], originals: new Map(), unstored: new Set(), unwritten: [] };
}

/** Stores pictures as they came. What storage refuses is tried again when the pictures are kept. */
export async function takeIn(
  ports: IntakePorts,
  jobId: string,
  intake: Intake,
  { received, pending, fetched }: Arrival,
): Promise<void> {
  const originals = received.map(({ id, bytes }) => ({
    id,
    bytes: new Blob([bytes], { type: detectImageType(bytes) ?? '' }),
  }));
  for (const picture of received) intake.received.push(picture);
  for (const { id, bytes } of originals) intake.originals.set(id, bytes);
  const arrived = received.map(({ bytes: _, ...picture }) => ({
    ...picture,
    looks: 1,
    ...(fetched && ({ booked: true } as const)),
  }));
  try {
    const event = { type: 'arrive', arrived, pending, ...(fetched && { fetched }) } as const;
    if (await ports.jobs.arrive(jobId, event, originals)) return;
  } catch (thrown) {
    ports.report(thrown);
  }
  for (const { id } of originals) intake.unstored.add(id);
  intake.unwritten.push(...pending);
}

/** Adds the revised prompt of a picture that came before it. */
export function describe({ received }: Intake, index: number | undefined, revisedPrompt: string): void {
  const place = received.findIndex((picture) => picture.index === index);
  const picture = received[place];
  if (picture) received[place] = { ...picture, revisedPrompt };
}

/** A picture whose bytes are not stored yet brings them along. */
function withBytes(one: NewPicture, { unstored, originals }: Intake): NewPicture {
  const original = unstored.has(one.picture.id) ? originals.get(one.picture.id) : undefined;
  return original ? { ...one, original } : one;
}

/**
 * Decodes what was taken in, and keeps it; what storage refuses is held in memory. Never throws.
 * @returns why one of the pictures is not kept
 */
export async function settleIntake(
  ports: IntakePorts,
  job: Job,
  intake: Intake,
  { reply, booking, fetched = [], decode = true, finish }: Settling,
): Promise<Failure | undefined> {
  const prepared = await preparePictures(ports, job.id, intake.received, decode);
  const pictures = prepared.pictures.map((one) => withBytes(one, intake));
  const keep = {
    type: 'keep',
    pictureIds: pictures.map(({ picture }) => picture.id),
    indexes: pictures.map(({ picture }) => picture.index),
    discarded: prepared.discarded,
    fetched,
    ...(reply && { reply }),
    ...(booking && { booking }),
  } as const;
  const end = finish?.(prepared.failure);
  const held = { pictures, pending: intake.unwritten };
  try {
    await storeReply(ports.jobs, job.id, { ...held, keep: end ? { ...keep, finish: end } : keep });
    return prepared.failure;
  } catch (thrown) {
    ports.unsaved.hold(job, { ...held, keep, originals: intake.originals });
    return prepared.failure ?? failureOf(thrown);
  }
}
