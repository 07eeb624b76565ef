import { poll } from './poll';

/** Whether any process of a group is still there. */
function isAlive(group: number): boolean {
  try {
    process.kill(-group, 0);
    return true;
  } catch {
    return false;
  }
}

/**
 * Ends a process and all of its group in one blow, as a power cut would, and waits until they are gone.
 *
 * @param group the id of the process that the group began with
 * @throws when there is no such group
 */
export async function killGroup(group: number | undefined): Promise<void> {
  if (group === undefined || !isAlive(group)) throw new Error('the process leads no group');
  process.kill(-group, 'SIGKILL');
  await poll('the killed processes to be gone', () => !isAlive(group) || undefined, { everyMs: 5 });
}
