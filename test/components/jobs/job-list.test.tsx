import { render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { JobList } from '@/components/jobs/job-list';
import type { Job } from '@/utils/core/job/job';
import { makeJobIn } from '../../fixtures/jobs';
import { createFakeLive } from '../support/fake-live';
import { createJobCallbacks } from '../support/job-callbacks';

const on = createJobCallbacks();

function shownIds(): readonly (string | undefined)[] {
  const list = screen.getByRole('list', { name: 'Jobs' });
  return within(list)
    .getAllByRole('listitem')
    .map((item) => item.dataset['jobId']);
}

describe('the list of jobs', () => {
  it('has the jobs in the order they come in', () => {
    const jobs = createFakeLive<readonly Job[]>([
      makeJobIn('running', { id: 'job-3' }),
      makeJobIn('failed', { id: 'job-2' }),
      makeJobIn('done', { id: 'job-1' }),
    ]);
    render(<JobList jobs={jobs} waiting={createFakeLive(0)} on={on} />);
    expect(shownIds()).toEqual(['job-3', 'job-2', 'job-1']);
    expect(screen.queryByText('No jobs yet')).toBeNull();
  });

  it('says how to begin when it is empty', () => {
    render(<JobList jobs={createFakeLive<readonly Job[]>([])} waiting={createFakeLive(0)} on={on} />);
    expect(screen.getByText('No jobs yet')).toBeTruthy();
    expect(screen.getByText(/right-click them and choose/)).toBeTruthy();
    expect(screen.queryByRole('list')).toBeNull();
  });

  it('does not claim to be empty before it is read', () => {
    render(<JobList jobs={createFakeLive<readonly Job[]>()} waiting={createFakeLive(0)} on={on} />);
    expect(screen.getByRole('heading', { name: 'Jobs' })).toBeTruthy();
    expect(screen.queryByText('No jobs yet')).toBeNull();
  });

  it('says why when it cannot be read, and comes back when it can', () => {
    const jobs = createFakeLive<readonly Job[]>();
    render(<JobList jobs={jobs} waiting={createFakeLive(0)} on={on} />);
    jobs.fail({ kind: 'storageUnavailable' });
    expect(screen.getByRole('alert').textContent).toContain("The browser's storage does not work right now.");
    expect(screen.queryByText('No jobs yet')).toBeNull();
    jobs.show([makeJobIn('done')]);
    expect(screen.queryByRole('alert')).toBeNull();
    expect(shownIds()).toEqual(['job-1']);
  });

  it('follows a job from state to state', () => {
    const jobs = createFakeLive<readonly Job[]>([makeJobIn('queued')]);
    render(<JobList jobs={jobs} waiting={createFakeLive(0)} on={on} />);
    const item = screen.getByRole('listitem');
    jobs.show([makeJobIn('running')]);
    expect(item.dataset['state']).toBe('running');
    jobs.show([makeJobIn('done')]);
    expect(item.dataset['state']).toBe('done');
    expect(within(item).getByText('Done')).toBeTruthy();
  });
});
