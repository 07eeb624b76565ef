import { useState, type ReactElement } from 'react';
import type { ReadyServer } from '@/utils/core/connection/connect';
import type { ProviderForm } from '@/utils/core/connection/save-provider';
import type { Job } from '@/utils/core/job/job';
import { findProvider, providerName, type Provider } from '@/utils/core/server/provider';
import { chosenProvider, type Settings } from '@/utils/core/server/settings';
import { t } from '@/utils/i18n/translate';
import { Button } from '../widgets/button';
import type { MissingField } from './missing-field';
import { MoveWaitingJobs, type MoveJobs } from './move-waiting-jobs';
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
  readonly move: MoveJobs;
}

interface ServerSettingsProps {
  readonly settings: Settings;
  /** What keeps a server from being called; its form is shown until another one is chosen. */
  readonly missing?: MissingField | undefined;
  /** Jobs that wait for a key or for access. */
  readonly waiting?: readonly Job[];
  readonly readyServers?: readonly ReadyServer[];
  readonly on: ServerSettingsCallbacks;
}

/** The servers, one form at a time; with a single one there is nothing to choose. */
export function ServerSettings(props: ServerSettingsProps): ReactElement {
  const { settings, missing, waiting = [], readyServers = [], on } = props;
  const { providers, providerId } = settings;
  const [openedAtId] = useState(providerId);
  const [editedId, setEditedId] = useState<string>();
  const [begun, setBegun] = useState<Provider>();
  const [typed, setTyped] = useState<Readonly<Record<string, ServerValues>>>({});
  const [leaving, setLeaving] = useState<Provider>();
  // Once it is saved, it is one of the others.
  const unsaved = begun && !findProvider(providers, begun.id) ? begun : undefined;
  const servers = unsaved ? [...providers, unsaved] : providers;
  const shownId = editedId ?? missing?.providerId ?? openedAtId;
  const edited = findProvider(servers, shownId) ?? chosenProvider(settings);
  const ready = readyServers.find(({ id }) => id === edited.id);
  const isNew = edited === unsaved;
  const several = servers.length > 1;

  // What was typed stays while a person looks at another server.
  const valuesIn = (all: typeof typed): ServerValues => all[edited.id] ?? valuesOf(edited);
  const change = (changes: Partial<ServerValues>): void => {
    setEditedId(edited.id);
    setTyped((before) => ({ ...before, [edited.id]: { ...valuesIn(before), ...changes } }));
  };
  const saveAndAllow = (form: ProviderForm): Promise<boolean> => {
    setEditedId(edited.id);
    return on.saveAndAllow(form);
  };
  const add = (server: Provider): void => {
    setBegun(server);
    setEditedId(server.id);
  };
  const discard = (): void => {
    setBegun(undefined);
    setEditedId(undefined);
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
        missing={missing?.providerId === edited.id ? missing : undefined}
        on={{ ...on, saveAndAllow }}
        offer={ready && <MoveWaitingJobs jobs={waiting} server={ready} onMove={on.move} />}
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
