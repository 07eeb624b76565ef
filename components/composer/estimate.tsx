import type { ReactElement } from 'react';
import { fitParameters, type GenerationParameters } from '@/utils/core/model/generation-parameters';
import type { ModelPrice } from '@/utils/core/model/model-price';
import { estimateCost } from '@/utils/core/money/cost';
import { PRICES_AS_OF } from '@/utils/core/money/list-prices';
import { t } from '@/utils/i18n/translate';
import { formatEstimate } from '../words/format-money';
import css from './composer.module.css';

interface EstimateProps {
  readonly prompt: string;
  readonly parameters: GenerationParameters;
  readonly prices: readonly ModelPrice[] | undefined;
}

/** What a click will cost, as far as a price list knows; nothing where none does, as unknown is not free. */
export function Estimate({ prompt, parameters, prices }: EstimateProps): ReactElement | null {
  const estimate = estimateCost(prompt, fitParameters(parameters), prices);
  if (!estimate) return null;
  const amount = formatEstimate(estimate.amount);
  const list = estimate.basis === 'list';
  return (
    <span
      className={css['estimate']}
      title={list ? t('composer.listPriceHint', { day: PRICES_AS_OF }) : t('composer.serverPriceHint')}
    >
      {t(estimate.atMost ? 'composer.atMost' : list ? 'composer.listPrice' : 'composer.serverPrice', {
        amount,
      })}
    </span>
  );
}
