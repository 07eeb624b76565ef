import { reportFault } from '@/utils/browser/log';
import type { Handlers } from '@/utils/messaging/protocol';
import type { Parts } from './parts';

type SettingsHandlers = Pick<
  Handlers,
  'setAfterMenuClick' | 'setFileNameTemplate' | 'setMonthlyLimit' | 'setNotifications' | 'setRetention'
>;

/** Intents about what holds for all servers. */
export function createSettingsHandlers({ queue, changeSettings, retire }: Parts): SettingsHandlers {
  return {
    async setAfterMenuClick({ afterMenuClick }) {
      await changeSettings((settings) => ({ ...settings, afterMenuClick }));
      return null;
    },
    async setFileNameTemplate({ template }) {
      await changeSettings((settings) => ({ ...settings, fileNameTemplate: template }));
      return null;
    },
    async setNotifications({ notifications }) {
      await changeSettings((settings) => ({ ...settings, notifications }));
      return null;
    },
    async setRetention({ days }) {
      await changeSettings(({ retentionDays: _, ...others }) => ({
        ...others,
        ...(days !== null && { retentionDays: days }),
      }));
      return { retired: await retire() };
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
