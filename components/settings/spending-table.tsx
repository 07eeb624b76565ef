import { useId, useState, type ReactElement } from 'react';
import {
  groupSpending,
  type DaySpending,
  type SpendingGroup,
  type SpendingSum,
} from '@/utils/core/money/spending';
import { t, tCount } from '@/utils/i18n/translate';
import { formatMoney } from '../words/format-money';
import css from './spending-table.module.css';

/** Older days are in the months. */
const LATEST_DAYS = 31;

const GROUPS = ['day', 'month', 'provider', 'model'] as const satisfies readonly SpendingGroup[];

const GROUP_WORDS = {
  day: 'spending.byDay',
  month: 'spending.byMonth',
  provider: 'spending.byServer',
  model: 'spending.byModel',
} as const;

function costWords({ amount, unknownReplies }: SpendingSum): string {
  if (unknownReplies === 0) return formatMoney(amount);
  if (amount === 0) return tCount('spending.unknownOnly', unknownReplies);
  return `${formatMoney(amount)} ${tCount('spending.plusUnknown', unknownReplies)}`;
}

/** What was spent, added up as a person chooses. */
export function SpendingTable({ rows }: { readonly rows: readonly DaySpending[] }): ReactElement {
  const [group, setGroup] = useState<SpendingGroup>('day');
  const name = useId();
  // Newest first, so that a server goes by the name it had last.
  const lines = groupSpending(rows.toReversed(), group);
  return (
    <>
      <div className={css['groups']} role="radiogroup" aria-label={t('spending.group')}>
        {GROUPS.map((choice) => (
          <label key={choice}>
            <input type="radio" name={name} checked={choice === group} onChange={() => setGroup(choice)} />
            {t(GROUP_WORDS[choice])}
          </label>
        ))}
      </div>
      <table className={css['table']}>
        <thead>
          <tr>
            <th scope="col">{t('spending.what')}</th>
            <th scope="col">{t('spending.pictures')}</th>
            <th scope="col">{t('spending.cost')}</th>
          </tr>
        </thead>
        <tbody>
          {(group === 'day' ? lines.slice(0, LATEST_DAYS) : lines).map((line) => (
            <tr key={line.key}>
              <th scope="row">{line.label}</th>
              <td>{line.pictures}</td>
              <td>{costWords(line)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
