import { describe, expect, it } from 'vitest';
import type { Booking } from '@/utils/core/money/spending';
import { createDatabaseOpener } from '@/utils/storage/database';
import { createHistoryReader } from '@/utils/storage/history-reader';
import { createJobStore } from '@/utils/storage/job-store';
import { readAllKnowledge } from '@/utils/storage/knowledge-reader';
import { createKnowledgeStore } from '@/utils/storage/knowledge-store';
import { createPreviewStore } from '@/utils/storage/preview-store';
import { readMonthlyAmount, readSpending } from '@/utils/storage/spending-reader';
import { recordChanges } from '../fakes/changes';
import { EVENTS, makeJobIn } from '../fixtures/jobs';

describe('what is known of a server', () => {
  it('grows lesson by lesson, and is forgotten at once', async () => {
    const open = createDatabaseOpener();
    const { announce, changes } = recordChanges();
    const knowledge = createKnowledgeStore(open, announce);
    expect(await knowledge.read('p')).toEqual({ providerId: 'p', refused: {}, onePerRequest: [] });
    await Promise.all([
      knowledge.learn('p', { type: 'refuses', model: 'flux', field: 'size' }),
      knowledge.learn('p', { type: 'refuses', model: 'flux', field: 'quality' }),
      knowledge.learn('p', { type: 'trailingSlash' }),
      knowledge.learn('q', { type: 'drawsOne', model: 'flux' }),
    ]);
    expect(await knowledge.read('p')).toEqual({
      providerId: 'p',
      refused: { flux: ['size', 'quality'] },
      onePerRequest: [],
      trailingSlash: true,
    });
    expect(changes).toContainEqual({ servers: true });
    await knowledge.learn('p', { type: 'models', models: [{ id: 'flux' }] });
    await knowledge.learn('p', { type: 'saved' });
    expect(await knowledge.read('p'), 'after it was saved again').toEqual({
      providerId: 'p',
      refused: {},
      onePerRequest: [],
      models: [{ id: 'flux' }],
    });
    await knowledge.forget('p');
    expect((await readAllKnowledge(open)).map(({ providerId }) => providerId)).toEqual(['q']);
  });
});

describe('spending', () => {
  const booking: Booking = {
    at: new Date(2026, 10, 30, 12).getTime(),
    providerId: 'p',
    providerName: 'Mine',
    model: 'flux',
    pictures: 2,
  };

  it('is booked with the pictures, by day, and unknown is not nothing', async () => {
    const open = createDatabaseOpener();
    const jobs = createJobStore(open, () => undefined);
    await (await open()).add('jobs', makeJobIn('running'));
    const bookings = [
      { ...booking, amount: 0.25 },
      { ...booking, estimated: 0.5 },
      { ...booking, at: new Date(2026, 11, 1, 12).getTime(), amount: 4 },
    ];
    for (const [place, one] of bookings.entries()) {
      await jobs.keep('job-1', { ...EVENTS.keep, pictureIds: [`p${place}`], booking: one }, []);
    }
    expect(await readSpending(open, '2026-11')).toEqual([
      {
        day: '2026-11-30',
        providerId: 'p',
        providerName: 'Mine',
        model: 'flux',
        amount: 0.25,
        estimated: 0.5,
        knownReplies: 1,
        unknownReplies: 1,
        pictures: 4,
      },
    ]);
    expect(await readSpending(open)).toHaveLength(2);
    expect(await readMonthlyAmount(open, bookings[2]?.at ?? 0)).toBe(4);
    expect((await jobs.get('job-1'))?.cost).toEqual({ amount: 4.25, unknownReplies: 1 });
  });
});

describe('a preview', () => {
  it('is the last one of its request, is told of, and goes when the job is done', async () => {
    const open = createDatabaseOpener();
    const { announce, changes } = recordChanges();
    const previews = createPreviewStore(open, announce, (fault) => expect.unreachable(String(fault)));
    const reader = createHistoryReader(open);
    await (await open()).add('jobs', makeJobIn('running'));
    await previews.save('job-1', 0, Uint8Array.of(1));
    await previews.save('job-1', 0, Uint8Array.of(2, 2));
    await previews.save('job-1', 1, Uint8Array.of(3, 3, 3));
    await previews.save('job-10', 0, Uint8Array.of(4));
    expect((await reader.previews('job-1')).map(({ size }) => size)).toEqual([2, 3]);
    expect(changes.at(-1)).toEqual({ jobs: ['job-10'] });

    const jobs = createJobStore(open, announce);
    await jobs.apply('job-1', EVENTS.fail);
    expect(await reader.previews('job-1'), 'kept to be seen after a failure').toHaveLength(2);
    await jobs.apply('job-1', EVENTS.retry);
    expect(await reader.previews('job-1')).toHaveLength(0);
    expect(await reader.previews('job-10')).toHaveLength(1);
  });
});
