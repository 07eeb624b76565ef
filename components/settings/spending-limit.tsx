import { useState, type FormEvent, type ReactElement } from 'react';
import { failureOf } from '@/utils/core/failure/failure';
import { t } from '@/utils/i18n/translate';
import { Field } from '../widgets/field';
import { failureWords } from '../words/failure-words';

interface SpendingLimitProps {
  readonly limit: number | undefined;
  /** `null` for no limit. Settles when it is kept. */
  readonly onChange: (limit: number | null) => Promise<unknown>;
}

/** An amount as people write it, with a point or a comma; `null` for none, `undefined` for anything else. */
function parseLimit(text: string): number | null | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  return /^\d+(?:[.,]\d+)?$/.test(trimmed) ? Number(trimmed.replace(',', '.')) : undefined;
}

/** Above how much a month a person is asked first; kept when the box is left, or with Enter. */
export function SpendingLimit({ limit, onChange }: SpendingLimitProps): ReactElement {
  // A stored limit that cannot be read comes as an endless one.
  const [kept, setKept] = useState(Number.isFinite(limit) ? (limit ?? null) : null);
  const [text, setText] = useState(kept === null ? '' : String(kept));
  const [saved, setSaved] = useState(false);
  const [problem, setProblem] = useState<string>();
  const change = (typed: string): void => {
    setText(typed);
    setSaved(false);
    setProblem(undefined);
  };
  const keep = (): void => {
    const amount = parseLimit(text);
    if (amount === undefined) return setProblem(t('spending.limitUnreadable'));
    if (amount === kept) return;
    setKept(amount);
    setProblem(undefined);
    onChange(amount).then(
      () => setSaved(true),
      (thrown: unknown) => {
        setKept(kept);
        setProblem(failureWords(failureOf(thrown)));
      },
    );
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    keep();
  };
  const hint = <span aria-live="polite">{t(saved ? 'spending.limitSaved' : 'spending.limitHint')}</span>;
  return (
    <form onSubmit={submit} noValidate>
      <Field label={t('spending.limit')} hint={hint} problem={problem}>
        {(control) => (
          <input
            {...control}
            type="text"
            inputMode="decimal"
            autoComplete="off"
            value={text}
            onChange={({ target }) => change(target.value)}
            onBlur={keep}
          />
        )}
      </Field>
    </form>
  );
}
