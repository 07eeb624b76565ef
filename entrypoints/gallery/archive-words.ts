import type { ArchivePageWords } from '@/utils/core/archive/archive-page';
import { t, tCount } from '@/utils/i18n/translate';

/** Name of the file of an archive, with the local day: `Depict 2026-11-25, 312 pictures.zip`. */
export function archiveName(pictures: number): string {
  const now = new Date();
  const [month, day] = [now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'));
  return `Depict ${now.getFullYear()}-${month}-${day}, ${tCount('history.count', pictures)}.zip`;
}

/** The words of the page in an archive, in the language of this one. */
export function pageWords(pictures: number): ArchivePageWords {
  const { lang: language, dir: direction } = document.documentElement;
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const time = (milliseconds: number): string => format.format(milliseconds);
  return {
    language,
    direction,
    title: t('extension.name'),
    about: t('transfer.pageAbout', { pictures: tCount('history.count', pictures), time: time(Date.now()) }),
    source: t('transfer.pageSource'),
    time,
  };
}
