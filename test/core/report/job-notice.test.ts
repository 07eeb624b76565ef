import { expect, it } from 'vitest';
import { noticeOf } from '@/utils/core/report/job-notice';
import { makeJobIn } from '../../fixtures/jobs';

it.each([
  ['done', 'done'],
  ['failed', 'failed'],
  ['interrupted', 'interrupted'],
  ['needs-permission', 'permission'],
  ['cancelled', undefined],
  ['queued', undefined],
  ['running', undefined],
] as const)('of a %s job: %s', (state, notice) => {
  expect(noticeOf(makeJobIn(state))).toBe(notice);
});
