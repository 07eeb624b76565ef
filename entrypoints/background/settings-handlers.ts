import { reportFault } from '@/utils/browser/log';
import type { Handlers } from '@/utils/messaging/protocol';
import { readSettings, writeSettings } from '@/utils/storage/settings-store';
import type { Parts } from './parts';

type SettingsHandlers = Pick<Handlers, 'setAfterMenuClick' | 'setMonthlyLimit'>;

/** Intents about what holds for all servers. */
export function createSettingsHandlers({ queue }: Parts): SettingsHandlers {
  return {
    async setAfterMenuClick({ afterMenuClick }) {
      await writeSettings({ ...(await readSettings()), afterMenuClick });
      return null;
    },
    async setMonthlyLimit({ limit }) {
      const { monthlyLimit: _, ...others } = await readSettings();
      await writeSettings({ ...others, ...(limit !== null && { monthlyLimit: limit }) });
      queue.pump().catch(reportFault);
      return null;
    },
  };
}
