import { t, tCount } from '@/utils/i18n/translate';

/** How many pictures, and how many jobs that did not bring theirs; what there is none of is not spoken of. */
export function countWords(pictures: number, jobs: number): string {
  const [some, unfinished] = [tCount('history.count', pictures), tCount('history.jobCount', jobs)];
  if (jobs === 0) return some;
  return pictures === 0 ? unfinished : t('history.counts', { pictures: some, jobs: unfinished });
}
