import type { KeyboardEvent, ReactElement } from 'react';
import type { Draft } from '@/utils/core/job/draft';
import { familyOf } from '@/utils/core/model/models';
import { cutAtSentence, roomierModel } from '@/utils/core/model/shorten-prompt';
import { countCharacters } from '@/utils/core/text/prompt';
import { t } from '@/utils/i18n/translate';
import { Button } from '../widgets/button';
import { Field } from '../widgets/field';
import css from './composer.module.css';

interface PromptFieldProps {
  readonly draft: Draft;
  readonly model: string;
  /** Models that can be chosen instead. */
  readonly models: readonly string[];
  readonly onChange: (prompt: string) => void;
  readonly onModel: (model: string) => void;
  readonly onSubmit: () => void;
}

function hintFor({ prompt, passage }: Draft, count: number, limit: number | undefined): string {
  if (prompt === '') return '';
  const length =
    limit === undefined ? t('composer.countOnly', { count }) : t('composer.count', { count, limit });
  const source = passage?.pageTitle ? `${t('composer.source', { title: passage.pageTitle })} · ` : '';
  return source + length;
}

/** What can be done about a prompt that is too long; nothing is ever cut without a click. */
function TooLongOffers(props: PromptFieldProps & { readonly limit: number; readonly count: number }) {
  const { draft, model, models, limit, count, onChange, onModel } = props;
  const roomier = roomierModel(models, model, count);
  return (
    <div className={css['offers']}>
      <Button small onClick={() => onChange(cutAtSentence(draft.prompt, limit))}>
        {t('composer.cut')}
      </Button>
      {roomier !== undefined && (
        <Button small onClick={() => onModel(roomier)}>
          {t('composer.useModel', { model: roomier })}
        </Button>
      )}
    </div>
  );
}

/** The prompt box, with its length against what the model takes, and the page the words come from. */
export function PromptField(props: PromptFieldProps): ReactElement {
  const { draft, model, onChange, onSubmit } = props;
  const limit = familyOf(model).promptLimit;
  const count = countCharacters(draft.prompt);
  const excess = count - (limit ?? Infinity);
  const submitOnEnter = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (!event.repeat) onSubmit();
  };
  return (
    <>
      <Field
        label={t('composer.prompt')}
        hint={hintFor(draft, count, limit)}
        problem={excess > 0 ? t('composer.tooLong', { model, excess }) : undefined}
      >
        {(control) => (
          <textarea
            {...control}
            rows={3}
            dir="auto"
            value={draft.prompt}
            placeholder={t('composer.placeholder')}
            onChange={(event) => onChange(event.target.value)}
            onKeyDown={submitOnEnter}
          />
        )}
      </Field>
      {draft.hasHiddenText && (
        <p className={css['note']} role="status">
          {t('composer.hiddenText')}
        </p>
      )}
      {limit !== undefined && excess > 0 && <TooLongOffers {...props} limit={limit} count={count} />}
    </>
  );
}
