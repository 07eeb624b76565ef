import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { JobList } from '@/components/jobs/job-list';
import type { Job } from '@/utils/core/job/job';
import { transition } from '@/utils/core/job/job-transitions';
import { EVENTS, makeJob, makeJobIn, makePending } from '../../fixtures/jobs';
import { createFakeLive } from '../support/fake-live';
import { installFakePopover } from '../support/fake-popover';
import { createJobCallbacks } from '../support/job-callbacks';

/** Shows the list of these jobs. */
function renderList(jobs: readonly Job[], count = 0) {
  installFakePopover();
  const on = createJobCallbacks();
  const live = createFakeLive(jobs);
  render(<JobList jobs={live} waiting={createFakeLive(count)} on={on} />);
  return { on, live };
}

const button = (name: string): HTMLElement | null => screen.queryByRole('button', { name });

describe('many jobs', () => {
  it('that wait can be cancelled at once, those that are not shown included', async () => {
    const { on } = renderList([makeJob()], 200);
    await userEvent.click(screen.getByRole('button', { name: 'Cancel all 200 waiting' }));
    expect(on.cancelWaiting).toHaveBeenCalledOnce();
    expect(await screen.findAllByText(/2 jobs cancelled/)).not.toHaveLength(0);
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(on.restore).toHaveBeenCalledWith(['a', 'b']);
  });

  it('that failed can be asked again at once: those that are shown, and may fare better', async () => {
    const failed = [makeJobIn('failed', { id: 'a' }), makeJobIn('failed', { id: 'b' })];
    const hopeless: Job = { ...makeJobIn('failed', { id: 'c' }), failure: { kind: 'promptTooLong' } };
    const { on } = renderList([...failed, hopeless, makeJobIn('done', { id: 'd' })]);
    await userEvent.click(screen.getByRole('button', { name: 'Retry all 2 failed (about $0.50)' }));
    expect(on.retryAll).toHaveBeenCalledWith(failed);
  });

  it.each([
    ['what they cost', makeJobIn('failed', { parameters: { model: 'flux' } }), '(cost unknown)'],
    [
      'the estimate they had',
      { ...makeJobIn('failed'), estimate: { amount: 0.02, basis: 'list' } },
      '(about $0.04)',
    ],
    [
      'nothing, where their pictures are at addresses',
      { ...makeJobIn('failed'), pendingPictures: [makePending()] },
      '',
    ],
  ] as const)('say %s', (_, job, cost) => {
    renderList([
      { ...job, id: 'a' },
      { ...job, id: 'b' },
    ]);
    expect(button(`Retry all 2 failed ${cost}`.trim())).not.toBeNull();
  });

  describe('of which some may have been billed', () => {
    const safe = ['a', 'b'].map((id) => makeJobIn('failed', { id }));
    const timedOut = (id: string): Job => ({
      ...makeJobIn('failed', { id }),
      failure: { kind: 'gatewayTimeout' },
    });
    const risky = [timedOut('c'), timedOut('d'), timedOut('e')];
    const jobs = [...safe, ...risky];

    async function ask() {
      const { on } = renderList(jobs);
      await userEvent.click(screen.getByRole('button', { name: /^Retry all 5 failed/ }));
      expect(on.retryAll).not.toHaveBeenCalled();
      return { on, dialog: screen.getByRole('dialog') };
    }

    it('are asked about once, with their number and price', async () => {
      const { dialog } = await ask();
      expect(dialog.textContent).toContain('already have drawn, and billed, 3 of these jobs');
      expect(dialog.textContent).toContain('about $0.75 again');
    });

    it.each([
      ['Retry the 2 others', safe],
      ['Retry all 5', jobs],
    ])('%s retries these', async (name, retried) => {
      const { on } = await ask();
      await userEvent.click(screen.getByRole('button', { name }));
      expect(on.retryAll).toHaveBeenCalledExactlyOnceWith(retried);
      expect(screen.queryByRole('dialog')).toBeNull();
    });

    it('Cancel retries none', async () => {
      const { on } = await ask();
      await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
      expect(on.retryAll).not.toHaveBeenCalled();
    });
  });

  it('are not spoken of where there is one', () => {
    renderList([makeJob(), makeJobIn('failed', { id: 'b' })], 1);
    expect(screen.queryByRole('button', { name: /all/ })).toBeNull();
    expect(button('Draw next')).toBeNull();
  });
});

describe('Draw next', () => {
  it('is offered where others wait, and says that it was chosen', async () => {
    const job = makeJob();
    const { on, live } = renderList([job], 2);
    await userEvent.click(screen.getByRole('button', { name: 'Draw next', pressed: false }));
    expect(on.runNext).toHaveBeenCalledWith(job);
    live.show([transition(job, EVENTS.prioritize)]);
    expect(screen.getByRole('button', { name: 'Draw next', pressed: true })).toBeTruthy();
  });

  it('is not offered to a job that is under way', () => {
    renderList([makeJobIn('running')], 2);
    expect(button('Draw next')).toBeNull();
  });
});

describe('a job that is a repetition', () => {
  it('asks, and is drawn at a word', async () => {
    const job = makeJob({ waitingFor: 'repeat' });
    const { on } = renderList([job], 2);
    expect(screen.getByText('You are already drawing this')).toBeTruthy();
    expect(screen.getByText(/less than a minute ago/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Draw it again' }));
    expect(on.approve).toHaveBeenCalledWith(job);
    expect(button('Cancel')).toBeTruthy();
    expect(button('Draw next')).toBeNull();
  });
});

describe('a bad end', () => {
  it('is seen when it is shown, once', () => {
    const failed = makeJobIn('failed');
    const { on, live } = renderList([failed]);
    expect(on.see).toHaveBeenCalledOnce();
    live.show([transition(failed, EVENTS.see)]);
    live.show([makeJobIn('done')]);
    expect(on.see).toHaveBeenCalledOnce();
  });

  it('is not seen on a page that nobody sees', () => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    const { on } = renderList([makeJobIn('failed')]);
    expect(on.see).not.toHaveBeenCalled();
    Object.defineProperty(document, 'visibilityState', { value: 'visible', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
    expect(on.see).toHaveBeenCalledOnce();
  });
});
