import { extensionApi } from './extension-api';

const NAME = 'open-jobs';

/** The shortest period Chrome takes. */
const PERIOD_MINUTES = 0.5;

/** Wakes the background now and then while a job is open, and not at all while none is. */
export async function setWatch(needed: boolean): Promise<void> {
  if (needed) await extensionApi.alarms.create(NAME, { periodInMinutes: PERIOD_MINUTES });
  else await extensionApi.alarms.clear(NAME);
}

/** Calls back at each alarm. To be called in the first turn of the background. */
export function onWatch(listener: () => void): void {
  extensionApi.alarms.onAlarm.addListener(({ name }) => {
    if (name === NAME) listener();
  });
}
