import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The extension's id in Firefox, for ever. */
export const EXTENSION_ID = '{6f2c1d4e-8a57-4c1b-9b0e-d3b1c7e5a902}';

/** Where `npm run build:firefox` puts the extension. */
const FIREFOX_BUILD = resolve(import.meta.dirname, '../../../.output/firefox-mv3');

/** @throws when the extension has not been built for Firefox yet, saying how to do it */
export function requireFirefoxBuild(): string {
  if (!existsSync(join(FIREFOX_BUILD, 'manifest.json'))) {
    throw new Error('The extension is not built for Firefox yet: npm run build:firefox');
  }
  return FIREFOX_BUILD;
}
