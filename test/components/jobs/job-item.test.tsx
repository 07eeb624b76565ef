import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { JobItem } from '@/components/jobs/job-item';
import { JOB_STATES, type Job, type JobState } from '@/utils/core/job/job';
import { makeJobIn, makePending } from '../../fixtures/jobs';
import { namesOf } from '../support/accessible-names';
import { createJobCallbacks } from '../support/job-callbacks';

const PROMPT = 'a fox in snow';

const WORDS: Readonly<Record<JobState, string>> = {
  queued: 'Waiting for its turn',
  running: 'Drawing…',
  done: 'Done',
  failed: 'Failed',
  cancelled: 'Cancelled',
  interrupted: 'Interrupted',
  'needs-permission': 'Needs permission',
};

const BUTTONS: Readonly<Record<JobState, readonly string[]>> = {
  queued: ['Cancel'],
  running: ['Cancel'],
  done: [PROMPT, 'Open in history'],
  failed: ['Copy details', 'Retry'],
  cancelled: ['Retry'],
  interrupted: ['Retry'],
  'needs-permission': [PROMPT, 'Allow images.example and save', 'Cancel', 'Open in history'],
};

/** Shows one job, as it began just now. */
function renderJob(job: Job) {
  const on = createJobCallbacks();
  const startedAt = job.startedAt === undefined ? {} : { startedAt: Date.now() };
  const shown = { ...job, ...startedAt };
  render(<JobItem job={shown} on={on} />);
  return { on, shown, item: screen.getByRole('listitem') };
}

/** Presses a button and gives back every callback that was called, with its arguments. */
async function press(name: string, job: Job) {
  const { on, shown } = renderJob(job);
  await userEvent.click(screen.getByRole('button', { name }));
  const calls = Object.entries(on).flatMap(([callback, { mock }]) =>
    mock.calls.map((args): readonly unknown[] => [callback, ...args]),
  );
  return { calls, shown };
}

describe('a job that is', () => {
  it.each(JOB_STATES)('%s tells its state, its words and its model', (state) => {
    const { item } = renderJob(makeJobIn(state));
    expect(item.dataset['state']).toBe(state);
    expect(item.dataset['jobId']).toBe('job-1');
    expect(screen.getByText(WORDS[state])).toBeTruthy();
    expect(screen.getByText('gpt-image-1')).toBeTruthy();
    expect(screen.getByText(PROMPT)).toBeTruthy();
  });

  it.each(JOB_STATES)('%s has exactly its buttons', (state) => {
    renderJob(makeJobIn(state));
    expect(namesOf('button')).toEqual(BUTTONS[state]);
  });

  it.each(JOB_STATES)('%s is an error only when it failed', (state) => {
    renderJob(makeJobIn(state));
    expect(screen.queryAllByRole('alert')).toHaveLength(state === 'failed' ? 1 : 0);
  });
});

describe('a queued job', () => {
  it.each([
    ['key', 'Waits for your API key'],
    ['access', 'Waits for access to the server'],
  ] as const)('that waits for %s says so and leads to the settings', (waitingFor, words) => {
    renderJob(makeJobIn('queued', { waitingFor }));
    expect(screen.getByText(words)).toBeTruthy();
    expect(screen.queryByText(WORDS.queued)).toBeNull();
    expect(namesOf('button')).toEqual(['Open settings', 'Cancel']);
  });
});

describe('a button of a job', () => {
  it.each([
    ['Cancel', 'queued', 'cancel'],
    ['Cancel', 'running', 'cancel'],
    ['Cancel', 'needs-permission', 'cancel'],
    ['Retry', 'failed', 'retry'],
    ['Retry', 'cancelled', 'retry'],
    ['Retry', 'interrupted', 'retry'],
    ['Allow images.example and save', 'needs-permission', 'allow'],
  ] as const)('%s of a %s job calls %s with the job, and nothing else', async (name, state, callback) => {
    const { calls, shown } = await press(name, makeJobIn(state));
    expect(calls).toEqual([[callback, shown]]);
  });

  it('Open settings opens the settings', async () => {
    const { calls } = await press('Open settings', makeJobIn('queued', { waitingFor: 'key' }));
    expect(calls.map(([callback]) => callback)).toEqual(['openOptions']);
  });

  it.each([
    ['Reword the prompt', 'contentBlocked', 'edit'],
    ['Shorten the prompt', 'promptTooLong', 'edit'],
    ['Choose another model', 'modelUnavailable', 'edit'],
    ['Change the settings', 'invalidParameter', 'edit'],
    ['Open the server’s site', 'quotaExhausted', 'openSite'],
    ['Copy details', 'serverError', 'copyReport'],
  ] as const)('%s of a job that failed with %s calls %s with the job', async (name, kind, callback) => {
    const { calls, shown } = await press(name, { ...makeJobIn('failed'), failure: { kind } });
    expect(calls).toEqual([[callback, shown]]);
  });

  it('Make room opens the page that says what takes up room', async () => {
    const job = { ...makeJobIn('failed'), failure: { kind: 'storageFull' } } as const;
    const { calls } = await press('Make room', job);
    expect(calls).toEqual([['openStorage']]);
  });

  it('Open in history opens it at the job', async () => {
    const { calls } = await press('Open in history', makeJobIn('done'));
    expect(calls).toEqual([['openGallery', { job: 'job-1' }]]);
  });

  it('with a picture opens the viewer at that picture', async () => {
    const { calls } = await press(PROMPT, makeJobIn('done'));
    expect(calls).toEqual([['openGallery', { image: 'picture-1' }]]);
  });
});

describe('the pictures of a job', () => {
  it('are there while others still come', () => {
    renderJob({ ...makeJobIn('running'), pictureIds: ['picture-1', 'picture-2'] });
    expect(namesOf('img')).toEqual([PROMPT, PROMPT]);
    expect(namesOf('button')).toEqual([PROMPT, PROMPT, 'Cancel', 'Open in history']);
  });

  it('are kept when a later attempt failed', () => {
    renderJob({ ...makeJobIn('failed'), pictureIds: ['picture-1'] });
    expect(namesOf('button')).toEqual([PROMPT, 'Copy details', 'Retry', 'Open in history']);
  });

  it('that wait on several servers name each once', () => {
    const pendingPictures = [
      makePending({ index: 0, address: 'https://one.example/a.png' }),
      makePending({ index: 1, address: 'https://one.example/b.png' }),
      makePending({ index: 2, address: 'https://two.example:8443/c.png' }),
    ];
    renderJob({ ...makeJobIn('needs-permission'), pictureIds: [], pendingPictures });
    expect(namesOf('button')).toEqual(['Allow one.example, two.example:8443 and save', 'Cancel']);
    expect(
      screen.getByText(
        'The picture is ready at one.example, two.example:8443. Allow Depict to read that server to save it.',
      ),
    ).toBeTruthy();
  });
});

describe('an interrupted job', () => {
  it('says that nobody knows, and that asking again may cost', () => {
    const { item } = renderJob(makeJobIn('interrupted'));
    expect(item.textContent).toContain('Nobody knows whether the picture was made.');
    expect(item.textContent).toContain('Retrying may cost again.');
  });
});
