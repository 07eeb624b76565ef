import { listModels } from '@/utils/api/list-models';
import { reportFault } from '@/utils/browser/log';
import { checkConnection } from '@/utils/core/connection/check-connection';
import { checkSetup } from '@/utils/core/connection/connect';
import { saveProvider, withoutProvider } from '@/utils/core/connection/save-provider';
import type { Server } from '@/utils/core/ports';
import { parseServerAddress } from '@/utils/core/server/base-url';
import type { Handlers } from '@/utils/messaging/protocol';
import { learnAboutServer } from './learn-about-server';
import type { Parts } from './parts';

type ProviderHandlers = Pick<
  Handlers,
  'saveProvider' | 'removeProvider' | 'testConnection' | 'findKey' | 'checkSetup'
>;

/** Intents about the servers. */
export function createProviderHandlers(parts: Parts): ProviderHandlers {
  const { credentials, knowledge, queue, fetch, connectionPorts, changeSettings } = parts;
  const ports = {
    ...connectionPorts,
    changeSettings,
    saveCredential: credentials.save,
    forget: knowledge.forget,
    learn: knowledge.learn,
    listModels: (server: Server) => listModels(fetch, server, server.timeoutMs),
  };
  return {
    async saveProvider(form) {
      await saveProvider(ports, form);
      queue.pump().catch(reportFault);
      return null;
    },
    async removeProvider({ providerId }) {
      const { readyServers } = await checkSetup(connectionPorts);
      const readyIds = readyServers.map(({ id }) => id);
      await changeSettings((settings) => withoutProvider(settings, providerId, readyIds));
      await Promise.all([credentials.remove(providerId), knowledge.forget(providerId)]);
      queue.pump().catch(reportFault);
      return null;
    },
    async testConnection(form) {
      const report = await checkConnection(ports, form);
      learnAboutServer(parts, form, report.models).catch(reportFault);
      return report;
    },
    checkSetup: ({ providerId }) => checkSetup(connectionPorts, providerId),
    async findKey({ providerId, address }) {
      const parsed = parseServerAddress(address);
      if (!parsed.ok) return { present: false };
      const { key } = await credentials.read(providerId, parsed.address.origin);
      return { present: key !== undefined };
    },
  };
}
