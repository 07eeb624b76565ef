import { expect, it } from 'vitest';
import { standsInHistory } from '@/utils/core/job/job';
import { transition } from '@/utils/core/job/job-transitions';
import { EVENTS, makeJobIn } from '../../fixtures/jobs';

it('puts a job away that came to nothing, until it is wanted back or asked again', () => {
  const away = transition(makeJobIn('failed'), EVENTS.dismiss);
  expect(away).toMatchObject({ dismissed: true });
  expect(away).not.toHaveProperty('unseen');
  expect(transition(away, { type: 'dismiss', dismissed: false })).not.toHaveProperty('dismissed');
  expect(transition(away, EVENTS.retry)).not.toHaveProperty('dismissed');
  expect(transition(away, EVENTS.resume)).not.toHaveProperty('dismissed');
});

it.each(['queued', 'running', 'needs-permission', 'failed', 'interrupted'] as const)(
  'lets a %s job stand in the history',
  (state) => expect(standsInHistory(makeJobIn(state))).toBe(true),
);

it.each([makeJobIn('done'), makeJobIn('cancelled'), transition(makeJobIn('failed'), EVENTS.dismiss)])(
  'leaves one out that brought its pictures, was let go, or was put away: $state',
  (job) => expect(standsInHistory(job)).toBe(false),
);
