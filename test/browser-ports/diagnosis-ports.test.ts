import { describe, expect, it, onTestFinished } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readBrowser } from '@/utils/browser/browser-facts';
import { readGrants } from '@/utils/browser/grants';
import { readAlarms } from '@/utils/browser/set-alarms';
import { readSpace } from '@/utils/browser/storage-space';
import { fakeFunction } from '../fakes/extension-functions';
import { replaceGlobal } from '../fakes/replace-global';

describe('the browser', () => {
  const brands = (...names: readonly string[]) => ({
    getHighEntropyValues: () =>
      Promise.resolve({ fullVersionList: names.map((brand) => ({ brand, version: '140.0.1' })) }),
  });

  it.each([
    ['by its own name', ['Chromium', 'Not)A;Brand', 'Microsoft Edge'], 'Microsoft Edge 140.0.1'],
    ['where that is all there is, by the name of Chromium', ['Not A(Brand', 'Chromium'], 'Chromium 140.0.1'],
    ['where it has no name, by what it tells everybody', [], 'Mozilla/5.0'],
  ])('is told %s', async (_, names, browser) => {
    fakeFunction('runtime', 'getPlatformInfo', () => Promise.resolve({ os: 'mac', arch: 'arm64' }));
    replaceGlobal('navigator', { userAgent: 'Mozilla/5.0', userAgentData: brands(...names) });
    expect(await readBrowser()).toEqual({ browser, system: 'mac arm64' });
  });

  it('tells itself in Firefox', async () => {
    fakeFunction('runtime', 'getPlatformInfo', () => Promise.resolve({ os: 'win', arch: 'x86-64' }));
    const getBrowserInfo = () => Promise.resolve({ name: 'Firefox', version: '140.1' });
    Object.assign(fakeBrowser.runtime, { getBrowserInfo });
    onTestFinished(() => void Reflect.deleteProperty(fakeBrowser.runtime, 'getBrowserInfo'));
    expect(await readBrowser()).toEqual({ browser: 'Firefox 140.1', system: 'win x86-64' });
  });
});

describe('the room on the disk', () => {
  it.each([
    [{ usage: 5, quota: 9 }, true, { used: 5, quota: 9, persistent: true }],
    [{}, false, { persistent: false }],
  ])('is what the browser tells: %j', async (estimate, persistent, space) => {
    const storage = {
      estimate: () => Promise.resolve(estimate),
      persisted: () => Promise.resolve(persistent),
    };
    replaceGlobal('navigator', { storage });
    expect(await readSpace()).toEqual(space);
  });
});

it('what is granted comes in order', async () => {
  const granted = {
    permissions: ['storage', 'alarms'],
    origins: ['https://b.example/*', 'https://a.example/*'],
  };
  fakeFunction('permissions', 'getAll', () => Promise.resolve(granted));
  expect(await readGrants()).toEqual({
    permissions: ['alarms', 'storage'],
    hosts: ['https://a.example/*', 'https://b.example/*'],
  });
});

it('alarms come soonest first, with how often they ring', async () => {
  await fakeBrowser.alarms.create('late', { when: 9000 });
  await fakeBrowser.alarms.create('often', { when: 8000, periodInMinutes: 0.5 });
  expect(await readAlarms()).toEqual([{ at: 8000, everySeconds: 30 }, { at: 9000 }]);
});
