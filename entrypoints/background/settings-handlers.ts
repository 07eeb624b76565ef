import { reportFault } from '@/utils/browser/log';
import type { Handlers } from '@/utils/messaging/protocol';
import type { Parts } from './parts';

type SettingsHandlers = Pick<Handlers, 'setAfterMenuClick' | 'setMonthlyLimit'>;

/** Intents about what holds for all servers. */
export function createSettingsHandlers({ queue, changeSettings }: Parts): SettingsHandlers {
  return {
    async setAfterMenuClick({ afterMenuClick }) {
      await changeSettings((settings) => ({ ...settings, afterMenuClick }));
      return null;
    },
    async setMonthlyLimit({ limit }) {
      await changeSettings(({ monthlyLimit: _, ...others }) => ({
        ...others,
        ...(limit !== null && { monthlyLimit: limit }),
      }));
      queue.pump().catch(reportFault);
      return null;
    },
  };
}
