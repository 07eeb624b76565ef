import { useMemo, useSyncExternalStore } from 'react';
import { formatQuery, parseQuery, type HistoryQuery } from '@/utils/core/history/history-query';

/** Where in the history the page is: at a picture in the viewer, at a job, or just there; and what it shows. */
export interface Place {
  readonly image: string | undefined;
  /** The two pictures that are compared, the left one first. */
  readonly compared: readonly [string, string] | undefined;
  readonly job: string | undefined;
  readonly room: Room;
  readonly query: HistoryQuery;
}

/** The pictures, or instead of them those that were deleted, or what takes up room. */
export type Room = 'pictures' | 'trash' | 'storage';

/** Ways to another place. */
export interface Ways {
  /** To a picture: a new step of the browser's history when coming from the grid, otherwise in place of the present one. */
  readonly open: (image: string | undefined) => void;
  /** To two pictures side by side, in a new step; with none back to where that began, in place of the present step. */
  readonly compare: (ids: readonly [string, string] | undefined) => void;
  /** To what shall be shown: a new step, but for words that are still being typed. */
  readonly ask: (query: HistoryQuery) => void;
  /** To another room, or back from there to what was asked for before: a new step. */
  readonly visit: (room: Room) => void;
}

const MOVED = 'depict-moved';

/** Told on the window before a new step of the browser's history: what belongs to the present one is written there now. */
export const LEAVING = 'depict-leaving';

const OTHER_ROOMS: readonly Exclude<Room, 'pictures'>[] = ['trash', 'storage'];

const COMPARE = 'compare';

/** After that a typed word is written into the address; browsers refuse an address that changes with every key. */
const TYPED_MS = 400;

/** The address that is not written yet, because somebody is typing. */
let ahead: { readonly hash: string; readonly timer: ReturnType<typeof setTimeout> } | undefined;

function present(): string {
  return ahead?.hash ?? location.hash;
}

function write(hash: string, how: 'pushState' | 'replaceState'): void {
  clearTimeout(ahead?.timer);
  ahead = undefined;
  if (how === 'pushState') dispatchEvent(new Event(LEAVING));
  const state: unknown = how === 'replaceState' ? history.state : null;
  history[how](state, '', hash === '' ? location.pathname : hash);
}

function writeAhead(): void {
  if (ahead) write(ahead.hash, 'replaceState');
}

/** Back, Forward or a link lead elsewhere: what was typed before is not the place any more. */
function forgetAhead(): void {
  clearTimeout(ahead?.timer);
  ahead = undefined;
}

function subscribe(listener: () => void): () => void {
  const moved = (): void => {
    forgetAhead();
    listener();
  };
  addEventListener('popstate', moved);
  addEventListener('hashchange', moved);
  addEventListener('pagehide', writeAhead);
  addEventListener(MOVED, listener);
  return () => {
    writeAhead();
    removeEventListener('popstate', moved);
    removeEventListener('hashchange', moved);
    removeEventListener('pagehide', writeAhead);
    removeEventListener(MOVED, listener);
  };
}

function parametersOf(hash: string): URLSearchParams {
  return new URLSearchParams(hash.slice(1));
}

function hashOf(parameters: URLSearchParams): string {
  // Commas may stand in a fragment as they are, and people read them.
  const text = parameters.toString().replaceAll('%2C', ',');
  return text === '' ? '' : `#${text}`;
}

function open(image: string | undefined): void {
  writeAhead();
  const from = parametersOf(location.hash);
  const to = formatQuery(parseQuery(from));
  if (image !== undefined) to.set('image', image);
  write(hashOf(to), image !== undefined && !from.has('image') ? 'pushState' : 'replaceState');
  dispatchEvent(new Event(MOVED));
}

function comparedIn(parameters: URLSearchParams): readonly [string, string] | undefined {
  const [left, right] = (parameters.get(COMPARE) ?? '').split(',');
  return left && right ? [left, right] : undefined;
}

function compare(ids: readonly [string, string] | undefined): void {
  writeAhead();
  const parameters = parametersOf(location.hash);
  const isNew = ids !== undefined && !parameters.has(COMPARE);
  if (ids) parameters.set(COMPARE, ids.join(','));
  else parameters.delete(COMPARE);
  write(hashOf(parameters), isNew ? 'pushState' : 'replaceState');
  dispatchEvent(new Event(MOVED));
}

function ask(query: HistoryQuery): void {
  const before = parseQuery(parametersOf(present()));
  const hash = hashOf(formatQuery(query));
  const isTyping = before.text !== '' && hash === hashOf(formatQuery({ ...before, text: query.text }));
  if (isTyping) {
    clearTimeout(ahead?.timer);
    ahead = { hash, timer: setTimeout(writeAhead, TYPED_MS) };
  } else {
    writeAhead();
    write(hash, 'pushState');
  }
  dispatchEvent(new Event(MOVED));
}

function visit(room: Room): void {
  writeAhead();
  const query = hashOf(formatQuery(parseQuery(parametersOf(location.hash))));
  // Written without a value, as people read it in the address.
  const other = query === '' ? `#${room}` : `${query}&${room}`;
  write(room === 'pictures' ? query : other, 'pushState');
  dispatchEvent(new Event(MOVED));
}

const WAYS: Ways = { open, compare, ask, visit };

/** The place in the address, so that Back, reload, bookmarks and links work. */
export function usePlace(): [Place, Ways] {
  const hash = useSyncExternalStore(subscribe, present);
  const place = useMemo<Place>(() => {
    const parameters = parametersOf(hash);
    return {
      image: parameters.get('image') ?? undefined,
      compared: comparedIn(parameters),
      job: parameters.get('job') ?? undefined,
      room: OTHER_ROOMS.find((room) => parameters.has(room)) ?? 'pictures',
      query: parseQuery(parameters),
    };
  }, [hash]);
  return [place, WAYS];
}
