import { Star } from 'lucide-react';
import { memo, type ReactElement } from 'react';
import { captionOf } from '@/utils/core/caption';
import type { PictureEntry } from '@/utils/core/history';
import { t } from '@/utils/i18n/translate';
import css from './picture-grid.module.css';
import { Thumbnail } from './thumbnail';

interface PictureTileProps {
  readonly id: string;
  /** Absent until it is read. */
  readonly entry: PictureEntry | undefined;
  readonly words: readonly string[];
  /** Its number in the list, from 1, and how many there are. */
  readonly position: number;
  readonly size: number;
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
  /** Whether Tab comes to this one: of all tiles it comes to one. */
  readonly isActive: boolean;
  /** Whether it belongs to the job the page was opened at. */
  readonly isHere: boolean;
  readonly onOpen: (id: string) => void;
}

/** One picture of the grid, at its place. */
export const PictureTile = memo(function PictureTile(props: PictureTileProps): ReactElement {
  const { id, entry, words, top, left, width, height } = props;
  return (
    <li
      className={css['tile']}
      style={{ insetBlockStart: top, insetInlineStart: left, width, height }}
      data-image-id={id}
      data-of-job={entry?.job.id}
      data-here={props.isHere ? '' : undefined}
      aria-posinset={props.position}
      aria-setsize={props.size}
    >
      <button
        type="button"
        className={css['open']}
        tabIndex={props.isActive ? 0 : -1}
        onClick={() => props.onOpen(id)}
      >
        <span className={css['frame']}>{entry && <Thumbnail pictureId={id} alt={entry.job.prompt} />}</span>
        <span className={css['caption']} dir="auto" aria-hidden>
          {entry &&
            captionOf(entry, words).map(({ text, found }, index) =>
              // oxlint-disable-next-line react/no-array-index-key -- parts of one text have nothing but their order
              found ? <mark key={index}>{text}</mark> : text,
            )}
        </span>
      </button>
      {entry?.picture.favorite && (
        <span className={css['star']} role="img" aria-label={t('history.favoriteMark')}>
          <Star size={15} fill="currentColor" aria-hidden />
        </span>
      )}
    </li>
  );
});
