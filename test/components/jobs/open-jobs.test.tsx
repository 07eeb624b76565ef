import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { JOB_STATES } from '@/utils/core/job/job';
import { transition } from '@/utils/core/job/job-transitions';
import { makeEntry } from '../../fixtures/entries';
import { EVENTS, makeJobIn } from '../../fixtures/jobs';
import { renderHistory } from '../support/history-page';

const TITLE = 'Not finished yet';

/** The list of jobs that still bring pictures, or `null`. */
function openJobs(): HTMLElement | null {
  return screen.queryByRole('list', { name: TITLE });
}

/** The jobs in it. */
function shownIds(): readonly (string | undefined)[] {
  const list = openJobs();
  return list
    ? within(list)
        .getAllByRole('listitem')
        .map(({ dataset }) => dataset['jobId'])
    : [];
}

const EVERY_STATE = JOB_STATES.map((state) => makeJobIn(state, { id: state }));

describe('jobs that still bring pictures', () => {
  it('stand above the history, and no others do', () => {
    const { show, showJobs } = renderHistory();
    show([makeEntry('a')]);
    showJobs(EVERY_STATE);
    expect(shownIds()).toEqual(['queued', 'running', 'failed', 'interrupted', 'needs-permission']);
    const history = screen.getByRole('list', { name: 'Images' });
    expect(openJobs()?.compareDocumentPosition(history)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  it('are not spoken of before they are read, nor when there are none', () => {
    const { showJobs } = renderHistory();
    expect(openJobs()).toBeNull();
    showJobs([makeJobIn('running')]);
    expect(screen.getByRole('heading', { name: TITLE })).toBeTruthy();
    showJobs([makeJobIn('done'), makeJobIn('cancelled')]);
    expect(openJobs()).toBeNull();
    expect(screen.queryByRole('heading', { name: TITLE })).toBeNull();
  });

  it('say that a bad end was seen, and keep it on the page until it comes to something', () => {
    const { showJobs, onJob } = renderHistory();
    const failed = makeJobIn('failed');
    showJobs([failed]);
    expect(onJob.see).toHaveBeenCalledOnce();
    const seen = transition(failed, EVENTS.see);
    showJobs([seen]);
    expect(shownIds()).toEqual(['job-1']);
    expect(onJob.see).toHaveBeenCalledOnce();
    showJobs([makeJobIn('done')]);
    expect(shownIds()).toEqual([]);
  });

  it('leave out what ended badly and was seen before, unless the page was opened for it', () => {
    const seen = transition(makeJobIn('failed'), EVENTS.see);
    const { showJobs } = renderHistory();
    showJobs([seen]);
    expect(shownIds()).toEqual([]);
    cleanup();
    renderHistory({ hash: '#job=job-1' }).showJobs([seen]);
    expect(shownIds()).toEqual(['job-1']);
  });

  it('make room for what is searched, and come back after it', async () => {
    const { showJobs } = renderHistory();
    showJobs([makeJobIn('running')]);
    expect(shownIds()).toEqual(['job-1']);
    const searchBox = screen.getByRole('searchbox', { name: 'Search history' });
    await userEvent.type(searchBox, 'fox');
    expect(openJobs()).toBeNull();
    await userEvent.clear(searchBox);
    expect(shownIds()).toEqual(['job-1']);
  });

  it('leave when their pictures are part of the history', () => {
    const { showJobs } = renderHistory();
    showJobs([makeJobIn('running')]);
    expect(shownIds()).toEqual(['job-1']);
    showJobs([makeJobIn('done')]);
    expect(openJobs()).toBeNull();
  });

  it('can be given up there', async () => {
    const { showJobs, onJob } = renderHistory();
    const job = makeJobIn('running');
    showJobs([job]);
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(onJob.cancel.mock.calls).toEqual([[job]]);
  });
});
