import { findExecutable, isExecutable } from '../find-executable';

const ELSEWHERE = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

/**
 * The executable of an installed Firefox; `DEPICT_FIREFOX` overrides.
 *
 * @throws when there is none, or `DEPICT_FIREFOX` names something that cannot be run
 */
export function findFirefox(): string {
  const chosen = process.env['DEPICT_FIREFOX'];
  if (chosen) {
    if (!isExecutable(chosen)) throw new Error(`DEPICT_FIREFOX is not a program that can be run: ${chosen}`);
    return chosen;
  }
  const found = findExecutable('firefox-esr', 'firefox') ?? ELSEWHERE.find(isExecutable);
  if (!found)
    throw new Error('Please install Firefox (Debian package: firefox-esr), or name it in DEPICT_FIREFOX.');
  return found;
}
