import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findBrowser } from './find-browser';
import { findExecutable } from './find-executable';

/** The Debian packages that drive the browser: the browser, a display without a screen, real mouse and keys. */
export type SystemPackage = 'chromium' | 'chromium-l10n' | 'xvfb' | 'xdotool';

const DEBIAN_LOCALES = '/usr/lib/chromium/locales';

const isPresent: Record<SystemPackage, () => boolean> = {
  chromium: () => findBrowser() !== undefined,
  // Debian keeps the other languages of its own Chromium apart; every other build brings them along.
  'chromium-l10n': () => !existsSync(DEBIAN_LOCALES) || existsSync(`${DEBIAN_LOCALES}/zh-CN.pak`),
  xvfb: () => findExecutable('Xvfb') !== undefined,
  xdotool: () => findExecutable('xdotool') !== undefined,
};

/** A bare Debian has no font at all, and Chromium only recommends one. */
const companions: Partial<Record<SystemPackage, readonly string[]>> = { chromium: ['fonts-liberation'] };

function run(command: string, args: readonly string[]): void {
  const result = spawnSync(command, args, {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (result.status === 0) return;
  const reason = (result.stderr || result.error?.message || '').trim().split('\n').at(-1);
  throw new Error(`${command} ${args.join(' ')} failed: ${reason}`);
}

/**
 * Makes sure that every one of `names` is there. On Debian and Ubuntu, as root, what is missing is installed.
 *
 * @throws elsewhere, with one line that says what to install, or when apt-get fails
 */
export function ensureSystemPackages(names: readonly SystemPackage[]): void {
  let missing = names.filter((name) => !isPresent[name]());
  if (missing.length === 0) return;
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !findExecutable('apt-get')) {
    const browser = missing.includes('chromium')
      ? ' (Google Chrome or Microsoft Edge will do for chromium)'
      : '';
    throw new Error(`Please install ${missing.join(', ')}${browser}, then run this again.`);
  }
  const install = (packages: readonly string[]) =>
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages]);
  console.log(`Installing ${missing.join(', ')} (apt-get) …`);
  run('apt-get', ['update', '-qq']);
  install(missing.flatMap((name) => [name, ...(companions[name] ?? [])]));
  // The languages are found missing only once the browser is there.
  missing = names.filter((name) => !isPresent[name]());
  if (missing.length > 0) install(missing);
}
