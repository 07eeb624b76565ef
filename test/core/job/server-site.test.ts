import { expect, it } from 'vitest';
import { serverSite } from '@/utils/core/job/server-site';
import { createProvider } from '@/utils/core/server/provider';
import { makeJobIn } from '../../fixtures/jobs';

const PROVIDERS = [createProvider('a', { baseUrl: 'https://api.example/v1' })];

it.each([
  ['a server that is set up here', { providerId: 'a' }, 'https://api.example'],
  [
    'such a server, whatever address its row names',
    { providerId: 'a', baseUrl: 'https://evil.example/v1' },
    'https://api.example',
  ],
  ['another server', { providerId: 'b', baseUrl: 'https://api.example/v1' }, undefined],
  ['a server that an archive names', { providerId: 'b', baseUrl: 'https://evil.example/v1' }, undefined],
] as const)('of a job of %s', (_, changes, site) => {
  expect(serverSite({ ...makeJobIn('failed'), ...changes }, PROVIDERS)).toBe(site);
});

it.each([
  ['https://api.example/v1', 'https://api.example'],
  ['https://evil.example/v1', undefined],
  ['no address', undefined],
  [undefined, undefined],
])('of a job that names no server and the address %s', (baseUrl, site) => {
  const { providerId: _, baseUrl: _own, ...job } = makeJobIn('failed');
  expect(serverSite({ ...job, ...(baseUrl !== undefined && { baseUrl }) }, PROVIDERS)).toBe(site);
});
