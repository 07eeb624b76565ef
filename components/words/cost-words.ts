import type { CostEstimate, JobCost } from '@/utils/core/money/cost';
import { t } from '@/utils/i18n/translate';
import { formatEstimate, formatMoney } from './format-money';

/** What a job has cost: the amount, and that there is something nobody told; never zero for what is unknown. */
export function costWords({ amount, unknownReplies }: JobCost): string {
  if (unknownReplies === 0) return formatMoney(amount);
  return amount > 0 ? t('cost.partly', { amount: formatMoney(amount) }) : t('cost.unknown');
}

/** What something is expected to cost, in the same words wherever it is shown: "about", "up to", or the server's own price. */
export function estimateWords({ amount: dollars, basis, atMost }: CostEstimate): string {
  const amount = formatEstimate(dollars);
  if (atMost) return t('composer.atMost', { amount });
  return t(basis === 'list' ? 'composer.listPrice' : 'composer.serverPrice', { amount });
}
