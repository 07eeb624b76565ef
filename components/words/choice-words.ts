import { t, type MessageKey } from '@/utils/i18n/translate';

/** Words for the values the API names; sizes and values unknown to us stand for themselves. */
const CHOICE_WORDS: Readonly<Record<string, MessageKey>> = {
  auto: 'choice.auto',
  low: 'choice.low',
  medium: 'choice.medium',
  high: 'choice.high',
  xhigh: 'choice.xhigh',
  max: 'choice.max',
  standard: 'choice.standard',
  hd: 'choice.hd',
  transparent: 'choice.transparent',
  opaque: 'choice.opaque',
  vivid: 'choice.vivid',
  natural: 'choice.natural',
};

/** A value of a parameter as a person reads it. */
export function choiceWords(value: string): string {
  const key = CHOICE_WORDS[value];
  return key ? t(key) : value.replace(/^(\d+)x(\d+)$/, '$1 × $2');
}
