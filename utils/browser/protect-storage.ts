import { chromeApi } from './extension-api';
import { reportFault } from './log';

/** Keeps `storage.local` from content scripts where the browser can (Chrome); defence in depth, we ship none. */
export function protectStorage(): void {
  chromeApi()?.storage?.local?.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' }).catch(reportFault);
}
