import type { ReactElement } from 'react';
import { ORDERS, type HistoryOrder } from '@/utils/core/history/history-query';
import { t } from '@/utils/i18n/translate';
import css from './history-bar.module.css';

interface OrderChoiceProps {
  readonly order: HistoryOrder;
  readonly onChange: (order: HistoryOrder) => void;
}

/** In which order pictures stand. */
export function OrderChoice({ order, onChange }: OrderChoiceProps): ReactElement {
  return (
    <select
      className={css['order']}
      aria-label={t('history.order')}
      value={order}
      onChange={({ target: { value } }) => {
        const chosen = ORDERS.find((one) => one === value);
        if (chosen) onChange(chosen);
      }}
    >
      {ORDERS.map((one) => (
        <option key={one} value={one}>
          {t(`order.${one}`)}
        </option>
      ))}
    </select>
  );
}
