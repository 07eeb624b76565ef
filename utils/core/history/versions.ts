import type { Job } from '../job/job';
import { fingerprint } from '../text/fingerprint';

/**
 * What versions of one passage have in common, as two numbers: a hundred thousand long texts would fill the memory of the
 * page that looks for them.
 */
export interface VersionKey {
  /** Tells page and quote, or the words of a typed prompt. */
  readonly subject: number;
  /** Tells what stands before the quote; `UNKNOWN` where no script could look. */
  readonly context: number;
}

/** What stands before a quote is not known: it may be any of the equal quotes on its page. */
const UNKNOWN = 0;

/** Typed words stand on no page. */
const TYPED = 1;

/** Words that differ in case, width and white space only are the same words. */
function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

/** What tells the versions of a passage, or of a typed prompt, from other pictures. */
export function versionKey({ passage, prompt }: Job): VersionKey {
  if (!passage || passage.quote.trim() === '') return { subject: fingerprint(plain(prompt)), context: TYPED };
  const [page = ''] = passage.pageUrl.split('#');
  const before = plain(passage.before);
  return {
    subject: fingerprint(`${page}\n${plain(passage.quote)}`),
    context: before === '' ? UNKNOWN : fingerprint(before),
  };
}

/** Says which group of versions a key belongs to: equal numbers are one group. */
export type GroupOf = (key: VersionKey) => number;

/**
 * Groups keys: those with the same subject, apart by what stands before the quote. Where that is not known, a picture
 * goes with the first of which it is known.
 */
export function groupVersions(keys: readonly VersionKey[]): GroupOf {
  const open = new Set<number>();
  for (const { subject, context } of keys) if (context === UNKNOWN) open.add(subject);
  const first = new Map<number, number>();
  for (const { subject, context } of keys) {
    if (context !== UNKNOWN && open.has(subject) && !first.has(subject)) first.set(subject, context);
  }
  return ({ subject, context }) =>
    subject + (context === UNKNOWN ? (first.get(subject) ?? UNKNOWN) : context);
}
