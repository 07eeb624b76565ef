import { JOB_STATES, type JobState } from '../job/job';
import type { PictureShape } from './picture-facts';

/** In which order pictures are shown; by source page they stand together, in the order a page was read. */
export const ORDERS = ['newest', 'oldest', 'cost', 'duration', 'size', 'page'] as const;

export type HistoryOrder = (typeof ORDERS)[number];

export const SHAPES = ['square', 'landscape', 'portrait'] as const satisfies readonly PictureShape[];

/** Which pictures shall be shown, and in which order; an absent filter lets everything through. */
export interface HistoryQuery {
  /** As it was typed. */
  readonly text: string;
  readonly model?: string;
  readonly server?: string;
  readonly site?: string;
  /** Pixels, such as `1024 × 1536`. */
  readonly size?: string;
  readonly shape?: PictureShape;
  readonly state?: JobState;
  readonly tag?: string;
  readonly favorite?: true;
  readonly noted?: true;
  /** Whether only the newest of the versions of a passage shall be shown. */
  readonly stacked?: true;
  /** Local days, `YYYY-MM-DD`, both included. */
  readonly from?: string;
  readonly to?: string;
  readonly order: HistoryOrder;
}

/** Everything, newest first. */
export const WHOLE_HISTORY: HistoryQuery = { text: '', order: 'newest' };

const FREE_FILTERS = ['model', 'server', 'site', 'tag', 'size'] as const;

const FLAGS = ['favorite', 'noted', 'stacked'] as const;

const DAYS = ['from', 'to'] as const;

/** Everything in a query that leaves pictures out, but for the words. */
export const FILTERS = [...FREE_FILTERS, 'shape', 'state', ...FLAGS, ...DAYS] as const;

export type HistoryFilter = (typeof FILTERS)[number];

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function oneOf<Value extends string>(values: readonly Value[], text: string | null): Value | undefined {
  return values.find((value) => value === text);
}

/** Reads the query from the parameters of an address; what is unknown there lets everything through. */
export function parseQuery(parameters: URLSearchParams): HistoryQuery {
  const free = (name: (typeof FREE_FILTERS)[number]): string | undefined => parameters.get(name) || undefined;
  const flag = (name: (typeof FLAGS)[number]): boolean => parameters.get(name) === '1';
  const day = (name: (typeof DAYS)[number]): string | undefined => DAY.exec(parameters.get(name) ?? '')?.[0];
  const [model, server, site, tag] = [free('model'), free('server'), free('site'), free('tag')];
  const size = free('size');
  const shape = oneOf(SHAPES, parameters.get('shape'));
  const state = oneOf(JOB_STATES, parameters.get('state'));
  const [from, to] = [day('from'), day('to')];
  return {
    ...(model !== undefined && { model }),
    ...(server !== undefined && { server }),
    ...(site !== undefined && { site }),
    ...(tag !== undefined && { tag }),
    ...(size !== undefined && { size }),
    ...(shape && { shape }),
    ...(state && { state }),
    ...(flag('favorite') && { favorite: true }),
    ...(flag('noted') && { noted: true }),
    ...(flag('stacked') && { stacked: true }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    text: parameters.get('q') ?? '',
    order: oneOf(ORDERS, parameters.get('order')) ?? 'newest',
  };
}

/** The parameters of an address that ask the same; none for the whole history. */
export function formatQuery(query: HistoryQuery): URLSearchParams {
  const parameters = new URLSearchParams();
  if (query.text !== '') parameters.set('q', query.text);
  for (const name of FILTERS) {
    const value = query[name];
    if (value !== undefined) parameters.set(name, value === true ? '1' : value);
  }
  if (query.order !== 'newest') parameters.set('order', query.order);
  return parameters;
}

/** Whether any picture may be left out. */
export function isNarrowed(query: HistoryQuery): boolean {
  return query.text.trim() !== '' || FILTERS.some((name) => query[name] !== undefined);
}

/** Everything, in the same order. */
export function withoutFilters({ order }: HistoryQuery): HistoryQuery {
  return { text: '', order };
}

/** The query with one filter set, as an address writes its value; an empty one takes it away. */
export function setFilter(query: HistoryQuery, name: HistoryFilter, value: string): HistoryQuery {
  const parameters = formatQuery(query);
  if (value === '') parameters.delete(name);
  else parameters.set(name, value);
  return parseQuery(parameters);
}
