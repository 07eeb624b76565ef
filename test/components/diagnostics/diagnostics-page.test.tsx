import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { makeDiagnosis, makeRowCounts, makeServerDiagnosis } from '../../fixtures/diagnosis';
import { CREATED_AT } from '../../fixtures/jobs';
import { factsIn, partOf, renderDiagnostics } from '../support/diagnostics-page';

describe('the bug report', () => {
  it('says what is in it and what is not, and that it was copied', async () => {
    const { copyReport } = renderDiagnostics();
    const card = partOf('Bug report');
    expect(card.textContent).toContain('the newest 20 jobs');
    expect(card.textContent).toContain('Not in it: keys, prompts, pictures');
    expect(within(card).getByRole('status').textContent).toBe('');
    await userEvent.click(screen.getByRole('button', { name: 'Copy bug report' }));
    expect(copyReport).toHaveBeenCalledTimes(1);
    expect(within(card).getByRole('status').textContent).toBe('Copied');
  });

  it('says that it was not', async () => {
    const { copyReport } = renderDiagnostics();
    copyReport.mockRejectedValue(new Error('Not focused'));
    await userEvent.click(screen.getByRole('button', { name: 'Copy bug report' }));
    expect(within(partOf('Bug report')).getByRole('status').textContent).toBe(
      'The browser did not let Depict copy it.',
    );
  });
});

describe('the overview', () => {
  it('claims nothing before it is read', () => {
    renderDiagnostics();
    expect(screen.queryByRole('heading', { name: 'How it stands' })).toBeNull();
    expect(screen.queryByText('No jobs yet')).toBeNull();
  });

  it('counts jobs by state, and tells where all of this runs', () => {
    const { diagnosis } = renderDiagnostics();
    diagnosis.show(
      makeDiagnosis({
        rows: makeRowCounts({ done: 1200, failed: 3 }, 1300),
        alarms: [{ at: CREATED_AT, everySeconds: 30 }],
      }),
    );
    const { 'Wakes up': wakes, ...facts } = factsIn(partOf('How it stands'));
    expect(facts).toEqual({
      'Waiting for its turn': '0',
      'Drawing…': '0',
      Done: '1200',
      Failed: '3',
      Cancelled: '0',
      Interrupted: '0',
      'Needs permission': '0',
      Pictures: '1300',
      Version: '1.2.3',
      Browser: 'Chromium 140.0.1 on linux x86-64',
      Language: 'en',
      'Space used': '12 MB',
      'When the disk is full': 'The browser keeps everything',
      'May talk to': 'https://api.example/*',
      Permissions: 'alarms, storage',
    });
    expect(wakes).toMatch(/2026.*, then every 30 seconds$/);
  });

  it('says what the browser does not tell, and that nothing is granted or waited for', () => {
    const { diagnosis } = renderDiagnostics();
    diagnosis.show(makeDiagnosis({ space: { persistent: false }, hosts: [] }));
    expect(factsIn(partOf('How it stands'))).toMatchObject({
      'Space used': 'Not told by the browser',
      'When the disk is full': 'The browser may delete pictures',
      'Wakes up': 'When there is something to do',
      'May talk to': 'No server yet',
    });
  });

  it('leaves the counts out when the database does not open', () => {
    const { diagnosis } = renderDiagnostics();
    const { rows: _, ...broken } = makeDiagnosis({ failure: { kind: 'storageUnavailable' } });
    diagnosis.show(broken);
    expect(Object.keys(factsIn(partOf('How it stands')))[0]).toBe('Version');
  });

  it('says why it cannot be read', () => {
    const { diagnosis } = renderDiagnostics();
    diagnosis.fail({ kind: 'unexpected', detail: 'no alarms here' });
    expect(screen.getByRole('alert').textContent).toBe('Something went wrong inside Depict. no alarms here');
  });
});

describe('a server', () => {
  it('is told with what is known of it, and with the names alone of what was added', () => {
    const { diagnosis } = renderDiagnostics();
    const server = makeServerDiagnosis(
      { extraBody: { seed: 'secret' }, headerNames: ['x-team'] },
      {
        pausedUntil: Date.now() + 60_000,
        refused: { flux: ['size', 'n'] },
        onePerRequest: ['flux'],
        trailingSlash: true,
        models: [{ id: 'flux' }],
      },
    );
    diagnosis.show(makeDiagnosis({ servers: [server] }));
    const { 'Wants to be left alone until': paused, ...facts } = factsIn(partOf('Servers'));
    expect(facts).toEqual({
      'API base URL': 'https://api.example/v1',
      Model: 'gpt-image-1',
      'Requests at once': '2',
      'Longest wait in seconds': '300',
      'Extra JSON': 'seed',
      'Extra headers': 'x-team',
      'Does not take': 'flux: size, n',
      'Draws one by one': 'flux',
      Path: 'Answers only with a slash at its end',
      Lists: 'Models: 1, prices: 0',
    });
    expect(paused).toBeTruthy();
    expect(screen.getByRole('heading', { level: 3 }).textContent).toBe('Mine In use');
  });

  it('is not spoken of as paused when the pause is over', () => {
    const { diagnosis } = renderDiagnostics();
    diagnosis.show(makeDiagnosis({ servers: [makeServerDiagnosis({}, { pausedUntil: 1 })] }));
    expect(factsIn(partOf('Servers'))).not.toHaveProperty('Wants to be left alone until');
  });
});

it('leads to the history and to the settings', async () => {
  const { openGallery, openOptions } = renderDiagnostics();
  await userEvent.click(screen.getByRole('button', { name: 'History' }));
  await userEvent.click(screen.getByRole('button', { name: 'Settings' }));
  expect([openGallery.mock.calls.length, openOptions.mock.calls.length]).toEqual([1, 1]);
});
