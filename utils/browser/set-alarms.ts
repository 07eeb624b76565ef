import type { SetAlarm } from '../core/report/diagnosis';
import { extensionApi } from './extension-api';

const SECONDS_PER_MINUTE = 60;

/** What the browser will wake the background for, soonest first. */
export async function readAlarms(): Promise<readonly SetAlarm[]> {
  const alarms = await extensionApi.alarms.getAll();
  const set = alarms.map(({ scheduledTime: at, periodInMinutes: minutes }) =>
    // Where it rings once, Firefox leaves the period out and Chrome may say `null`.
    typeof minutes === 'number' ? { at, everySeconds: minutes * SECONDS_PER_MINUTE } : { at },
  );
  return set.toSorted((one, other) => one.at - other.at);
}
