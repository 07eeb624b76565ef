import { isPicture, type PictureFacts } from './picture-facts';
import { groupVersions } from './versions';

/** Pictures of which each stands for its versions. */
export interface Stacked {
  /** The newest of each group, and jobs that stand between the pictures, in the order they came in. */
  readonly tops: readonly PictureFacts[];
  /** How many versions stand behind a picture, itself included, where there are several. */
  readonly stacks: ReadonlyMap<string, number>;
}

/**
 * Puts the versions of a passage behind the newest of them.
 * @param newestFirst the pictures to be shown
 */
export function stackVersions(newestFirst: readonly PictureFacts[]): Stacked {
  const groupOf = groupVersions(newestFirst.map(({ job }) => job));
  const groups = new Map<number | string, { readonly top: PictureFacts; count: number }>();
  for (const one of newestFirst) {
    const key = isPicture(one) ? groupOf(one.job) : one.id;
    const group = groups.get(key);
    if (group) group.count += 1;
    else groups.set(key, { top: one, count: 1 });
  }
  const all = [...groups.values()];
  return {
    tops: all.map(({ top }) => top),
    stacks: new Map(all.flatMap(({ top, count }) => (count > 1 ? [[top.id, count] as const] : []))),
  };
}

/** Ids of all versions of one picture, itself included, in the order they came in. */
export function versionsOf(newestFirst: readonly PictureFacts[], id: string): readonly string[] {
  const wanted = newestFirst.find((one) => one.id === id);
  if (!wanted) return [];
  const candidates = newestFirst.filter(({ job }) => job.subject === wanted.job.subject);
  const groupOf = groupVersions(candidates.map(({ job }) => job));
  const group = groupOf(wanted.job);
  return candidates.filter(({ job }) => groupOf(job) === group).map((one) => one.id);
}
