import { extensionApi } from './extension-api';

const NAME = 'open-jobs';

/** The shortest period Chrome takes. */
const PERIOD_MINUTES = 0.5;

/** What the background is to be woken for; nothing, when no job is open. */
interface Watched {
  readonly running: boolean;
  /** Milliseconds since the epoch. */
  readonly wakeAt?: number;
}

/**
 * Wakes the background now and then while a job is under way, and from the end of a pause on. Alarms come late, or
 * not within half a minute: a background that is still there at the end of a pause has a timer for it.
 */
export async function setWatch({ running, wakeAt }: Watched): Promise<void> {
  if (running) await extensionApi.alarms.create(NAME, { periodInMinutes: PERIOD_MINUTES });
  else if (wakeAt !== undefined) {
    // Again and again: a background may die between being woken and going on.
    await extensionApi.alarms.create(NAME, { when: wakeAt, periodInMinutes: PERIOD_MINUTES });
  } else await extensionApi.alarms.clear(NAME);
}

/** Calls back later, as long as this background is there; the answer calls it off. */
export function callLater(milliseconds: number, callback: () => void): () => void {
  const timer = setTimeout(callback, Math.max(0, milliseconds));
  return () => clearTimeout(timer);
}

/** Calls back at each alarm. To be called in the first turn of the background. */
export function onWatch(listener: () => void): void {
  extensionApi.alarms.onAlarm.addListener(({ name }) => {
    if (name === NAME) listener();
  });
}
