import { addressOf, mergeCredential, type ConnectionForm } from './check-connection';
import type { Credential } from './credential';
import type { Provider } from './provider';
import type { Settings } from './settings';

/** A provider as it stands in its form. */
export interface ProviderForm
  extends ConnectionForm, Omit<Provider, 'id' | 'baseUrl' | 'model' | 'headerNames'> {}

/** Where a provider's settings are kept. */
export interface SaveProviderPorts {
  readonly readSettings: () => Promise<Settings>;
  readonly writeSettings: (settings: Settings) => Promise<void>;
  readonly readCredential: (providerId: string, origin: string) => Promise<Credential>;
  readonly saveCredential: (providerId: string, origin: string, credential: Credential) => Promise<void>;
  /** Called when the provider is at another address now: what was found out about the old one means nothing. */
  readonly forget: (providerId: string) => Promise<void>;
}

/**
 * Keeps a server. Key and headers are bound to the origin they were entered for; absent ones leave what is saved. A new
 * server becomes the chosen one.
 * @throws FailureError when the address is none
 */
export async function saveProvider(ports: SaveProviderPorts, form: ProviderForm): Promise<void> {
  const { providerId: id, address, key, headers, ...manners } = form;
  const { baseUrl, origin } = addressOf(address);
  const settings = await ports.readSettings();
  const credential = mergeCredential(await ports.readCredential(id, origin), form);
  if (key !== undefined || headers) await ports.saveCredential(id, origin, credential);
  const provider: Provider = {
    ...manners,
    id,
    baseUrl,
    headerNames: Object.keys(credential.headers ?? {}),
  };
  const before = settings.providers.find((other) => other.id === id);
  if (before && before.baseUrl !== baseUrl) await ports.forget(id);
  const providers = before
    ? settings.providers.map((other) => (other.id === id ? provider : other))
    : [...settings.providers, provider];
  const chosen = before ? settings.providerId : id;
  const parameters = chosen === id ? { ...settings.parameters, model: form.model } : settings.parameters;
  await ports.writeSettings({ ...settings, providers, providerId: chosen, parameters });
}

/** The settings without a server; the last one stays. Its key is to be removed besides. */
export function withoutProvider(settings: Settings, id: string): Settings {
  const providers = settings.providers.filter((provider) => provider.id !== id);
  const [first] = providers;
  if (!first) return settings;
  if (settings.providerId !== id) return { ...settings, providers };
  const parameters = { ...settings.parameters, model: first.model };
  return { ...settings, providers, providerId: first.id, parameters };
}
