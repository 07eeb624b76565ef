import { WINDOW_SIZE } from './window-size';

/** Nothing but this machine can be reached, so a test or a demo cannot depend on, or tell anything to, the network. */
const CLOSED_NETWORK = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-quic',
  '--disable-sync',
  '--no-pings',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost, EXCLUDE [::1]',
];

/**
 * The command line that every browser of the tests and the demo starts with.
 *
 * @param extensionPath the folder of the built extension
 */
export function launchArguments(extensionPath: string): string[] {
  const isRoot = process.getuid?.() === 0;
  return [
    ...CLOSED_NETWORK,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-search-engine-choice-screen',
    '--disable-gpu',
    `--load-extension=${extensionPath}`,
    '--enable-unsafe-extension-debugging',
    '--window-position=0,0',
    // A window exactly as large as the display is made one pixel smaller.
    `--window-size=${WINDOW_SIZE.width + 1},${WINDOW_SIZE.height + 1}`,
    // Chromium refuses its sandbox to root, and warns on every window about the missing one unless told this is a test.
    ...(isRoot ? ['--no-sandbox', '--test-type'] : []),
  ];
}

/**
 * The environment for a language of the whole browser.
 * `--lang` alone leaves `i18n.getUILanguage()` as it was on Linux; LANGUAGE decides there (measured with Chromium 156).
 *
 * @param locale such as `zh-CN`
 */
export function localeEnvironment(locale: string): Record<string, string> {
  return process.platform === 'linux' ? { LANGUAGE: locale.replace('-', '_') } : {};
}
