import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { JobItem } from '@/components/jobs/job-item';
import { FAILURE_KINDS, type Failure, type FailureKind } from '@/utils/core/failure/failure';
import type { Job } from '@/utils/core/job/job';
import { makeJobIn, makePending } from '../../fixtures/jobs';
import { namesOf } from '../support/accessible-names';
import { createJobCallbacks } from '../support/job-callbacks';

const COST = 'The server may have drawn this already. Retrying may cost again.';

/** Written out, because the code under test must not say what is right. */
const MAY_HAVE_COST: ReadonlySet<FailureKind> = new Set([
  'gatewayTimeout',
  'timedOut',
  'connectionBroken',
  'unreadableReply',
  'replyTooLarge',
  'incompleteStream',
  'asynchronousServer',
  'noPicture',
  'unsupportedPicture',
  'pictureUnreachable',
  'privateAddress',
  'storageFull',
  'storageBlocked',
  'storageOutdated',
  'storageDamaged',
  'storageUnavailable',
  'unexpected',
]);

/** Buttons besides the one that copies the details, which every failure has. */
const BUTTONS: Readonly<Record<FailureKind, readonly string[]>> = {
  noKey: ['Open settings', 'Retry'],
  serverRemoved: ['Choose another server'],
  accessMissing: ['Open settings', 'Retry'],
  emptyPrompt: ['Reword the prompt'],
  promptTooLong: ['Shorten the prompt'],
  textTooLong: ['Shorten the prompt'],
  invalidParameter: ['Change the settings', 'Retry'],
  authentication: ['Open settings', 'Retry'],
  accessDenied: ['Retry'],
  organizationUnverified: ['Retry'],
  quotaExhausted: ['Open the server’s site', 'Retry'],
  rateLimited: ['Retry'],
  contentBlocked: ['Reword the prompt', 'Retry'],
  modelUnavailable: ['Choose another model', 'Retry'],
  wrongEndpoint: ['Open settings', 'Retry'],
  redirected: ['Open settings', 'Retry'],
  gatewayTimeout: ['Retry'],
  timedOut: ['Retry'],
  serverError: ['Retry'],
  network: ['Retry'],
  connectionBroken: ['Retry'],
  unreadableReply: ['Retry'],
  replyTooLarge: ['Retry'],
  incompleteStream: ['Retry'],
  asynchronousServer: ['Open settings', 'Retry'],
  noPicture: ['Reword the prompt', 'Retry'],
  unsupportedPicture: ['Change the settings', 'Retry'],
  pictureUnreachable: ['Retry'],
  privateAddress: ['Retry'],
  storageFull: ['Make room', 'Retry'],
  storageBlocked: ['Retry'],
  storageOutdated: ['Retry'],
  storageDamaged: ['Retry'],
  storageUnavailable: ['Retry'],
  unexpected: ['Retry'],
};

/** Shows a failed job and gives back its alert. */
function renderFailed(failure: Failure, changes: Partial<Job> = {}): HTMLElement {
  render(<JobItem job={{ ...makeJobIn('failed'), ...changes, failure }} on={createJobCallbacks()} />);
  return within(screen.getByRole('listitem')).getByRole('alert');
}

describe.each(FAILURE_KINDS)('a job that failed with %s', (kind) => {
  const failure: Failure = { kind, host: 'api.example', limit: 1000, actual: 1007 };

  it('has words with everything filled in', () => {
    const words = renderFailed(failure).textContent;
    expect(words.length).toBeGreaterThan(15);
    expect(words).not.toMatch(/[{}]|undefined|NaN/);
    expect(words.split(/\W+/)).not.toContain(kind);
  });

  it('warns of another bill only when there may be one', () => {
    renderFailed(failure);
    expect(screen.queryAllByText(COST)).toHaveLength(MAY_HAVE_COST.has(kind) ? 1 : 0);
  });

  it('offers what can help', () => {
    renderFailed(failure);
    expect(namesOf('button')).toEqual(['Copy details', ...BUTTONS[kind]]);
  });

  it('has its details to copy folded away', () => {
    const folded = within(renderFailed(failure)).getByRole('group');
    expect(folded).toHaveProperty('open', false);
    expect(namesOf('button', folded)).toEqual(['Copy details']);
  });
});

describe('the words of a failure', () => {
  it('name the host, the length and the limit', () => {
    renderFailed({ kind: 'promptTooLong', limit: 1000, actual: 1007 });
    expect(
      screen.getByText('The prompt has 1007 characters, and this model takes 1000. Nothing was sent.'),
    ).toBeTruthy();
  });

  it('name the server that cannot be reached', () => {
    renderFailed({ kind: 'network', host: 'api.example:8443' });
    expect(
      screen.getByText('api.example:8443 cannot be reached. Is the server running, and are you online?'),
    ).toBeTruthy();
  });

  it('have what the server said and the setting beside', () => {
    const alert = renderFailed({
      kind: 'invalidParameter',
      detail: 'Unknown parameter: background.',
      parameter: 'background',
    });
    expect(within(alert).getByText('The server did not accept one of the settings.')).toBeTruthy();
    const facts = within(alert).getByText('Setting: background').parentElement;
    expect(facts?.textContent).toBe('The server says: Unknown parameter: background. · Setting: background');
    expect([...(facts?.children ?? [])].map(({ tagName }) => tagName)).toEqual(['BDI', 'BDI']);
    expect(within(alert).getByRole('group').textContent).not.toContain('background');
  });

  it.each([
    ['the wait, in whole seconds', { kind: 'rateLimited', retryAfterSeconds: 51.84 }, 'Wait 52 s'],
    ['no wait that never ends', { kind: 'rateLimited', retryAfterSeconds: Infinity }, undefined],
    ['no wait that does not help', { kind: 'quotaExhausted', retryAfterSeconds: 1 }, undefined],
  ] as const)('show %s', (_, failure, words) => {
    const alert = renderFailed(failure);
    expect(within(alert).queryByText(/Wait \d|∞|Infinity/)?.textContent).toBe(words);
  });

  it('can be copied, and say that they were', async () => {
    renderFailed({ kind: 'serverError', status: 500 });
    await userEvent.click(screen.getByRole('button', { name: 'Copy details', hidden: true }));
    expect(await screen.findByRole('button', { name: 'Copied', hidden: true })).toBeTruthy();
  });

  it('fold away what only the support of the server can use', () => {
    const alert = renderFailed({
      kind: 'serverError',
      status: 500,
      code: 'server_error',
      requestId: 'req_42',
    });
    const folded = within(alert).getByRole('group');
    expect(folded).toHaveProperty('open', false);
    expect(within(folded).getByText("For the server's support")).toBeTruthy();
    expect(folded.textContent).toContain('Status 500 · Code server_error · Request req_42');
  });

  it('have nothing for the support when the server told nothing', () => {
    const alert = renderFailed({ kind: 'timedOut', host: 'api.example' });
    expect(within(alert).queryByText(/Status|Code|Request/)).toBeNull();
  });

  it('show what a server said as text, never as markup', () => {
    const alert = renderFailed({ kind: 'serverError', detail: '<img src=x alt="evil">' });
    expect(within(alert).queryByRole('img')).toBeNull();
    expect(alert.textContent).toContain('<img src=x alt="evil">');
  });

  it('stand beside the pictures of a finished job when one is missing', () => {
    const job: Job = {
      ...makeJobIn('done'),
      parameters: { model: 'gpt-image-1', n: 2 },
      pictureIds: ['picture-1'],
      failure: { kind: 'pictureUnreachable', host: 'images.example', status: 404 },
    };
    render(<JobItem job={job} on={createJobCallbacks()} />);
    expect(screen.getByRole('listitem').dataset['state']).toBe('done');
    expect(screen.getByText('1 of 2 images')).toBeTruthy();
    expect(screen.queryByText('Done')).toBeNull();
    expect(screen.getByRole('img', { name: 'a fox in snow' })).toBeTruthy();
    expect(screen.getByRole('alert').textContent).toContain(
      'The picture could not be fetched from images.example.',
    );
    expect(screen.getByText(COST)).toBeTruthy();
    expect(screen.getByText('1 of 2 images are missing.')).toBeTruthy();
    expect(namesOf('button')).toEqual([
      'a fox in snow',
      'Copy details',
      'Draw the missing 1',
      'Open in history',
    ]);
  });
});

describe('a failed job whose pictures still lie at the server', () => {
  const pendingPictures = [makePending()];

  it('does not warn, because fetching again costs nothing', () => {
    renderFailed({ kind: 'pictureUnreachable', host: 'images.example' }, { pendingPictures });
    expect(screen.queryByText(COST)).toBeNull();
    expect(namesOf('button')).toEqual(['Copy details', 'Retry']);
  });

  it('warns when the address was refused for good, because they must be drawn again', () => {
    renderFailed({ kind: 'pictureUnreachable', host: 'images.example', status: 403 });
    expect(screen.getByText(COST)).toBeTruthy();
  });
});

it('does not put our own fault into the mouth of the server', () => {
  const alert = renderFailed({ kind: 'unexpected', detail: 'Cannot read properties of undefined' });
  expect(alert.textContent).not.toContain('The server says');
});
