import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { StorageNotice } from '@/components/jobs/storage-notice';
import type { StorageState, UnsavedJob } from '@/utils/core/drawing/unsaved-pictures';
import { createFakeLive } from '../support/fake-live';
import { createJobCallbacks } from '../support/job-callbacks';

const FOX = { jobId: 'job-1', prompt: 'a fox', pictures: 2 };

function renderUnsaved(...jobs: readonly UnsavedJob[]) {
  const on = createJobCallbacks();
  const storage = createFakeLive<StorageState>({ unsaved: jobs });
  render(<StorageNotice storage={storage} on={on} />);
  return { on, storage };
}

it('says nothing where everything is saved', () => {
  renderUnsaved();
  expect(screen.queryByRole('alert')).toBeNull();
});

it('says what is in memory only, and why that matters', () => {
  renderUnsaved(FOX);
  const words = screen.getByRole('alert').textContent;
  expect(words).toContain('Not saved yet');
  expect(words).toContain('kept in memory while the browser stays open');
  expect(words).toContain('a fox');
  expect(words).toContain('2 pictures');
});

it('downloads and saves', async () => {
  const { on } = renderUnsaved(FOX);
  await userEvent.click(screen.getByRole('button', { name: 'Download' }));
  await userEvent.click(screen.getByRole('button', { name: 'Save again' }));
  expect(on.downloadUnsaved).toHaveBeenCalledWith('job-1');
  expect(on.saveUnsaved).toHaveBeenCalledWith('job-1');
});

it('discards at the second click only, as that cannot be taken back', async () => {
  const { on, storage } = renderUnsaved(FOX);
  await userEvent.click(screen.getByRole('button', { name: 'Discard' }));
  expect(on.discardUnsaved).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole('button', { name: 'Discard for good' }));
  expect(on.discardUnsaved).toHaveBeenCalledWith('job-1');
  storage.show({ unsaved: [] });
  expect(screen.queryByRole('alert')).toBeNull();
});

it('offers no download of what is only an address', () => {
  renderUnsaved({ ...FOX, pictures: 0 });
  expect(screen.queryByRole('button', { name: 'Download' })).toBeNull();
  expect(screen.getByRole('button', { name: 'Save again' })).toBeTruthy();
});

it('says what storage refused where there is no row to say it, and that it is over', () => {
  const { storage } = renderUnsaved();
  storage.show({ failure: { kind: 'storageFull' }, unsaved: [] });
  expect(screen.getByRole('alert').textContent).toContain('There is no room left on this computer');
  storage.show({ unsaved: [] });
  expect(screen.queryByRole('alert')).toBeNull();
});

it('takes the second half of a double click for no answer', async () => {
  const { on } = renderUnsaved(FOX);
  await userEvent.dblClick(screen.getByRole('button', { name: 'Discard' }));
  expect(on.discardUnsaved).not.toHaveBeenCalled();
  expect(screen.getByRole('button', { name: 'Discard for good' })).toBeTruthy();
});
