import { describe, expect, it } from 'vitest';
import { FailureError } from '@/utils/core/failure/failure';
import type { FetchedPicture } from '@/utils/core/ports';
import { makeReply } from '../../fakes/image-api';
import { createQueueWorld, INSPECTED, type QueueWorldOptions } from '../../fakes/queue-world';

const FIRST = 'https://images.example/1.png';
const SECOND = 'https://images.example/2.png';
const BYTES: FetchedPicture = { kind: 'bytes', bytes: Uint8Array.of(7, 8, 9) };

const unreachable = (status?: number): FailureError =>
  new FailureError({ kind: 'pictureUnreachable', ...(status !== undefined && { status }) });

describe('when some of the pictures do not come', () => {
  it('one that is no picture is told of, and takes none of the others with it', async () => {
    const world = createQueueWorld({
      onRequest: ({ answer }) => answer(makeReply([1], [2])),
      inspect: (bytes) =>
        bytes[0] === 1
          ? Promise.reject(new FailureError({ kind: 'unsupportedPicture' }))
          : Promise.resolve(INSPECTED),
    });
    const job = await world.jobIn(await world.add('a fox'), 'done');
    expect(job.pictureIds).toHaveLength(1);
    expect(job.failure).toEqual({ kind: 'unsupportedPicture', hadBegun: true });
  });

  it('cancelling keeps those that were fetched', async () => {
    const world = createQueueWorld({
      onRequest: ({ answer }) => answer(makeReply(FIRST, SECOND)),
      onFetch: (address, signal) =>
        address === FIRST
          ? BYTES
          : new Promise((_resolve, reject) => {
              signal.addEventListener('abort', () => reject(signal.reason));
              world.bell.ring();
            }),
    });
    const id = await world.add('a fox');
    await world.bell.until(() => world.api.fetched[1]);
    await world.queue.cancel(id);
    expect((await world.jobIn(id, 'cancelled')).pictureIds).toHaveLength(1);
  });
});

describe('Retry after pictures could not be fetched', () => {
  function createWorld(failure: FailureError): ReturnType<typeof createQueueWorld> {
    let tries = 0;
    const options: QueueWorldOptions = {
      onRequest: ({ answer }) => answer(makeReply(FIRST)),
      onFetch() {
        tries += 1;
        return tries === 1 ? Promise.reject(failure) : BYTES;
      },
    };
    return createQueueWorld(options);
  }

  it('fetches them again, for nothing, when nobody answered there', async () => {
    const world = createWorld(unreachable());
    const id = await world.add('a fox');
    await world.jobIn(id, 'failed');
    await world.queue.retry([id]);
    const done = await world.jobIn(id, 'done');
    expect(done.pictureIds).toHaveLength(1);
    expect(done).not.toHaveProperty('failure');
    expect(world.api.sent).toHaveLength(1);
  });

  it('draws anew when their server refused, because the address has expired', async () => {
    const world = createWorld(unreachable(403));
    const id = await world.add('a fox');
    await world.jobIn(id, 'failed');
    await world.queue.retry([id]);
    await world.jobIn(id, 'done');
    expect(world.api.sent).toHaveLength(2);
  });
});
