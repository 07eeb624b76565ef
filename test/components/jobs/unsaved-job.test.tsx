import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { JobItem } from '@/components/jobs/job-item';
import { StorageNotice } from '@/components/jobs/storage-notice';
import { UnsavedProvider } from '@/components/jobs/unsaved-provider';
import type { Job } from '@/utils/core/job/job';
import { makeJob, makeJobIn } from '../../fixtures/jobs';
import { createFakeLive } from '../support/fake-live';
import { createJobCallbacks } from '../support/job-callbacks';

const FAILED: Job = {
  ...makeJobIn('failed'),
  failure: { kind: 'storageFull', detail: 'QuotaExceededError: No room' },
};

/** Shows a job, with the pictures of these jobs in memory only. */
function renderJob(job: Job, unsaved: readonly string[]) {
  const on = createJobCallbacks();
  const storage = createFakeLive({
    unsaved: unsaved.map((jobId) => ({ jobId, prompt: 'a fox', pictures: 1 })),
  });
  render(
    <UnsavedProvider storage={storage}>
      <StorageNotice storage={storage} on={on} />
      <ul>
        <JobItem job={job} on={on} />
      </ul>
    </UnsavedProvider>,
  );
  return on;
}

const item = (): HTMLElement => {
  const [found] = document.querySelectorAll<HTMLElement>('[data-job-id]');
  if (!found) throw new Error('No job');
  return found;
};

const buttonsOf = (element: HTMLElement): readonly (string | null)[] =>
  Array.from(element.querySelectorAll('button'), ({ textContent }) => textContent);

it('a job whose pictures are in memory says so, and offers to keep them instead of a second payment', async () => {
  const on = renderJob(FAILED, [FAILED.id]);
  expect(item().textContent).toContain('in memory only');
  expect(item().textContent).not.toContain('Retrying may cost again');
  expect(buttonsOf(item())).toEqual(['Copy details', 'Make room', 'Download', 'Save again']);
  await userEvent.click(screen.getAllByRole('button', { name: 'Save again' }).at(-1) ?? item());
  expect(on.saveUnsaved).toHaveBeenCalledWith(FAILED.id);
});

it('the words of the browser on a full disk are not shown', () => {
  renderJob(FAILED, [FAILED.id]);
  expect(document.body.textContent).not.toContain('QuotaExceededError');
});

it('a job whose pictures are not in memory warns as before', () => {
  renderJob(FAILED, ['another']);
  expect(item().textContent).toContain('Retrying may cost again');
  expect(buttonsOf(item())).toEqual(['Copy details', 'Make room', 'Retry']);
});

it('a job that waits for storage says what it waits for', () => {
  renderJob(makeJob({ waitingFor: 'storage' }), ['another']);
  expect(item().textContent).toContain('Waiting until images in memory are saved');
  expect(item().textContent).toContain('Nothing more is sent until they are saved or discarded');
  expect(screen.getByRole('alert').textContent).toContain('nothing more is sent to a server');
});
