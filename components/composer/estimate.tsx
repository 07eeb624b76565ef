import type { ReactElement } from 'react';
import type { GenerationParameters } from '@/utils/core/model/generation-parameters';
import { estimateJob } from '@/utils/core/money/cost';
import { PRICES_AS_OF } from '@/utils/core/money/list-prices';
import type { Provider } from '@/utils/core/server/provider';
import { knowNothing, refusedFor, type ServerKnowledge } from '@/utils/core/server/server-knowledge';
import { cleanPrompt } from '@/utils/core/text/prompt';
import { t } from '@/utils/i18n/translate';
import { estimateWords } from '../words/cost-words';
import css from './composer.module.css';

interface EstimateProps {
  readonly prompt: string;
  readonly parameters: GenerationParameters;
  /** The server the prompt goes to, and what is known of it. */
  readonly provider: Provider;
  readonly known: ServerKnowledge | undefined;
}

/** What a click will cost, as far as a price list knows; nothing where none does, as unknown is not free. */
export function Estimate({ prompt, parameters, provider, known }: EstimateProps): ReactElement | null {
  const refused = refusedFor(known ?? knowNothing(provider.id), parameters.model);
  const server = { ...provider, refused, prices: known?.prices ?? [] };
  const estimate = estimateJob(cleanPrompt(prompt), parameters, server);
  if (!estimate) return null;
  const isListPrice = estimate.basis === 'list';
  return (
    <span
      className={css['estimate']}
      title={isListPrice ? t('composer.listPriceHint', { day: PRICES_AS_OF }) : t('composer.serverPriceHint')}
    >
      {estimateWords(estimate)}
    </span>
  );
}
