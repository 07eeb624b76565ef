import { Star } from 'lucide-react';
import type { ReactElement } from 'react';
import type { PictureEntry } from '@/utils/core/history';
import { t } from '@/utils/i18n/translate';
import css from './picture-grid.module.css';
import { Thumbnail } from './thumbnail';

interface PictureGridProps {
  readonly entries: readonly PictureEntry[];
  /** The job the page was opened at. */
  readonly job: string | undefined;
  readonly onOpen: (pictureId: string) => void;
}

/** The pictures as tiles, newest first. */
export function PictureGrid({ entries, job: here, onOpen }: PictureGridProps): ReactElement {
  return (
    // oxlint-disable-next-line jsx-a11y/no-redundant-roles -- browsers drop the role with the bullets otherwise
    <ul role="list" className={css['grid']} aria-label={t('history.images')}>
      {entries.map(({ picture, job }) => (
        <li
          key={picture.id}
          className={css['tile']}
          data-image-id={picture.id}
          data-of-job={job.id}
          data-here={job.id === here ? '' : undefined}
        >
          <button type="button" className={css['open']} onClick={() => onOpen(picture.id)}>
            <Thumbnail pictureId={picture.id} alt={job.prompt} />
            <span className={css['caption']} dir="auto" aria-hidden>
              {job.prompt}
            </span>
          </button>
          {picture.favorite && (
            <span className={css['star']} role="img" aria-label={t('history.favoriteMark')}>
              <Star size={15} fill="currentColor" aria-hidden />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
