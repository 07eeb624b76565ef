import { searchWords } from '../text/search';
import { FILTERS, type HistoryFilter, type HistoryQuery } from './history-query';
import { hasWords, type PictureFacts } from './picture-facts';
import { groupVersions } from './versions';

type Test = (facts: PictureFacts) => boolean;

/** Start of the local day, in milliseconds since the epoch; of the day after with `days` 1. */
function startOfDay(day: string, days = 0): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + days).getTime();
}

/** What each filter lets through; those that are not set are left out. */
function testsOf(query: HistoryQuery): ReadonlyMap<HistoryFilter, Test> {
  const { model, server, site, tag, size, shape, state, from, to } = query;
  const since = from === undefined ? 0 : startOfDay(from);
  const before = to === undefined ? 0 : startOfDay(to, 1);
  const all: Readonly<Record<HistoryFilter, Test>> = {
    model: ({ job }) => job.model === model,
    server: ({ job }) => job.server === server,
    site: ({ job }) => job.site === site,
    state: ({ job }) => job.state === state,
    size: (facts) => facts.size === size,
    shape: (facts) => facts.shape === shape,
    tag: ({ tags }) => tag !== undefined && tags.includes(tag),
    favorite: ({ favorite }) => favorite,
    noted: ({ noted }) => noted,
    // Nothing is left out before it is known which versions are shown.
    stacked: () => true,
    from: ({ createdAt }) => createdAt >= since,
    to: ({ createdAt }) => createdAt < before,
  };
  return new Map(FILTERS.filter((name) => query[name] !== undefined).map((name) => [name, all[name]]));
}

/** The pictures that a query lets through, in the order they came in. */
export function findPictures(facts: readonly PictureFacts[], query: HistoryQuery): readonly PictureFacts[] {
  const tests = [...testsOf(query).values()];
  const words = searchWords(query.text);
  return facts.filter((one) => tests.every((test) => test(one)) && hasWords(one, words));
}

/** Filters whose values are counted. */
export const COUNTED = [
  'model',
  'server',
  'site',
  'size',
  'shape',
  'state',
  'tag',
  'favorite',
  'noted',
] as const;

export type CountedFilter = (typeof COUNTED)[number];

/** How many pictures each value of each filter would show. */
export type FilterCounts = Readonly<Record<CountedFilter, ReadonlyMap<string, number>>>;

const VALUES: Readonly<Record<CountedFilter, (facts: PictureFacts) => string | readonly string[]>> = {
  model: ({ job }) => job.model,
  server: ({ job }) => job.server,
  site: ({ job }) => job.site,
  state: ({ job }) => job.state,
  size: ({ size }) => size,
  shape: ({ shape = '' }) => shape,
  tag: ({ tags }) => tags,
  favorite: ({ favorite }) => (favorite ? '1' : ''),
  noted: ({ noted }) => (noted ? '1' : ''),
};

function count(counts: Map<string, number>, values: readonly string[]): void {
  for (const value of values) {
    if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
  }
}

/**
 * How many pictures each choice would show: those that pass all other filters and have the words, so that no count
 * promises what a click does not keep. Stacked versions count as the one that is shown.
 */
export function countFilters(facts: readonly PictureFacts[], query: HistoryQuery): FilterCounts {
  const tests = [...testsOf(query)];
  const words = searchWords(query.text);
  const counts: Record<CountedFilter, Map<string, number>> = {
    model: new Map(),
    server: new Map(),
    site: new Map(),
    size: new Map(),
    shape: new Map(),
    state: new Map(),
    tag: new Map(),
    favorite: new Map(),
    noted: new Map(),
  };
  const groupOf = query.stacked && groupVersions(facts.map(({ job }) => job));
  const counted = new Map<string, Set<number>>();
  const isNew = (name: CountedFilter, value: string, { job }: PictureFacts): boolean => {
    if (!groupOf) return true;
    const key = `${name} ${value}`;
    const groups = counted.get(key) ?? new Set();
    counted.set(key, groups);
    const before = groups.size;
    return groups.add(groupOf(job)).size > before;
  };
  for (const one of facts) {
    const refused = tests.filter(([, test]) => !test(one));
    if (refused.length > 1 || !hasWords(one, words)) continue;
    const [only] = refused;
    for (const name of COUNTED) {
      if (only && only[0] !== name) continue;
      const values = [VALUES[name](one)].flat();
      count(
        counts[name],
        values.filter((value) => isNew(name, value, one)),
      );
    }
  }
  return counts;
}
