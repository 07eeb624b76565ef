import { describe, expect, it } from 'vitest';
import type { Job } from '@/utils/core/job/job';
import { settleRepeat } from '@/utils/core/job/repeated-order';
import { EVENTS, makeJob, makeJobIn, makePassage } from '../../fixtures/jobs';

const { providerId } = EVENTS.start;
const NEW = makeJob({ id: 'new', providerId });

describe('a wish', () => {
  it('without another before it is what it is', () => {
    expect(settleRepeat(NEW, [])).toBe(NEW);
  });

  it.each(['queued', 'running', 'done', 'needs-permission'] as const)(
    'that was had a moment ago and is %s waits for a word',
    (state) => {
      expect(settleRepeat(NEW, [makeJobIn(state, { providerId })])).toEqual({ ...NEW, waitingFor: 'repeat' });
    },
  );

  it.each(['failed', 'cancelled', 'interrupted'] as const)('that came to nothing (%s) is new', (state) => {
    expect(settleRepeat(NEW, [makeJobIn(state, { providerId })])).toBe(NEW);
  });

  it('that comes of the very same click, asked again for want of an answer, is the first one', () => {
    const first = makeJobIn('running', { intentId: 'click-1' });
    expect(settleRepeat(makeJob({ id: 'new', intentId: 'click-1' }), [first])).toBe(first);
    const other = makeJob({ id: 'new', prompt: 'a hare', intentId: 'click-2' });
    expect(settleRepeat(other, [first])).toBe(other);
  });

  it('that is asked about already is that one', () => {
    const asked = makeJob({ id: 'asked', providerId, waitingFor: 'repeat' });
    expect(settleRepeat(NEW, [asked, makeJobIn('running', { providerId })])).toBe(asked);
  });

  it.each<[string, Partial<Job>]>([
    ['other words', { prompt: 'a hare in snow' }],
    ['another size', { parameters: { model: 'gpt-image-1', size: '1024x1536' } }],
    ['another number of pictures', { parameters: { model: 'gpt-image-1', n: 2 } }],
    ['another model', { parameters: { model: 'dall-e-3' } }],
    ['another server', { providerId: 'another' }],
    ['a passage', { passage: makePassage() }],
  ])('for %s is another', (_what, changes) => {
    const other = { ...NEW, ...changes };
    expect(settleRepeat(other, [makeJobIn('running')])).toBe(other);
  });

  it('from another place of the same page is another', () => {
    const here = makeJob({ passage: makePassage() });
    const there = makeJob({ id: 'new', passage: makePassage({ before: 'Once more: ' }) });
    expect(settleRepeat(there, [here])).toBe(there);
  });

  describe('for a picture once more', () => {
    const again = { ...NEW, repeatOf: 'job-1' };

    it('is meant, however shortly after the picture it is asked', () => {
      expect(settleRepeat(again, [makeJobIn('done', { providerId })])).toBe(again);
    });

    it('waits for a word when it was clicked twice', () => {
      const first = makeJobIn('running', { id: 'first', providerId, repeatOf: 'job-1' });
      expect(settleRepeat(again, [first]).waitingFor).toBe('repeat');
    });
  });

  it('is the same in whatever order its parameters were chosen', () => {
    const one = makeJob({ parameters: { model: 'm', size: '1', quality: 'low' } });
    const two = makeJob({ id: 'new', parameters: { quality: 'low', size: '1', model: 'm' } });
    expect(settleRepeat(two, [one]).waitingFor).toBe('repeat');
  });
});
