import { useId, type ReactElement } from 'react';
import { parseServerAddress } from '@/utils/core/base-url';
import { KNOWN_MODELS } from '@/utils/core/models';
import { t } from '@/utils/i18n/translate';
import { Field } from './field';

interface ServerFieldsProps {
  readonly values: { readonly address: string; readonly key: string; readonly model: string };
  /** What the server says it has; the known ones until it was asked. */
  readonly models: readonly string[];
  readonly problem: string | undefined;
  /** Whether a key is kept for the server at this address. */
  readonly hasKey: boolean;
  readonly onAddress: (value: string) => void;
  readonly onKey: (value: string) => void;
  readonly onModel: (value: string) => void;
}

function keyHint(address: string, present: boolean): string {
  if (present) return t('options.keySaved');
  const parsed = parseServerAddress(address);
  const optional = parsed.ok && parsed.address.transport !== 'encrypted';
  return optional ? `${t('options.keyHint')} ${t('options.keyOptional')}` : t('options.keyHint');
}

/** Address, key and model of a server. */
export function ServerFields(props: ServerFieldsProps): ReactElement {
  const { values, models, problem, hasKey } = props;
  const listId = useId();
  return (
    <>
      <Field label={t('options.address')} hint={t('options.addressHint')} problem={problem}>
        {(control) => (
          <input
            {...control}
            type="text"
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            dir="ltr"
            value={values.address}
            onChange={(event) => props.onAddress(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('options.key')} hint={keyHint(values.address, hasKey)}>
        {(control) => (
          <input
            {...control}
            type="password"
            autoComplete="off"
            spellCheck={false}
            dir="ltr"
            placeholder={hasKey ? '••••••••••••' : ''}
            value={values.key}
            onChange={(event) => props.onKey(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('options.model')} hint={t('options.modelHint')}>
        {(control) => (
          <>
            <input
              {...control}
              type="text"
              list={listId}
              autoComplete="off"
              spellCheck={false}
              dir="ltr"
              value={values.model}
              onChange={(event) => props.onModel(event.target.value)}
            />
            <datalist id={listId}>
              {(models.length > 0 ? models : KNOWN_MODELS).map((id) => (
                <option key={id}>{id}</option>
              ))}
            </datalist>
          </>
        )}
      </Field>
    </>
  );
}
