import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { JobItem } from '@/components/jobs/job-item';
import { ReadyServersProvider } from '@/components/jobs/ready-servers-provider';
import { makeJobIn } from '../../fixtures/jobs';
import { makeSetup } from '../../fixtures/setup';
import { createFakeLive } from '../support/fake-live';
import { createJobCallbacks } from '../support/job-callbacks';

const OFFER = 'Generate with OpenAI';
const OPENAI = { id: 'openai', name: 'OpenAI' };

it.each(['key', 'access'] as const)(
  'a job that waits for the %s is offered a server that works',
  async (waitingFor) => {
    const job = makeJobIn('queued', { providerId: 'dddai', waitingFor });
    const setup = createFakeLive(makeSetup({ missing: 'key' }));
    const on = createJobCallbacks();
    render(
      <ReadyServersProvider setup={setup}>
        <JobItem job={job} on={on} />
      </ReadyServersProvider>,
    );
    expect(screen.queryByRole('button', { name: OFFER })).toBeNull();
    setup.show(makeSetup({ readyServers: [OPENAI] }));
    await userEvent.click(screen.getByRole('button', { name: OFFER }));
    expect(on.move.mock.calls).toEqual([[job, 'openai']]);
  },
);

it.each([
  ['its own server', { providerId: 'openai', waitingFor: 'key' }],
  ['a server, while it waits for its turn', { providerId: 'dddai' }],
  ['a server, while it waits for an approval', { providerId: 'dddai', waitingFor: 'approval' }],
] as const)('a job is not offered %s', (_, changes) => {
  render(
    <ReadyServersProvider setup={createFakeLive(makeSetup({ readyServers: [OPENAI] }))}>
      <JobItem job={makeJobIn('queued', changes)} on={createJobCallbacks()} />
    </ReadyServersProvider>,
  );
  expect(screen.queryByRole('button', { name: OFFER })).toBeNull();
});
