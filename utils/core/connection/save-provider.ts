import type { Credential } from '../server/credential';
import { findProvider, type Provider } from '../server/provider';
import type { Lesson } from '../server/server-knowledge';
import type { Settings } from '../server/settings';
import { addressOf, mergeCredential, type ConnectionForm } from './check-connection';

/** A provider as it stands in its form. */
export interface ProviderForm
  extends ConnectionForm, Omit<Provider, 'id' | 'baseUrl' | 'model' | 'headerNames'> {}

/** Where a provider's settings are kept. */
export interface SaveProviderPorts {
  readonly changeSettings: (change: (settings: Settings) => Settings) => Promise<void>;
  readonly readCredential: (providerId: string, origin: string) => Promise<Credential>;
  readonly saveCredential: (providerId: string, origin: string, credential: Credential) => Promise<void>;
  /** Called when the provider is at another address now: what was found out about the old one means nothing. */
  readonly forget: (providerId: string) => Promise<void>;
  readonly learn: (providerId: string, lesson: Lesson) => Promise<void>;
}

/** The settings with a server, in place of what was kept of it. A new one becomes the chosen one. */
function withProvider(settings: Settings, provider: Provider): Settings {
  const { id, model } = provider;
  const known = findProvider(settings.providers, id) !== undefined;
  const providers = known
    ? settings.providers.map((other) => (other.id === id ? provider : other))
    : [...settings.providers, provider];
  const providerId = known ? settings.providerId : id;
  const parameters = providerId === id ? { ...settings.parameters, model } : settings.parameters;
  return { ...settings, providers, providerId, parameters };
}

/**
 * Keeps a server. Key and headers are bound to the origin they were entered for; absent ones leave what is saved.
 * @throws FailureError when the address is none
 */
export async function saveProvider(ports: SaveProviderPorts, form: ProviderForm): Promise<void> {
  const { providerId: id, address, key, headers, ...manners } = form;
  const { baseUrl, origin } = addressOf(address);
  const credential = mergeCredential(await ports.readCredential(id, origin), form);
  if (key !== undefined || headers) await ports.saveCredential(id, origin, credential);
  const headerNames = Object.keys(credential.headers ?? {});
  let before: Provider | undefined;
  await ports.changeSettings((settings) => {
    before = findProvider(settings.providers, id);
    return withProvider(settings, { ...manners, id, baseUrl, headerNames });
  });
  if (before && before.baseUrl !== baseUrl) await ports.forget(id);
  else await ports.learn(id, { type: 'saved' });
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
