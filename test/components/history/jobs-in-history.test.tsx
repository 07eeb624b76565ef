import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { JobState } from '@/utils/core/job/job';
import { makeEntry } from '../../fixtures/entries';
import { makeJobIn } from '../../fixtures/jobs';
import { renderHistory } from '../support/history-page';

/** A job that stands between the pictures of the same names. */
const job = (name: string, state: JobState) =>
  makeJobIn(state, { id: `picture-${name}`, prompt: `words of ${name}` });

const items = (): readonly HTMLElement[] =>
  within(screen.getByRole('list', { name: 'Images' })).getAllByRole('listitem');

const inTile = (state: JobState) => {
  const tile = items().find(({ dataset }) => dataset['state'] === state);
  if (!tile) throw new Error(`No ${state} job stands in the history`);
  return within(tile);
};

describe('a job without its pictures', () => {
  it('stands among the pictures by its time, with how it stands and what can be done', () => {
    const { show } = renderHistory();
    show([makeEntry('c'), makeEntry('a')], 'all', [job('d', 'interrupted'), job('b', 'failed')]);
    const names = items().map(({ dataset }) => dataset['imageId'] ?? dataset['state']);
    expect(names).toEqual(['interrupted', 'picture-c', 'failed', 'picture-a']);
    expect(inTile('failed').getByText('The server has trouble of its own.')).toBeTruthy();
    expect(inTile('failed').getByRole('button', { name: 'Retry' })).toBeTruthy();
    expect(inTile('interrupted').getByRole('button', { name: 'Retry' })).toBeTruthy();
  });

  it('says what happened to one that was interrupted, and whose buttons these are', () => {
    const { show } = renderHistory();
    show([makeEntry('a')], 'all', [job('b', 'interrupted')]);
    expect(inTile('interrupted').getByText(/^The browser stopped/)).toBeTruthy();
    const group = inTile('interrupted').getByRole('group', { name: 'words of b' });
    expect(within(group).getByRole('button', { name: 'Retry' })).toBeTruthy();
  });

  it('is asked again from there', async () => {
    const { show, onJob } = renderHistory();
    const failed = job('b', 'failed');
    show([makeEntry('a')], 'all', [failed]);
    await userEvent.click(inTile('failed').getByRole('button', { name: 'Retry' }));
    expect(onJob.retry).toHaveBeenCalledExactlyOnceWith(failed);
  });

  it('that waits for a permission asks for it there', async () => {
    const { show, onJob } = renderHistory();
    const waiting = job('b', 'needs-permission');
    show([makeEntry('a')], 'all', [waiting]);
    await userEvent.click(inTile('needs-permission').getByRole('button', { name: /^Allow images\.example/ }));
    expect(onJob.allow).toHaveBeenCalledExactlyOnceWith(waiting);
  });

  it('does not stand there twice while it stands above', () => {
    const { show, showJobs } = renderHistory();
    const running = job('b', 'running');
    show([makeEntry('a')], 'all', [running]);
    showJobs([running]);
    expect(items().map(({ dataset }) => dataset['imageId'])).toEqual(['picture-a']);
    expect(screen.getByRole('list', { name: 'Not finished yet' })).toBeTruthy();
  });

  it('is found like a picture, also while it is being drawn', () => {
    const { show, showJobs } = renderHistory({ hash: '#q=of+b' });
    const running = job('b', 'running');
    show([makeEntry('a')], 'all', [running]);
    showJobs([running]);
    expect(items().map(({ dataset }) => dataset['state'])).toEqual(['running']);
    expect(screen.getByText('1 not drawn', { selector: '[role=status]' })).toBeTruthy();
  });

  it('cannot be chosen with the pictures', async () => {
    const { show } = renderHistory();
    show([makeEntry('c'), makeEntry('a')], 'all', [job('b', 'failed')]);
    await userEvent.click(screen.getByRole('checkbox', { name: 'Select: words of c' }));
    await userEvent.click(screen.getByRole('button', { name: 'Select all 2' }));
    expect(screen.getByText('2 selected')).toBeTruthy();
  });

  it('is gone to by a link to it', async () => {
    const { show } = renderHistory({ hash: '#job=picture-b' });
    show([makeEntry('c'), makeEntry('a')], 'all', [job('b', 'failed')]);
    await vi.waitFor(() => expect(document.activeElement?.textContent).toContain('words of b'));
  });

  it('tells everything known of it when it is opened', async () => {
    const { show } = renderHistory();
    show([makeEntry('a')], 'all', [job('b', 'failed')]);
    await userEvent.click(inTile('failed').getByText('words of b'));
    const dialog = screen.getByRole('dialog', { name: 'Job' });
    expect(within(dialog).getByRole('alert').textContent).toContain('The server has trouble of its own.');
  });

  it('leaves the history at a click, and comes back with Undo', async () => {
    const { show, dismissJob } = renderHistory();
    const failed = job('b', 'failed');
    show([makeEntry('a')], 'all', [failed]);
    await userEvent.click(inTile('failed').getByRole('button', { name: 'Remove from history' }));
    expect(dismissJob).toHaveBeenLastCalledWith(failed, true);
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(dismissJob).toHaveBeenLastCalledWith(failed, false);
  });

  it('is counted beside the pictures of its day', () => {
    const { show } = renderHistory();
    show([makeEntry('a')], 'all', [job('b', 'failed')]);
    expect(screen.getByRole('heading', { level: 2 }).textContent).toContain('1 picture, 1 not drawn');
  });
});
