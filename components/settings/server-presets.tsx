import { useId, useState, type ReactElement } from 'react';
import { createProvider, PROVIDER_PRESETS, type Provider } from '@/utils/core/server/provider';
import { t } from '@/utils/i18n/translate';
import { Button } from '../widgets/button';
import css from './options-page.module.css';

type Preset = (typeof PROVIDER_PRESETS)[number];

function presetName({ preset, name }: Preset): string {
  if (preset === 'local') return t('options.presetLocal');
  return name || t('options.presetOther');
}

/** Begins a server, from one that is well known or from nothing. Nothing is kept before it is saved. */
export function ServerPresets({ onAdd }: { readonly onAdd: (server: Provider) => void }): ReactElement {
  const [open, setOpen] = useState(false);
  const listId = useId();
  const add = ({ name, baseUrl, model }: Preset): void => {
    setOpen(false);
    onAdd(createProvider(crypto.randomUUID(), { name, baseUrl, model }));
  };
  return (
    <div className={css['buttons']}>
      <Button aria-expanded={open} aria-controls={listId} onClick={() => setOpen(!open)}>
        {t('options.addServer')}
      </Button>
      <div id={listId} className={css['buttons']} hidden={!open}>
        {PROVIDER_PRESETS.map((preset) => (
          <Button key={preset.preset} look="quiet" onClick={() => add(preset)}>
            {presetName(preset)}
          </Button>
        ))}
      </div>
    </div>
  );
}
