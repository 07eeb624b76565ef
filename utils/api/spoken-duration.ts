import { asSeconds } from '../core/number/bounded';

/** Seconds of each unit of time, by the beginning of its word. */
const UNITS: readonly (readonly [word: RegExp, seconds: number])[] = [
  [/^(?:ms|milli|毫秒)/i, 0.001],
  [/^(?:s|秒)/i, 1],
  [/^(?:m|分)/i, 60],
  [/^(?:h|小时|时)/i, 3600],
  [/^(?:d|天|日)/i, 86_400],
];

/** One number with its unit; what follows the unit is no letter, so that `5 models` is no duration. */
const PART =
  '\\d{1,12}(?:\\.\\d{1,12})?\\s{0,3}(?:ms|milli(?:second)?s?|sec(?:ond)?s?|s|min(?:ute)?s?|m|h(?:ou)?rs?|h|days?|d|毫秒|秒钟?|分钟?|小时|时|天)(?![a-z])';

/** A duration in one or several units: `1m30s`, `2 minutes and 5 seconds`, `1分30秒`. */
const DURATION = `(?:${PART}(?:\\s{0,3}(?:,|and)?\\s{0,3})){1,5}`;

/** Sentences that say when to come back (English and Chinese); the limit itself ("5 per 1 minute") is no wait. */
const SENTENCES = [
  new RegExp(
    `(?:\\bagain|\\bretry(?:ing)?|\\bwait(?:ing)?|\\bresets?|\\bavailable)\\b["']?[^.。\\d]{0,40}?(${DURATION})`,
    'i',
  ),
  new RegExp(`(?:\\bin|\\bafter)\\s{1,3}(${DURATION})[^.。\\d]{0,20}?(?:try again|retry)`, 'i'),
  new RegExp(`(?:等待?|稍候|隔)[^。\\d]{0,6}?(${DURATION})`),
  new RegExp(`(${DURATION})\\s{0,3}(?:之|以)?[后後][^。\\d]{0,8}?(?:试|重置|恢复|请求|调用)`),
  new RegExp(`(?:试|重置|恢复)[^。\\d]{0,8}?(${DURATION})\\s{0,3}(?:之|以)?[后後]`),
];

/** Fields that repeat the header inside a text of JSON; without a unit they are seconds. */
const FIELD =
  /\bretry[-_ ]?(?:after|delay)(?:[-_ ]?(seconds|ms))?["']?\s{0,3}[:=]\s{0,3}["']?(\d[\dhms.]{0,24})(?=["'\s,;}]|$)/i;

/** A moment in a sentence: `after 2026-06-14T14:59:56Z`. */
const MOMENT =
  /\b(?:after|at|until|on)\s{1,3}(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d))/i;

/** The seconds of a duration in words, such as `1m30s`, `500ms`, `2 minutes`, `1分30秒`; 0 to 10⁶. */
export function durationSeconds(text: string): number | undefined {
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)\s*([a-z]+|[^\s\d.a-z]+)/gi)];
  const seconds = parts.map(([, number, word = '']) => {
    const unit = UNITS.find(([beginning]) => beginning.test(word));
    return unit && Number(number) * unit[1];
  });
  if (seconds.length === 0 || seconds.includes(undefined)) return undefined;
  return asSeconds(seconds.reduce<number>((sum, part) => sum + (part ?? 0), 0));
}

/** The seconds in a field: a number of them, or a duration (`"34s"`, Google's `retryDelay`). */
export function secondsIn(value: unknown): number | undefined {
  return asSeconds(value) ?? (typeof value === 'string' ? durationSeconds(value) : undefined);
}

/**
 * How many seconds a sentence asks to wait, in English or Chinese ("Please try again after 51.84 seconds",
 * "请在 30 秒后重试"); 0 to 10⁶.
 * @param now milliseconds since the epoch
 */
export function secondsInSentence(message: string, now: number): number | undefined {
  for (const sentence of SENTENCES) {
    const seconds = durationSeconds(sentence.exec(message)?.[1] ?? '');
    if (seconds !== undefined) return seconds;
  }
  const [, unit, field] = FIELD.exec(message) ?? [];
  const seconds = secondsIn(field);
  if (seconds !== undefined) return unit?.toLowerCase() === 'ms' ? seconds / 1000 : seconds;
  const moment = Date.parse(MOMENT.exec(message)?.[1] ?? '');
  return Number.isNaN(moment) ? undefined : asSeconds(Math.max(0, moment - now) / 1000);
}
