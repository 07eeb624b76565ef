import { asDollars } from '@/utils/core/number/bounded';
import { t } from '@/utils/i18n/translate';

/** From here on a tenth of a cent no longer matters. */
const WHOLE_CENTS_FROM = 1;

/**
 * US dollars as the page's language writes them; small amounts to a hundredth of a cent, as pictures cost little. An
 * amount that is none (rows of older versions may hold an endless one) is unknown.
 */
export function formatMoney(amount: number): string {
  if (asDollars(amount) === undefined) return t('cost.unknown');
  const maximumFractionDigits = amount < WHOLE_CENTS_FROM ? 4 : 2;
  return new Intl.NumberFormat(document.documentElement.lang || 'en', {
    style: 'currency',
    currency: 'USD',
    minimumFractionDigits: 2,
    maximumFractionDigits,
  }).format(amount);
}

/** An estimate is no exact figure, and must not look like one. */
export function formatEstimate(amount: number): string {
  return formatMoney(Number(amount.toPrecision(2)));
}
