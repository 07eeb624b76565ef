import { timeOfId } from '../picture/picture-time';
import type { PictureFacts } from './picture-facts';

/** What a group of pictures has in common: the local day, or the page their words are from (empty for typed ones). */
export type SectionHeading =
  | { readonly kind: 'day'; readonly at: number }
  | { readonly kind: 'page'; readonly site: string; readonly page: string; readonly title: string };

/** Pictures that stand together. */
export interface HistorySection {
  readonly key: string;
  /** Absent where pictures are in an order that has no groups. */
  readonly heading?: SectionHeading;
  /** Number of the first picture in the whole list. */
  readonly start: number;
  readonly count: number;
  /** How many of them are jobs that stand here themselves; absent where none is. */
  readonly jobs?: number;
}

/** A list as it is shown: ids in order, and the groups they fall into. */
export interface HistoryView {
  readonly ids: readonly string[];
  readonly sections: readonly HistorySection[];
  /** How many versions stand behind a picture, itself included, where there are several; absent where all are shown. */
  readonly stacks?: ReadonlyMap<string, number>;
  /** How many pictures these stand for, where versions are stacked. */
  readonly behind?: number;
}

function groupBy(
  facts: readonly PictureFacts[],
  keyOf: (one: PictureFacts) => string,
): Map<string, PictureFacts[]> {
  const groups = new Map<string, PictureFacts[]>();
  for (const one of facts) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

function inDays(ids: readonly string[], timeOf: (index: number) => number): readonly HistorySection[] {
  const sections: HistorySection[] = [];
  let [begin, end, start] = [0, 0, 0];
  const close = (next: number): void => {
    if (next === start) return;
    const heading = { kind: 'day', at: begin } as const;
    sections.push({ key: `day ${begin} ${start}`, heading, start, count: next - start });
    start = next;
  };
  for (let index = 0; index < ids.length; index += 1) {
    const at = timeOf(index);
    if (index > 0 && at >= begin && at < end) continue;
    close(index);
    const day = new Date(at);
    day.setHours(0, 0, 0, 0);
    begin = day.getTime();
    day.setDate(day.getDate() + 1);
    end = day.getTime();
  }
  close(ids.length);
  return sections;
}

/** All pictures by days, told by nothing but their ids. */
export function viewOfIds(ids: readonly string[]): HistoryView {
  return { ids, sections: inDays(ids, (index) => timeOfId(ids[index] ?? '')) };
}

/** Pictures newest first, or oldest first, by days. */
export function viewByTime(facts: readonly PictureFacts[], order: 'newest' | 'oldest'): HistoryView {
  return viewOfIds((order === 'newest' ? facts : facts.toReversed()).map(({ id }) => id));
}

/** Pictures with the most first; those of which nothing is known come last. */
export function viewByAmount(
  facts: readonly PictureFacts[],
  amount: 'cost' | 'duration' | 'size',
): HistoryView {
  const most = (one: PictureFacts): number => (amount === 'size' ? one.bytes : (one.job[amount] ?? -1));
  const ids = facts.toSorted((a, b) => most(b) - most(a)).map(({ id }) => id);
  return { ids, sections: ids.length === 0 ? [] : [{ key: amount, start: 0, count: ids.length }] };
}

/**
 * The order in which passages stand on their page; those of which that was not seen come after them, in the order of the
 * clicks. Pictures of one job stay together.
 */
function inReadingOrder(facts: readonly PictureFacts[]): readonly PictureFacts[] {
  const place = ({ job }: PictureFacts): number => job.position ?? Infinity;
  const byPlace = (a: PictureFacts, b: PictureFacts): number => (place(a) < place(b) ? -1 : 1);
  return facts.toSorted((a, b) =>
    place(a) === place(b) ? a.job.createdAt - b.job.createdAt || (a.id < b.id ? -1 : 1) : byPlace(a, b),
  );
}

/**
 * Pictures by the page their words are from: sites and their pages with the newest first, and within a page in the
 * order of its text. Typed words come last.
 */
export function viewByPage(newestFirst: readonly PictureFacts[]): HistoryView {
  const sites = groupBy(newestFirst, ({ job }) => job.site);
  const typed = sites.get('');
  if (typed && sites.delete('')) sites.set('', typed);
  const ids: string[] = [];
  const sections: HistorySection[] = [];
  for (const [site, ofSite] of sites) {
    for (const [page, ofPage] of groupBy(ofSite, ({ job }) => job.page)) {
      const heading = { kind: 'page', site, page, title: ofPage[0]?.job.pageTitle ?? '' } as const;
      sections.push({ key: `page ${page}`, heading, start: ids.length, count: ofPage.length });
      for (const { id } of inReadingOrder(ofPage)) ids.push(id);
    }
  }
  return { ids, sections };
}

/** The same view, its groups telling how many of what they hold are jobs and no pictures. */
export function withJobCounts(view: HistoryView, isJob: (id: string) => boolean): HistoryView {
  const sections = view.sections.map((section) => {
    const { start, count } = section;
    const jobs = view.ids.slice(start, start + count).filter(isJob).length;
    return jobs === 0 ? section : { ...section, jobs };
  });
  return { ...view, sections };
}
