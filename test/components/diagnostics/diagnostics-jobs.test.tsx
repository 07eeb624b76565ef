import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Job } from '@/utils/core/job/job';
import { makeDiagnosis, makeRowCounts } from '../../fixtures/diagnosis';
import { CREATED_AT, makeJob, makeJobIn, makePending } from '../../fixtures/jobs';
import { factsIn, renderDiagnostics } from '../support/diagnostics-page';

/** Shows one job, opened. */
async function openJob(job: Job) {
  const page = renderDiagnostics();
  page.showJobs([job]);
  const line = screen.getByRole('listitem');
  await userEvent.click(line.querySelector('summary') ?? line);
  return { ...page, line };
}

describe('the jobs', () => {
  it('are a line each, with nothing of the rest until one is opened', () => {
    const { showJobs } = renderDiagnostics();
    const done = { ...makeJobIn('done'), finishedAt: CREATED_AT + 4400 };
    showJobs([makeJobIn('cancelled', { id: 'job-2' }), done]);
    const [, line] = screen.getAllByRole('listitem');
    expect(line?.textContent).toMatch(/^Done Sep \d+, 2026, \d+:\d+\s[AP]M gpt-image-1 3\.4s a fox in snow$/);
    expect(line?.querySelector('pre')).toBeNull();
  });

  it('say that there are none, or none in a state', () => {
    const { showJobs } = renderDiagnostics();
    showJobs([]);
    expect(screen.getByRole('heading', { name: 'No jobs yet' })).toBeTruthy();
    showJobs([], { state: 'failed' });
    expect(screen.getByRole('heading', { name: 'No job is in this state' })).toBeTruthy();
  });

  it('say why they cannot be read, and are read again', async () => {
    const { failJobs, reload } = renderDiagnostics();
    failJobs({ kind: 'storageUnavailable', detail: 'UnknownError' });
    expect(screen.getByRole('alert').textContent).toContain("The browser's storage does not work right now.");
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(reload).toHaveBeenCalledTimes(1);
  });

  it('come by state, counted', async () => {
    const { diagnosis, showJobs, showOnly } = renderDiagnostics();
    diagnosis.show(makeDiagnosis({ rows: makeRowCounts({ failed: 3 }) }));
    showJobs([makeJobIn('failed')]);
    const choice = screen.getByRole('combobox', { name: 'State' });
    await userEvent.selectOptions(choice, 'Failed (3)');
    await userEvent.selectOptions(choice, 'All');
    expect(showOnly.mock.calls).toEqual([['failed'], [undefined]]);
  });

  it('go on when there are older ones', async () => {
    const { showJobs, showOlder } = renderDiagnostics();
    showJobs([makeJobIn('done')]);
    expect(screen.queryByRole('button', { name: 'Show older jobs' })).toBeNull();
    showJobs([makeJobIn('done')], { more: true });
    await userEvent.click(screen.getByRole('button', { name: 'Show older jobs' }));
    expect(showOlder).toHaveBeenCalledTimes(1);
  });
});

describe('an opened job', () => {
  it('shows what was sent, when, and what came back', async () => {
    const job: Job = {
      ...makeJobIn('done', { parameters: { model: 'gpt-image-1', quality: 'low' } }),
      request: { model: 'gpt-image-1', prompt: 'a fox in snow', quality: 'low' },
      reply: { actual: { size: '1024x1024' }, usage: { totalTokens: 7 }, requestId: 'req_42' },
      finishedAt: CREATED_AT + 66_000,
      automaticRetries: 2,
      cost: { amount: 0.04, unknownReplies: 0 },
      estimate: { amount: 0.05, basis: 'list', atMost: true },
    };
    const { line } = await openJob(job);
    expect(JSON.parse(within(line).getByRole('group', { name: 'What was sent' }).textContent)).toEqual(
      job.request,
    );
    const { Asked, 'Request left': left, Ended, ...facts } = factsIn(line);
    expect(facts).toEqual({
      Job: 'job-1',
      State: 'Done',
      Server: 'https://api.example/v1',
      'Request id': 'req_42',
      'Times sent': '1',
      'Repeated by itself': '2',
      Waited: '1 second',
      Took: '1 minute, 5 seconds',
      'Server used': 'size: 1024x1024',
      Tokens: 'totalTokens: 7',
      Cost: '$0.04',
      'Expected cost': 'up to $0.05',
      'Pictures kept': '1',
    });
    for (const time of [Asked, left, Ended]) expect(time).toMatch(/^Sep \d+, 2026, \d+:\d\d:\d\d/);
  });

  it('shows why it failed, in everybody’s words', async () => {
    const failure = {
      kind: 'contentBlocked',
      status: 400,
      code: 'moderation_blocked',
      parameter: 'prompt',
      detail: 'No foxes',
      requestId: 'req_9',
    } as const;
    const { line } = await openJob({ ...makeJobIn('failed'), failure });
    expect(within(line).getByText('The server refuses to draw this. Other words may help.')).toBeTruthy();
    expect(factsIn(line)).toMatchObject({
      Kind: 'contentBlocked',
      Status: '400',
      Code: 'moderation_blocked',
      Field: 'prompt',
      'Server’s words': 'No foxes',
      'Request id': 'req_9',
    });
  });

  it('shows what it waits for, and that nothing was sent', async () => {
    const { line } = await openJob(
      makeJob({ waitingFor: 'pause', waitingUntil: CREATED_AT + 9000, attempts: 0 }),
    );
    expect(within(line).getByText('Nothing was sent.')).toBeTruthy();
    expect(factsIn(line)).toMatchObject({ State: 'The server asked to wait', 'Times sent': '0' });
    expect(factsIn(line)['Goes on']).toBeTruthy();
    expect(within(line).queryByRole('heading', { name: 'Answer' })).toBeNull();
  });

  it('names the hosts of pictures, and not their addresses', async () => {
    const pendingPictures = [makePending()];
    const { line } = await openJob({
      ...makeJobIn('needs-permission'),
      pendingPictures,
      arrivedPictures: [{ id: 'p', index: 1 }],
    });
    expect(factsIn(line)).toMatchObject({ 'Pictures still at': 'images.example', 'Not looked at yet': '1' });
    expect(line.textContent).not.toContain('sig=1');
  });

  it('can be copied, and shown in the history where it has pictures', async () => {
    const { line, copyJob, openJob: open } = await openJob(makeJobIn('done'));
    await userEvent.click(within(line).getByRole('button', { name: 'Copy details' }));
    expect(copyJob.mock.calls).toMatchObject([[{ id: 'job-1' }]]);
    expect(within(line).getByRole('status').textContent).toBe('Copied');
    await userEvent.click(within(line).getByRole('button', { name: 'Open in history' }));
    expect(open.mock.calls).toMatchObject([[{ id: 'job-1' }]]);
  });

  it('leads to no picture where there is none', async () => {
    const { line } = await openJob(makeJobIn('failed'));
    expect(within(line).queryByRole('button', { name: 'Open in history' })).toBeNull();
  });
});
