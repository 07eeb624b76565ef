import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Where `npm run build` puts the extension. */
export const EXTENSION_FOLDER = resolve(import.meta.dirname, '../../.output/chrome-mv3');

/** @throws when the extension has not been built yet, saying how to do it */
export function requireBuiltExtension(): string {
  if (!existsSync(join(EXTENSION_FOLDER, 'manifest.json'))) {
    throw new Error('The extension is not built yet: npm run build');
  }
  return EXTENSION_FOLDER;
}
