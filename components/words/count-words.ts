import { t, tCount } from '@/utils/i18n/translate';

function pictureWords(pictures: number, behind: number): string {
  const words = tCount('history.count', pictures);
  if (behind === pictures) return words;
  return t('filter.stackedCount', { stacks: words, pictures: tCount('history.count', behind) });
}

/**
 * How many pictures, and how many jobs that did not bring theirs; what there is none of is not spoken of.
 * @param behind how many pictures these stand for, where versions are stacked
 */
export function countWords(pictures: number, jobs: number, behind = pictures): string {
  const [some, unfinished] = [pictureWords(pictures, behind), tCount('history.jobCount', jobs)];
  if (jobs === 0) return some;
  return pictures === 0 ? unfinished : t('history.counts', { pictures: some, jobs: unfinished });
}
