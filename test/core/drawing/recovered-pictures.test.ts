import { describe, expect, it } from 'vitest';
import type { ArrivedPicture } from '@/utils/core/job/job';
import type { InspectedPicture } from '@/utils/core/ports';
import { makeFailure } from '../../fakes/image-api';
import { createQueueWorld, INSPECTED, type QueueWorld } from '../../fakes/queue-world';
import { makeJobIn } from '../../fixtures/jobs';

const { thumbnail: _, ...HEADER } = INSPECTED;

/** What is found out without decoding. */
const UNDECODED: InspectedPicture = { ...HEADER, undecoded: true };

/** A world in which a background ended over these pictures, and the rows as they are when each is decoded. */
async function endedOver(...arrived: readonly ArrivedPicture[]) {
  const decodes: { readonly first: number | undefined; readonly decode: boolean; readonly looks: unknown }[] =
    [];
  const world: QueueWorld = createQueueWorld({
    async inspect([first], decode = true) {
      const row = await world.jobs.get('left');
      decodes.push({ first, decode, looks: row?.arrivedPictures?.map(({ looks }) => looks) });
      if (first === 0) throw makeFailure('unsupportedPicture');
      if (first === 9 && decode) throw new RangeError('Out of memory');
      return decode ? INSPECTED : UNDECODED;
    },
  });
  const job = makeJobIn('running', { id: 'left', parameters: { model: 'gpt-image-1', n: arrived.length } });
  await world.jobs.add(job);
  const bytes = arrived.map(({ id }) => ({ id, bytes: new Blob([Uint8Array.of(Number(id))]) }));
  const row = await world.jobs.arrive('left', { type: 'arrive', arrived, pending: [] }, bytes);
  if (!row) throw new Error('The row takes nothing');
  await world.queue.recover(row);
  return { world, decodes };
}

describe('after a background ended', () => {
  it('each arrived picture is decoded by itself, and counted before that', async () => {
    const { world, decodes } = await endedOver({ id: '1', index: 0, looks: 1 }, { id: '2', index: 1 });
    expect(decodes).toEqual([
      { first: 1, decode: true, looks: [2, undefined] },
      { first: 2, decode: true, looks: [2] },
    ]);
    expect(await world.jobs.get('left')).toMatchObject({ state: 'done', pictureIds: ['1', '2'] });
  });

  it('a picture over which two ended is kept without decoding it', async () => {
    const { world, decodes } = await endedOver({ id: '1', index: 0, looks: 2 });
    expect(decodes).toMatchObject([{ decode: false }]);
    expect(await world.jobs.get('left')).toMatchObject({ state: 'done', pictureIds: ['1'] });
    const database = await world.open();
    expect(await database.get('pictures', '1')).toMatchObject({ undecoded: true });
    expect(await database.get('thumbnails', '1')).toBeUndefined();
    expect((await world.jobs.original('1'))?.size).toBe(1);
  });

  it('a picture whose decoding failed for another reason than its bytes is kept without decoding it', async () => {
    const { world } = await endedOver({ id: '9', index: 0, looks: 1 });
    expect(await world.jobs.get('left')).toMatchObject({ state: 'done', pictureIds: ['9'] });
    expect(await (await world.open()).get('pictures', '9')).toMatchObject({ undecoded: true });
  });

  it('the cost of a picture that was fetched from an address is not booked again', async () => {
    const { world } = await endedOver({ id: '1', index: 0, looks: 1, booked: true });
    expect(await world.jobs.get('left')).not.toHaveProperty('cost');
  });
});
