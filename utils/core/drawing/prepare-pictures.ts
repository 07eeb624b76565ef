import { failureOf, type Failure } from '../failure/failure';
import type { NewPicture } from '../picture/picture';
import type { Clock, CreateId, InspectPicture } from '../ports';
import { createGate } from './gate';

/** What looking at pictures needs of the world. */
export interface PreparePorts {
  readonly inspect: InspectPicture;
  readonly createId: CreateId;
  readonly now: Clock;
}

/** Bytes with their place among the pictures of the job, and the id they go by. */
export interface ReceivedPicture {
  readonly id: string;
  readonly index: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly revisedPrompt?: string;
}

/** Pictures that can be kept, ids of those that cannot, and why the first of these cannot. */
export interface PreparedPictures {
  readonly pictures: readonly NewPicture[];
  readonly discarded: readonly string[];
  readonly failure?: Failure;
}

/** Decoded pictures are large (33 MB at 4K), so that few are decoded at once. */
const DECODED_AT_ONCE = 3;

/** Looks at one picture. Throws FailureError `unsupportedPicture`. */
export async function preparePicture(
  { inspect, now }: PreparePorts,
  jobId: string,
  { id, index, bytes, revisedPrompt }: ReceivedPicture,
): Promise<NewPicture> {
  const { thumbnail, ...found } = await inspect(bytes);
  return {
    picture: {
      ...found,
      id,
      jobId,
      index,
      byteSize: bytes.byteLength,
      ...(revisedPrompt !== undefined && { revisedPrompt }),
      favorite: false,
      createdAt: now(),
    },
    thumbnail,
  };
}

/** Looks at all of them: one that is no picture does not take the others with it. */
export async function preparePictures(
  ports: PreparePorts,
  jobId: string,
  received: readonly ReceivedPicture[],
): Promise<PreparedPictures> {
  const gate = createGate(() => DECODED_AT_ONCE);
  const results = await Promise.allSettled(
    received.map((picture) => gate.run(() => preparePicture(ports, jobId, picture))),
  );
  const refused = results.find((result) => result.status === 'rejected');
  return {
    pictures: results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : [])),
    discarded: received.flatMap(({ id }, place) => (results[place]?.status === 'rejected' ? [id] : [])),
    ...(refused && { failure: failureOf(refused.reason) }),
  };
}
