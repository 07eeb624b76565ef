import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import { findExecutable, isExecutable } from './find-executable';

const LINUX_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];

const MAC_APPLICATIONS = ['Chromium', 'Google Chrome', 'Microsoft Edge'];

const WINDOWS_PATHS = [
  ['Chromium', 'Application', 'chrome.exe'],
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
];

function findOnMac(): string | undefined {
  return MAC_APPLICATIONS.flatMap((name) =>
    ['/Applications', join(homedir(), 'Applications')].map((folder) =>
      join(folder, `${name}.app`, 'Contents', 'MacOS', name),
    ),
  ).find(isExecutable);
}

function findOnWindows(): string | undefined {
  const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(
    (name) => process.env[name] ?? [],
  );
  return WINDOWS_PATHS.flatMap((path) => roots.map((root) => join(root, ...path))).find(isExecutable);
}

/**
 * The executable of an installed Chromium, Google Chrome or Microsoft Edge, in this order; `DEPICT_BROWSER` overrides.
 *
 * @throws when `DEPICT_BROWSER` names something that cannot be run
 */
export function findBrowser(): string | undefined {
  const chosen = process.env['DEPICT_BROWSER'];
  if (chosen) {
    if (!isExecutable(chosen)) throw new Error(`DEPICT_BROWSER is not a program that can be run: ${chosen}`);
    return chosen;
  }
  if (process.platform === 'darwin') return findOnMac();
  if (process.platform === 'win32') return findOnWindows();
  return findExecutable(...LINUX_NAMES);
}

/**
 * The executable of a browser that loads an extension named on its command line, with nobody attached to it: Chromium
 * does, branded Chrome and Edge do not.
 *
 * @throws when there is none
 */
export function requireChromium(): string {
  const found = findExecutable('chromium', 'chromium-browser') ?? findBrowser();
  if (found === undefined || /chrome|edge/i.test(basename(found))) {
    throw new Error('Please install Chromium (Debian package: chromium); Chrome and Edge do not do here.');
  }
  return found;
}
