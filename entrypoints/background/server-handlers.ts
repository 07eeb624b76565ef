import { listModels } from '@/utils/api/list-models';
import { reportFault } from '@/utils/browser/log';
import { parseServerAddress } from '@/utils/core/base-url';
import { checkSetup } from '@/utils/core/connect';
import { checkConnection } from '@/utils/core/check-connection';
import type { Server } from '@/utils/core/ports';
import { saveServer } from '@/utils/core/save-server';
import type { Handlers } from '@/utils/messaging/protocol';
import { readSettings, writeSettings } from '@/utils/storage/settings-store';
import type { Parts } from './parts';

type ServerHandlers = Pick<
  Handlers,
  'saveServer' | 'setAfterMenuClick' | 'testConnection' | 'findKey' | 'checkSetup'
>;

/** How long a test of a connection may take, in milliseconds. */
const TEST_TIMEOUT_MS = 20_000;

/** Intents about the server and the settings. */
export function createServerHandlers({ secrets, queue, fetch, connectionPorts }: Parts): ServerHandlers {
  const list = (server: Server) => listModels(fetch, server, TEST_TIMEOUT_MS);
  return {
    async saveServer(form) {
      await saveServer({ readSettings, writeSettings, saveKey: secrets.save }, form);
      queue.pump().catch(reportFault);
      return null;
    },
    async setAfterMenuClick({ afterMenuClick }) {
      await writeSettings({ ...(await readSettings()), afterMenuClick });
      return null;
    },
    testConnection: (form) => checkConnection({ ...connectionPorts, listModels: list }, form),
    checkSetup: () => checkSetup(connectionPorts),
    async findKey({ address }) {
      const parsed = parseServerAddress(address);
      return { present: parsed.ok && (await secrets.has(parsed.address.origin)) };
    },
  };
}
