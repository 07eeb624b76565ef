import { originPattern } from '../core/server/base-url';
import { extensionApi } from './extension-api';

/** Whether the extension may call this address. */
export function hasAccess(address: string): Promise<boolean> {
  return extensionApi.permissions.contains({ origins: [originPattern(address)] });
}

/**
 * Asks the person for exactly the hosts of these addresses. To be called in the very turn of a click: after an
 * `await` the browser refuses.
 */
export function requestAccess(addresses: readonly string[]): Promise<boolean> {
  const origins = [...new Set(addresses.map(originPattern))];
  return extensionApi.permissions.request({ origins });
}

/**
 * Calls back when the person granted something, on whichever page.
 * @param listener gets the match patterns of the hosts that were granted; none where it was another permission
 * @returns how to stop
 */
export function onAccessGranted(listener: (patterns: readonly string[]) => void): () => void {
  const { onAdded } = extensionApi.permissions;
  const hear = ({ origins = [] }: { readonly origins?: string[] }): void => listener(origins);
  onAdded.addListener(hear);
  return () => onAdded.removeListener(hear);
}
