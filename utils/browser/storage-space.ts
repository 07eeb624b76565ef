import type { StorageSpace } from '../core/report/diagnosis';

/** How much room the extension takes and has, and whether the browser may throw any of it away. */
export async function readSpace(): Promise<StorageSpace> {
  const [{ usage, quota }, persistent] = await Promise.all([
    navigator.storage.estimate(),
    navigator.storage.persisted(),
  ]);
  return {
    ...(usage !== undefined && { used: usage }),
    ...(quota !== undefined && { quota }),
    persistent,
  };
}
