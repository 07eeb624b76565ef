import { useState, type ReactElement } from 'react';
import { findProvider, providerName, type Provider } from '@/utils/core/server/provider';
import { chosenProvider, type Settings } from '@/utils/core/server/settings';
import { t } from '@/utils/i18n/translate';
import { Button } from '../widgets/button';
import css from './options-page.module.css';
import { ServerForm, type ServerFormCallbacks } from './server-form';
import { ServerList } from './server-list';
import { ServerPresets } from './server-presets';
import { ServerRemoval } from './server-removal';
import { valuesOf, type ServerValues } from './server-values';

/** What is asked of the world about servers. */
export interface ServerSettingsCallbacks extends ServerFormCallbacks {
  /** Settles when the server is gone, with its key. */
  readonly remove: (providerId: string) => Promise<unknown>;
}

interface ServerSettingsProps {
  readonly settings: Settings;
  readonly on: ServerSettingsCallbacks;
}

/** The servers, one form at a time; with a single one there is nothing to choose. */
export function ServerSettings({ settings, on }: ServerSettingsProps): ReactElement {
  const { providers, providerId } = settings;
  const [editedId, setEditedId] = useState(providerId);
  const [begun, setBegun] = useState<Provider>();
  const [typed, setTyped] = useState<Readonly<Record<string, ServerValues>>>({});
  const [leaving, setLeaving] = useState<Provider>();
  // Once it is saved, it is one of the others.
  const unsaved = begun && !findProvider(providers, begun.id) ? begun : undefined;
  const servers = unsaved ? [...providers, unsaved] : providers;
  const edited = findProvider(servers, editedId) ?? chosenProvider(settings);
  const isNew = edited === unsaved;
  const several = servers.length > 1;

  // What was typed stays while a person looks at another server.
  const valuesIn = (all: typeof typed): ServerValues => all[edited.id] ?? valuesOf(edited);
  const change = (changes: Partial<ServerValues>): void =>
    setTyped((before) => ({ ...before, [edited.id]: { ...valuesIn(before), ...changes } }));
  const add = (server: Provider): void => {
    setBegun(server);
    setEditedId(server.id);
  };
  const discard = (): void => {
    setBegun(undefined);
    setEditedId(providerId);
  };
  const presets = <ServerPresets onAdd={add} />;

  return (
    <>
      {several && (
        <section className={css['card']}>
          <h2>{t('options.servers')}</h2>
          <ServerList
            servers={servers}
            usedId={providerId}
            editedId={edited.id}
            newId={unsaved?.id}
            onEdit={setEditedId}
          />
          {presets}
        </section>
      )}
      <ServerForm
        key={edited.id}
        provider={edited}
        values={valuesIn(typed)}
        onChange={change}
        isNew={isNew}
        on={on}
      >
        {isNew && <Button onClick={discard}>{t('options.discardServer')}</Button>}
        {!isNew && providers.length > 1 && (
          <Button onClick={() => setLeaving(edited)}>{t('options.removeServer')}</Button>
        )}
      </ServerForm>
      {!several && presets}
      {leaving && (
        <ServerRemoval
          name={providerName(leaving)}
          onRemove={() => on.remove(leaving.id)}
          onClose={() => setLeaving(undefined)}
        />
      )}
    </>
  );
}
