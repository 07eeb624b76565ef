import type { ReactElement } from 'react';
import { PRICES_AS_OF } from '@/utils/core/money/list-prices';
import { dayOf, expectedSpending, monthOf, sumSpending, type DaySpending } from '@/utils/core/money/spending';
import { t, tCount } from '@/utils/i18n/translate';
import { useLive, type Live } from '../hooks/live';
import { failureWords } from '../words/failure-words';
import { formatMoney } from '../words/format-money';
import css from './options-page.module.css';
import { SpendingLimit } from './spending-limit';
import { SpendingTable } from './spending-table';

interface SpendingCardProps {
  /** Oldest day first. */
  readonly spending: Live<readonly DaySpending[]>;
  readonly limit: number | undefined;
  readonly onLimit: (limit: number | null) => Promise<unknown>;
}

/** What is known of this month, and what is not: unknown is not zero. */
function monthWords(rows: readonly DaySpending[]): string {
  const { amount, unknownReplies } = sumSpending(rows);
  if (unknownReplies === 0) return t('spending.known', { amount: formatMoney(amount) });
  const known =
    amount > 0 ? t('spending.known', { amount: formatMoney(amount) }) : t('spending.nothingKnown');
  return `${known} ${tCount('spending.unknown', unknownReplies)}`;
}

function ofThisMonth(rows: readonly DaySpending[]): readonly DaySpending[] {
  const month = monthOf(dayOf(Date.now()));
  return rows.filter(({ day }) => monthOf(day) === month);
}

interface SpentProps {
  readonly rows: readonly DaySpending[];
  readonly limit: number | undefined;
}

function Spent({ rows, limit }: SpentProps): ReactElement {
  if (rows.length === 0) return <p className={css['intro']}>{t('spending.empty')}</p>;
  const thisMonth = ofThisMonth(rows);
  const isUnchecked = Number.isFinite(limit) && expectedSpending(thisMonth) === undefined;
  return (
    <>
      <p>{monthWords(thisMonth)}</p>
      {isUnchecked && <p>{t('spending.limitUnknown')}</p>}
      <SpendingTable rows={rows} />
      <p className={css['facts']}>{t('spending.prices', { day: PRICES_AS_OF })}</p>
    </>
  );
}

/** What was spent, and when to ask before more is. */
export function SpendingCard({ spending, limit, onLimit }: SpendingCardProps): ReactElement {
  const snapshot = useLive(spending);
  return (
    <section className={css['card']}>
      <h2>{t('spending.title')}</h2>
      {snapshot.state === 'failed' && <p role="alert">{failureWords(snapshot.failure)}</p>}
      <SpendingLimit limit={limit} onChange={onLimit} />
      {snapshot.state === 'ready' && <Spent rows={snapshot.value} limit={limit} />}
    </section>
  );
}
