import type { Credential } from '../server/credential';
import { findProvider, type Provider } from '../server/provider';
import type { Lesson } from '../server/server-knowledge';
import { parseServerAddress } from '../server/base-url';
import { chosenProvider, type Settings } from '../server/settings';
import { addressOf, mergeCredential, type ConnectionForm } from './check-connection';
import { keySuffices } from './connect';

/** A provider as it stands in its form. */
export interface ProviderForm
  extends ConnectionForm, Omit<Provider, 'id' | 'baseUrl' | 'model' | 'headerNames'> {}

/** Where a provider's settings are kept. */
export interface SaveProviderPorts {
  readonly readSettings: () => Promise<Settings>;
  readonly changeSettings: (change: (settings: Settings) => Settings) => Promise<void>;
  readonly readCredential: (providerId: string, origin: string) => Promise<Credential>;
  readonly saveCredential: (providerId: string, origin: string, credential: Credential) => Promise<void>;
  /** Called when the provider is at another address now: what was found out about the old one means nothing. */
  readonly forget: (providerId: string) => Promise<void>;
  readonly learn: (providerId: string, lesson: Lesson) => Promise<void>;
}

/** The settings with a server, in place of what was kept of it. */
function withProvider(settings: Settings, provider: Provider, becomesChosen: boolean): Settings {
  const { id, model } = provider;
  const known = findProvider(settings.providers, id) !== undefined;
  const providers = known
    ? settings.providers.map((other) => (other.id === id ? provider : other))
    : [...settings.providers, provider];
  const providerId = becomesChosen ? id : settings.providerId;
  const parameters = providerId === id ? { ...settings.parameters, model } : settings.parameters;
  return { ...settings, providers, providerId, parameters };
}

/** Whether a saved server has the key that it needs. */
async function hasItsKey(
  { readCredential }: Pick<SaveProviderPorts, 'readCredential'>,
  { id, baseUrl }: Provider,
): Promise<boolean> {
  const parsed = parseServerAddress(baseUrl);
  return parsed.ok && keySuffices(parsed.address.transport, await readCredential(id, parsed.address.origin));
}

/**
 * Keeps a server. Key and headers are bound to the origin they were entered for; absent ones leave what is saved.
 * A new server becomes the chosen one, and so does one that gets its key while the chosen one has none: a server without
 * the key it needs is never put in the place of one that works.
 * @throws FailureError when the address is none
 */
export async function saveProvider(ports: SaveProviderPorts, form: ProviderForm): Promise<void> {
  const { providerId: id, address, key, headers, ...manners } = form;
  const { baseUrl, origin, transport } = addressOf(address);
  const credential = mergeCredential(await ports.readCredential(id, origin), form);
  if (key !== undefined || headers) await ports.saveCredential(id, origin, credential);
  const headerNames = Object.keys(credential.headers ?? {});
  const provider = { ...manners, id, baseUrl, headerNames };
  const settings = await ports.readSettings();
  const before = findProvider(settings.providers, id);
  const chosen = chosenProvider(settings);
  const isUsable = keySuffices(transport, credential);
  const becomesChosen = isUsable && (!before || !(await hasItsKey(ports, chosen)));
  await ports.changeSettings((now) => withProvider(now, provider, becomesChosen));
  if (before && before.baseUrl !== baseUrl) await ports.forget(id);
  else await ports.learn(id, { type: 'saved' });
}

/**
 * The settings without a server; the last one stays. Its key is to be removed besides.
 * @param readyIds servers that can be called: one of them becomes the chosen one in place of the removed one
 */
export function withoutProvider(settings: Settings, id: string, readyIds: readonly string[] = []): Settings {
  const providers = settings.providers.filter((provider) => provider.id !== id);
  const next = providers.find((provider) => readyIds.includes(provider.id)) ?? providers[0];
  if (!next) return settings;
  if (settings.providerId !== id) return { ...settings, providers };
  const parameters = { ...settings.parameters, model: next.model };
  return { ...settings, providers, providerId: next.id, parameters };
}
