import { addressOf, type ServerForm } from './check-connection';
import type { Settings } from './settings';

/** Where a server's settings are kept. */
export interface SaveServerPorts {
  readonly readSettings: () => Promise<Settings>;
  readonly writeSettings: (settings: Settings) => Promise<void>;
  readonly saveKey: (origin: string, key: string) => Promise<void>;
}

/**
 * Keeps the chosen server. The key is bound to the origin it was entered for; an absent one leaves what is saved.
 * @throws FailureError when the address is none
 */
export async function saveServer(ports: SaveServerPorts, form: ServerForm): Promise<void> {
  const { baseUrl, origin } = addressOf(form.address);
  const settings = await ports.readSettings();
  if (form.key !== undefined) await ports.saveKey(origin, form.key);
  const parameters = { ...settings.parameters, model: form.model };
  await ports.writeSettings({ ...settings, baseUrl, parameters });
}
