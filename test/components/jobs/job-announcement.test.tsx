import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { JobList } from '@/components/jobs/job-list';
import type { Job } from '@/utils/core/job/job';
import { makeJobIn } from '../../fixtures/jobs';
import { createFakeLive } from '../support/fake-live';
import { createJobCallbacks } from '../support/job-callbacks';

function announcedFor(job: Job): string | null {
  const jobs = createFakeLive<readonly Job[]>();
  render(<JobList jobs={jobs} waiting={createFakeLive(0)} on={createJobCallbacks()} />);
  jobs.show([job]);
  return screen.getByRole('status').textContent;
}

it('what becomes of the newest job is told', () => {
  expect(announcedFor(makeJobIn('done', { prompt: 'a fox in snow' }))).toBe('Done: a fox in snow');
});

it('a failure is told once: by its alert', () => {
  expect(announcedFor(makeJobIn('failed', { prompt: 'a fox in snow' }))).toBe('');
});
