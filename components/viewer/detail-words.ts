import type { Job } from '@/utils/core/job/job';
import type { ChoiceParameter } from '@/utils/core/model/generation-parameters';
import { t } from '@/utils/i18n/translate';
import { choiceWords } from '../words/choice-words';

/** What the server says it used; it says nothing of style and moderation. */
function toldBy({ reply }: Job, parameter: ChoiceParameter): string | undefined {
  if (parameter === 'style' || parameter === 'moderation') return undefined;
  return reply?.actual[parameter === 'output_format' ? 'outputFormat' : parameter];
}

/** What was used, and what was asked for where the server chose otherwise; whichever is known where only one is. */
export function parameterWords(job: Job, parameter: ChoiceParameter): string | undefined {
  const asked = job.parameters[parameter];
  const told = toldBy(job, parameter);
  const value = told ?? asked;
  if (value === undefined) return undefined;
  if (asked === undefined || asked === value) return choiceWords(value);
  return t('details.asked', { value: choiceWords(value), asked: choiceWords(asked) });
}

/** Tokens as the server counted them, and of which kind where it tells. */
export function usageWords({ reply }: Job): string {
  const usage = reply?.usage ?? {};
  const { totalTokens: total, inputTokens: input = 0, outputTokens: output = 0 } = usage;
  if (total === undefined) return t('details.usageUnknown');
  const words = t('details.usageValue', { total, input, output });
  const { outputImageTokens: image, outputTextTokens: text = 0 } = usage;
  return image === undefined || text === 0 ? words : `${words}\n${t('details.usageSplit', { image, text })}`;
}

function secondsWords(from: number | undefined, to: number | undefined): string | undefined {
  if (from === undefined || to === undefined) return undefined;
  return t('details.seconds', { seconds: ((to - from) / 1000).toFixed(1) });
}

/** How long the server took. */
export function durationWords({ startedAt, finishedAt }: Job): string | undefined {
  return secondsWords(startedAt, finishedAt);
}

/** Shorter waits are nobody's concern, in milliseconds. */
const WORTH_TELLING_MS = 1000;

/** How long the job waited for its turn since it was last asked for; absent where it hardly did. */
export function waitingWords({
  createdAt,
  queuedAt = createdAt,
  startedAt = queuedAt,
}: Job): string | undefined {
  return startedAt - queuedAt < WORTH_TELLING_MS ? undefined : secondsWords(queuedAt, startedAt);
}
