import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { JobItem } from '@/components/jobs/job-item';
import type { Job } from '@/utils/core/job/job';
import type { JobCost } from '@/utils/core/money/cost';
import { makeJobIn } from '../../fixtures/jobs';
import { namesOf } from '../support/accessible-names';
import { createJobCallbacks } from '../support/job-callbacks';

/** Shows a job and gives back what can be done with it. */
function renderJob(job: Job) {
  const on = createJobCallbacks();
  render(<JobItem job={job} on={on} />);
  return on;
}

beforeEach(() => {
  document.documentElement.lang = 'en';
});

describe('a job above the monthly limit', () => {
  const job = makeJobIn('queued', { waitingFor: 'approval' });

  it('says what it would cost, and that nothing was sent', () => {
    renderJob({ ...job, estimate: { amount: 0.1664, basis: 'list' } });
    expect(screen.getByText('Waits for your word')).toBeTruthy();
    expect(
      screen.getByText(
        'With this picture (about $0.17) the month would exceed your limit. Nothing was sent yet.',
      ),
    ).toBeTruthy();
  });

  it.each<[string, Partial<Job>, string]>([
    [
      'the most it may cost, as the prompt box does',
      { approvalReason: 'limit', estimate: { amount: 0.25, basis: 'list', atMost: true } },
      'With this picture (up to $0.25) the month would exceed your limit. Nothing was sent yet.',
    ],
    [
      'that its price is unknown',
      { approvalReason: 'priceUnknown' },
      'The price of this image is not known, so your monthly limit cannot be checked. Nothing was sent yet.',
    ],
    [
      'that its price is unknown, in rows of older versions',
      {},
      'The price of this image is not known, so your monthly limit cannot be checked. Nothing was sent yet.',
    ],
    [
      'that the cost of the month is unknown',
      { approvalReason: 'monthUnknown', estimate: { amount: 0.1664, basis: 'list' } },
      'What this month has cost is not known, so your monthly limit cannot be checked. This image: about $0.17. Nothing was sent yet.',
    ],
  ])('says %s', (_, changes, words) => {
    renderJob({ ...job, ...changes });
    expect(screen.getByText(words)).toBeTruthy();
  });

  it('is drawn when the person says so, and can be given up', async () => {
    const { approve, cancel } = renderJob(job);
    expect(namesOf('button')).toEqual(['Draw anyway', 'Cancel']);
    await userEvent.click(screen.getByRole('button', { name: 'Draw anyway' }));
    expect(approve.mock.calls).toEqual([[job]]);
    expect(cancel).not.toHaveBeenCalled();
  });
});

describe('a finished job that lacks pictures', () => {
  const parameters = { model: 'dall-e-3', n: 3 };
  const job: Job = {
    ...makeJobIn('done', { parameters }),
    pictureIds: ['picture-1', 'picture-2'],
    failure: { kind: 'serverError', status: 500 },
  };

  it('says how many, and draws just these', async () => {
    const { retry } = renderJob(job);
    expect(screen.getByText('1 of 3 images are missing.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Retry' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Draw the missing 1' }));
    expect(retry.mock.calls).toEqual([[job]]);
  });

  it('warns of a second payment where the missing ones may have been billed', () => {
    renderJob({ ...job, failure: { kind: 'contentBlocked', hadBegun: true } });
    expect(screen.getByText('The server may have drawn this already. Retrying may cost again.')).toBeTruthy();
  });

  it('warns of none where the server refused them', () => {
    renderJob({ ...job, failure: { kind: 'contentBlocked' } });
    expect(screen.queryByText(/may cost again/)).toBeNull();
  });

  it('says how many pictures above those asked for were not kept', () => {
    renderJob({ ...job, reply: { actual: {}, extraPictures: 3 } });
    expect(screen.getByText(/sent 3 more images than were asked for/)).toBeTruthy();
  });

  it('says nothing of it when all have come', () => {
    const { failure: _, ...complete } = { ...job, pictureIds: ['picture-1', 'picture-2', 'picture-3'] };
    renderJob(complete);
    expect(screen.queryByText(/images are missing/)).toBeNull();
    expect(screen.queryByRole('button', { name: /missing/ })).toBeNull();
  });

  it('says nothing of it while others may still come', () => {
    renderJob({ ...makeJobIn('running', { parameters }), pictureIds: ['picture-1'] });
    expect(screen.queryByText(/images are missing/)).toBeNull();
  });
});

describe('what the server does not take', () => {
  it('is told by the names of the API', () => {
    const parameters = { model: 'gpt-image-1', quality: 'high', background: 'opaque', size: '1024x1024' };
    const request = { model: 'gpt-image-1', prompt: 'a fox in snow', size: '1024x1024' };
    renderJob({ ...makeJobIn('done', { parameters }), request });
    expect(screen.getByText('This server does not take: quality, background. It was left out.')).toBeTruthy();
  });

  it('is not spoken of when everything was sent', () => {
    renderJob(makeJobIn('done'));
    expect(screen.queryByText(/left out/)).toBeNull();
  });
});

describe('what a job has cost', () => {
  it.each<[string, JobCost, string]>([
    ['as far as it was told', { amount: 0.1664, unknownReplies: 0 }, '$0.1664'],
    ['in whole cents where it is much', { amount: 1.664, unknownReplies: 0 }, '$1.66'],
    ['nothing, where the server says so', { amount: 0, unknownReplies: 0 }, '$0.00'],
    ['and that something is missing', { amount: 0.04, unknownReplies: 1 }, '$0.04 and something unknown'],
    ['is unknown where a row holds no amount', { amount: Infinity, unknownReplies: 0 }, 'Cost unknown'],
    ['is unknown, not nothing, when nobody told', { amount: 0, unknownReplies: 2 }, 'Cost unknown'],
  ])('%s', (_, cost, words) => {
    renderJob({ ...makeJobIn('done'), cost });
    expect(screen.getByText(words)).toBeTruthy();
  });

  it('is not spoken of before anything came', () => {
    renderJob(makeJobIn('running'));
    expect(screen.queryByText(/\$|Cost/)).toBeNull();
  });
});
