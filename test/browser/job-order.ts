import type { LoggedRequest } from '../sandbox/server';

/** Of how many jobs one is told to come back later, once. */
export const LIMITED = 9;

/** The prompt of one of many jobs. */
export function promptOf(place: number): string {
  const name = `Job ${String(place).padStart(3, '0')}`;
  return place % LIMITED === 0 ? `${name} [[rate-limited-ms 60 x1]]` : name;
}

/** The place of the job that a request is for. */
export function placeOf({ body }: LoggedRequest): number {
  return Number(/Job (\d+)/.exec(JSON.stringify(body))?.[1]);
}

/** The most requests that were under way at one moment. */
export function mostAtOnce(requests: readonly LoggedRequest[]): number {
  const events = requests.flatMap(({ receivedAt, finishedAt = Infinity }) => [
    { at: receivedAt, change: 1 },
    { at: finishedAt, change: -1 },
  ]);
  // An end and a beginning in the same millisecond: the end came first, or there would have been no room.
  events.sort((one, other) => one.at - other.at || one.change - other.change);
  let now = 0;
  return events.reduce((most, { change }) => Math.max(most, (now += change)), 0);
}

/** How far the job of each request is from its place in the order. */
export function displacements(requests: readonly LoggedRequest[]): readonly number[] {
  return requests.map((request, at) => Math.abs(placeOf(request) - at));
}
