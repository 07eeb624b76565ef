import type { JobCost } from '@/utils/core/money/cost';
import { t } from '@/utils/i18n/translate';
import { formatMoney } from './format-money';

/** What a job has cost: the amount, and that there is something nobody told; never zero for what is unknown. */
export function costWords({ amount, unknownReplies }: JobCost): string {
  if (unknownReplies === 0) return formatMoney(amount);
  return amount > 0 ? t('cost.partly', { amount: formatMoney(amount) }) : t('cost.unknown');
}
