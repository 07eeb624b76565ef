import type { GenerationParameters } from '../model/generation-parameters';
import { DEFAULT_MODEL } from '../model/models';
import { createProvider, findProvider, type Provider } from './provider';

/** What a click on the menu entry does: draw at once, or put the words into the side panel's prompt box. */
export type AfterMenuClick = 'draw' | 'edit';

/** Everything a person can set, except keys. */
export interface Settings {
  /** At least one. */
  readonly providers: readonly Provider[];
  /** The server chosen last: the menu entry draws there, and the popup shows it first. */
  readonly providerId: string;
  /** Used by the menu entry, and shown first in the popup. `n` is left out: it is chosen anew for each prompt. */
  readonly parameters: Omit<GenerationParameters, 'n'>;
  readonly afterMenuClick: AfterMenuClick;
  /** Whether the system tells when a job came to an end. */
  readonly notifications: boolean;
  /** How downloaded files are named: text with names in braces (`core/picture/file-name.ts`). */
  readonly fileNameTemplate: string;
  /** US dollars a month above which is asked first. */
  readonly monthlyLimit?: number;
  /** Days after which pictures go to the trash by themselves; absent where they stay. Favorites always stay. */
  readonly retentionDays?: number;
}

/**
 * The first server's id is its origin, because that is what keys were filed under before there were several servers;
 * ids of later ones are random.
 */
const FIRST_PROVIDER = createProvider('https://dddai.dev', {
  name: 'dddai.dev',
  baseUrl: 'https://dddai.dev/v1',
});

/** How downloads are named until a person says otherwise: the beginning of the prompt, and enough of the id to be unique. */
export const DEFAULT_FILE_NAME = '{prompt} {id}';

export const DEFAULT_SETTINGS: Settings = {
  providers: [FIRST_PROVIDER],
  providerId: FIRST_PROVIDER.id,
  parameters: { model: DEFAULT_MODEL },
  afterMenuClick: 'draw',
  notifications: false,
  fileNameTemplate: DEFAULT_FILE_NAME,
};

/** The server chosen last; the first one when that is gone. */
export function chosenProvider({ providers, providerId }: Settings): Provider {
  return findProvider(providers, providerId) ?? providers[0] ?? FIRST_PROVIDER;
}

/**
 * The settings with what was chosen for a generation, for the menu entry to use.
 * @param isUsable whether the server has the key it needs; without it, it does not take the place of another one
 */
export function withChoice(
  settings: Settings,
  providerId: string,
  parameters: Settings['parameters'],
  isUsable: boolean,
): Settings {
  if (!isUsable && settings.providerId !== providerId) return settings;
  return { ...settings, providerId, parameters };
}

/** The server of an id; the one chosen last where there is no id, or its server is gone. */
export function providerFor(settings: Settings, id: string | undefined): Provider {
  return (id === undefined ? undefined : findProvider(settings.providers, id)) ?? chosenProvider(settings);
}
