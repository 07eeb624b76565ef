import { failureOf, type Failure } from '../failure/failure';
import type { NewPicture } from '../picture/picture';
import type { Clock, CreateId, InspectedPicture, InspectPicture } from '../ports';

/** What decoding pictures needs of the world. */
export interface PreparePorts {
  readonly inspect: InspectPicture;
  readonly createId: CreateId;
  readonly now: Clock;
}

/** Bytes with the index of their picture in the job, and the id of the picture. */
export interface ReceivedPicture {
  readonly id: string;
  readonly index: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly revisedPrompt?: string;
}

/** Pictures that can be kept, ids of what turned out to be none, and why the first of the others is not kept. */
export interface PreparedPictures {
  readonly pictures: readonly NewPicture[];
  readonly discarded: readonly string[];
  readonly failure?: Failure;
}

/** Only bytes that are no picture are given up: where the browser had another reason, they are kept undecoded. */
async function inspectSafely(
  inspect: InspectPicture,
  bytes: Uint8Array<ArrayBuffer>,
  decode: boolean,
): Promise<InspectedPicture> {
  try {
    return await inspect(bytes, decode);
  } catch (thrown) {
    if (!decode || failureOf(thrown).kind === 'unsupportedPicture') throw thrown;
    return inspect(bytes, false);
  }
}

async function preparePicture(
  { inspect, now }: PreparePorts,
  jobId: string,
  { id, index, bytes, revisedPrompt }: ReceivedPicture,
  decode: boolean,
): Promise<NewPicture> {
  const { thumbnail, ...found } = await inspectSafely(inspect, bytes, decode);
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
    ...(thumbnail && { thumbnail }),
  };
}

/** Decodes all of them: one that is no picture does not take the others with it. */
export async function preparePictures(
  ports: PreparePorts,
  jobId: string,
  received: readonly ReceivedPicture[],
  decode: boolean,
): Promise<PreparedPictures> {
  const results = await Promise.allSettled(
    received.map((picture) => preparePicture(ports, jobId, picture, decode)),
  );
  const refused = results.flatMap((result, place) => {
    const id = received[place]?.id;
    return result.status === 'rejected' && id !== undefined
      ? [{ id, failure: failureOf(result.reason) }]
      : [];
  });
  const [first] = refused;
  return {
    pictures: results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : [])),
    discarded: refused.filter(({ failure }) => failure.kind === 'unsupportedPicture').map(({ id }) => id),
    ...(first && { failure: first.failure }),
  };
}
