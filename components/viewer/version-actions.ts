import type { ViewerAction } from './viewer-keys';

/** The ways to the neighbours among the versions of a picture, which are newest first. */
export function versionActions(
  versions: readonly string[],
  current: string | undefined,
  go: (id: string) => void,
): Partial<Record<ViewerAction, () => void>> {
  const at = current === undefined ? -1 : versions.indexOf(current);
  const newer = at > 0 ? versions[at - 1] : undefined;
  const older = at < 0 ? undefined : versions[at + 1];
  return {
    ...(newer !== undefined && { newerVersion: () => go(newer) }),
    ...(older !== undefined && { olderVersion: () => go(older) }),
  };
}
