import { resolve } from 'node:path';
import { mergeConfig } from 'vite';
import { defineConfig, type UserManifest } from 'wxt';

/** Where the reader's own words for each permission stand: docs/permissions.md. A test compares the two. */
const REQUIRED_PERMISSIONS = [
  'activeTab',
  'alarms',
  'contextMenus',
  'declarativeNetRequestWithHostAccess',
  'scripting',
  'storage',
  'unlimitedStorage',
];

/**
 * Any server may be chosen, so any origin may be asked for; none is granted before a click names it.
 */
const OPTIONAL_ORIGINS = ['https://*/*', 'http://*/*'];

/**
 * Firefox adds `upgrade-insecure-requests` to its default policy, which breaks servers on a local network that speak
 * plain http; a policy of our own leaves it out and is stricter everywhere else.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "object-src 'none'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "connect-src 'self' https: http: data:",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const CHROME_ONLY = {
  // Uint8Array.fromBase64 is the newest thing we stand on.
  minimum_chrome_version: '140',
} satisfies UserManifest;

const FIREFOX_ONLY = {
  browser_specific_settings: {
    gecko: {
      id: '{6f2c1d4e-8a57-4c1b-9b0e-d3b1c7e5a902}',
      // The first version that shows the built-in consent for data collection.
      strict_min_version: '140.0',
      // The selected words go to the server the person chose, with the key for it.
      data_collection_permissions: { required: ['websiteContent', 'authenticationInfo'] },
    },
  },
} satisfies UserManifest;

/** What is told of the modules of a build. */
interface Modules {
  getModuleInfo(id: string): { readonly importers: readonly string[] } | null;
}

/** Whether a page cannot begin without a module. */
function isNeededBy(page: string, id: string, modules: Modules, seen = new Set<string>()): boolean {
  if (id.endsWith(`/entrypoints/${page}/index.html`)) return true;
  if (seen.has(id)) return false;
  seen.add(id);
  const importers = modules.getModuleInfo(id)?.importers ?? [];
  return importers.some((importer) => isNeededBy(page, importer, modules, seen));
}

/** One file for whatever a page begins with and another page uses, too. */
const sharedBy = (page: string, name: string) => ({
  debugName: name,
  name: (id: string, modules: Modules) => (isNeededBy(page, id, modules) ? name : null),
  minShareCount: 2,
});

/**
 * Each file of a page is a trip to the disk before it can be shown: with what pages share in one script and one style
 * sheet, the popup is there a third sooner than with a file for each combination of pages.
 */
const FEW_FILES = {
  cssCodeSplit: false,
  rolldownOptions: {
    output: {
      codeSplitting: {
        groups: [sharedBy('popup', 'shared'), sharedBy('gallery', 'history')],
      },
    },
  },
};

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  targetBrowsers: ['chrome', 'firefox', 'edge'],
  modules: ['@wxt-dev/module-react', '@wxt-dev/i18n/module'],
  zip: { excludeSources: ['demo-output/**', 'test-output/**'] },
  hooks: {
    'vite:build:extendConfig'(entrypoints, config) {
      if (entrypoints.some(({ type }) => type === 'background')) return;
      Object.assign(config, mergeConfig(config, { build: FEW_FILES }));
    },
  },
  i18n: { localesDir: resolve(import.meta.dirname, 'utils/i18n/locales') },
  manifest: ({ browser }) => ({
    name: '__MSG_extension_name__',
    short_name: 'Depict',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    action: { default_title: '__MSG_extension_title__' },
    permissions: REQUIRED_PERMISSIONS,
    optional_permissions: ['notifications'],
    optional_host_permissions: OPTIONAL_ORIGINS,
    incognito: 'not_allowed',
    content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY },
    ...(browser === 'firefox' ? FIREFOX_ONLY : CHROME_ONLY),
  }),
});
