import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Live } from '@/components/hooks/live';
import { JobItem } from '@/components/jobs/job-item';
import { SiteProvider } from '@/components/jobs/site-provider';
import { createProvider } from '@/utils/core/server/provider';
import { DEFAULT_SETTINGS, type Settings } from '@/utils/core/server/settings';
import { makeJobIn } from '../../fixtures/jobs';
import { createJobCallbacks } from '../support/job-callbacks';

const settings = {
  ...DEFAULT_SETTINGS,
  providers: [createProvider('a', { baseUrl: 'https://api.example/v1' })],
};

const snapshot = { state: 'ready', value: settings } as const;

const live: Live<Settings> = {
  subscribe: () => () => undefined,
  getSnapshot: () => snapshot,
  reload: () => undefined,
};

it.each([
  ['a', 1],
  ['b', 0],
])('the site of server %s is offered %i times', (providerId, times) => {
  const job = {
    ...makeJobIn('failed'),
    providerId,
    baseUrl: 'https://api.example/v1',
    failure: { kind: 'quotaExhausted' },
  } as const;
  render(
    <SiteProvider settings={live}>
      <JobItem job={job} on={createJobCallbacks()} />
    </SiteProvider>,
  );
  expect(screen.queryAllByRole('button', { name: 'Open the server’s site' })).toHaveLength(times);
});
