import type { Job } from '@/utils/core/job/job';
import { estimateCost } from '@/utils/core/money/cost';
import { t } from '@/utils/i18n/translate';
import { formatEstimate, formatMoney } from '../words/format-money';

/** What asking for the same once more may cost: what it cost before, otherwise what a price list says; if that is known. */
export function againWords({ prompt, parameters, cost, estimate }: Job): string {
  if (cost && cost.amount > 0 && cost.unknownReplies === 0) {
    return t('viewer.againCost', { amount: formatMoney(cost.amount) });
  }
  const expected = estimate ?? estimateCost(prompt, parameters);
  if (!expected) return t('viewer.againHint');
  return t('viewer.againEstimate', { amount: formatEstimate(expected.amount) });
}
