import { describe, expect, it } from 'vitest';
import type { UserManifest } from 'wxt';
import config from '../wxt.config';
import { readText } from './architecture/source-files';

const PERMISSIONS = [
  'activeTab',
  'alarms',
  'contextMenus',
  'declarativeNetRequestWithHostAccess',
  'scripting',
  'storage',
  'unlimitedStorage',
];

/** Chrome's builds get it because there is a side panel; it is not in our own list. */
const ADDED_BY_THE_BUILD = 'sidePanel';

async function manifestFor(browser: 'chrome' | 'firefox' | 'edge'): Promise<UserManifest> {
  const { manifest } = config;
  if (typeof manifest !== 'function') throw new TypeError('The manifest must depend on the browser');
  return manifest({ browser, manifestVersion: 3, mode: 'production', command: 'build' });
}

/** The names in the first column of the first table, without their marks. */
function documentedPermissions(): readonly string[] {
  const [table = ''] = /(?:^\|.*\n)+/m.exec(readText('docs/permissions.md')) ?? [];
  return Array.from(table.matchAll(/^\|\s*`([^`]+)`/gm), ([, name = '']) => name);
}

describe.each(['chrome', 'firefox', 'edge'] as const)('the manifest for %s', (browser) => {
  it('asks for these permissions and no others', async () => {
    const { permissions, optional_permissions: optional } = await manifestFor(browser);
    expect(permissions?.toSorted()).toEqual(PERMISSIONS);
    expect(optional).toEqual(['notifications']);
  });

  it('is granted no host at installation, and may ask for any', async () => {
    const { host_permissions: granted, optional_host_permissions: optional } = await manifestFor(browser);
    expect(granted).toBeUndefined();
    expect(optional?.toSorted()).toEqual(['http://*/*', 'https://*/*']);
  });

  it('puts nothing into pages and opens nothing to them', async () => {
    const manifest = await manifestFor(browser);
    expect(manifest.content_scripts).toBeUndefined();
    expect(manifest.web_accessible_resources).toBeUndefined();
    expect(manifest.externally_connectable).toBeUndefined();
    expect(manifest.incognito).toBe('not_allowed');
  });

  it('runs no code but its own, and upgrades no request to a server nearby', async () => {
    const { content_security_policy: policies } = await manifestFor(browser);
    const policy = typeof policies === 'object' ? (policies.extension_pages ?? '') : '';
    const rules = new Map(
      policy.split(';').map((rule): [string, string] => {
        const [name = '', ...sources] = rule.trim().split(/\s+/);
        return [name, sources.join(' ')];
      }),
    );
    expect(rules.get('default-src')).toBe("'self'");
    expect(rules.get('script-src')).toBe("'self'");
    expect(rules.get('object-src')).toBe("'none'");
    expect(policy).not.toContain('upgrade-insecure-requests');
    expect(policy).not.toContain('unsafe-');
    expect(rules.get('connect-src')?.split(' ')).toEqual(expect.arrayContaining(['http:', 'https:']));
  });

  it('has its words in the language of the browser', async () => {
    const { name, description, default_locale: locale } = await manifestFor(browser);
    expect([name, description, locale]).toEqual([
      '__MSG_extension_name__',
      '__MSG_extension_description__',
      'en',
    ]);
  });
});

it('keeps its id in Firefox, and says which data go to the chosen server', async () => {
  const { browser_specific_settings: settings } = await manifestFor('firefox');
  expect(settings?.gecko).toMatchObject({
    id: '{6f2c1d4e-8a57-4c1b-9b0e-d3b1c7e5a902}',
    data_collection_permissions: { required: ['websiteContent', 'authenticationInfo'] },
  });
});

it('tells Firefox and Chromium apart', async () => {
  expect(await manifestFor('chrome')).not.toHaveProperty('browser_specific_settings');
  expect(await manifestFor('firefox')).not.toHaveProperty('minimum_chrome_version');
});

it('has every permission explained in the documentation, and no other', () => {
  expect(documentedPermissions().toSorted()).toEqual([...PERMISSIONS, ADDED_BY_THE_BUILD].toSorted());
});
