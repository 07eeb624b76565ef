import { Star } from 'lucide-react';
import { memo, type MouseEvent, type ReactElement } from 'react';
import { captionOf } from '@/utils/core/history/caption';
import type { PictureEntry } from '@/utils/core/history/history';
import { excerpt } from '@/utils/core/text/excerpt';
import { t } from '@/utils/i18n/translate';
import { Thumbnail } from '../widgets/thumbnail';
import { tileStyle, type TilePlace } from './grid-tile';
import css from './picture-grid.module.css';
import type { Choice } from './use-selection';
import { VersionBadge } from './version-badge';

interface PictureTileProps extends TilePlace {
  readonly id: string;
  /** Absent until it is read. */
  readonly entry: PictureEntry | undefined;
  readonly words: readonly string[];
  /** Whether it belongs to the job the page was opened at. */
  readonly isHere: boolean;
  readonly isChosen: boolean;
  /** Whether anything is chosen: a click then chooses, and does not open. */
  readonly isChoosing: boolean;
  /** How many versions it stands for; absent where it stands for itself. */
  readonly versions?: number | undefined;
  readonly onOpen: (id: string) => void;
  readonly onChoose: (id: string, how: Choice) => void;
}

/** Enough of a prompt to tell one picture from the others, in UTF-16 units. */
const NAME_LENGTH = 80;

/** One picture of the grid, at its place. */
export const PictureTile = memo(function PictureTile(props: PictureTileProps): ReactElement {
  const { id, entry, words, isChosen, isChoosing, onOpen, onChoose } = props;
  // Told with the picture: who goes from tile to tile does not come by them.
  const [versionsId, starId] = [`versions-${id}`, `star-${id}`];
  const marks = [
    ...(props.versions === undefined ? [] : [versionsId]),
    ...(entry?.picture.favorite ? [starId] : []),
  ];
  const click = ({ detail, shiftKey, ctrlKey, metaKey }: MouseEvent): void => {
    if (shiftKey) onChoose(id, 'stretch');
    // The keyboard opens at any time: it has a key of its own to choose with.
    else if (ctrlKey || metaKey || (isChoosing && detail > 0)) onChoose(id, 'one');
    else onOpen(id);
  };
  return (
    <li
      className={css['tile']}
      style={tileStyle(props)}
      data-item={id}
      data-image-id={id}
      data-of-job={entry?.job.id}
      data-here={props.isHere ? '' : undefined}
      data-chosen={isChosen ? '' : undefined}
      aria-posinset={props.position}
      aria-setsize={props.size}
    >
      <button
        type="button"
        className={css['open']}
        tabIndex={props.isActive ? 0 : -1}
        aria-describedby={marks.join(' ') || undefined}
        onClick={click}
      >
        <span className={css['frame']}>
          {entry && <Thumbnail pictureId={id} alt={excerpt(entry.job.prompt)} picture={entry.picture} />}
        </span>
        <span className={css['caption']} dir="auto" aria-hidden>
          {entry &&
            captionOf(entry, words).map(({ text, found }, index) =>
              // oxlint-disable-next-line react/no-array-index-key -- parts of one text have nothing but their order
              found ? <mark key={index}>{text}</mark> : text,
            )}
        </span>
      </button>
      {entry && (
        <input
          type="checkbox"
          className={css['choose']}
          tabIndex={props.isActive ? 0 : -1}
          checked={isChosen}
          aria-label={t('selection.choose', {
            prompt: entry.job.prompt.slice(0, NAME_LENGTH).toWellFormed(),
          })}
          onChange={({ nativeEvent }) =>
            onChoose(
              id,
              nativeEvent instanceof globalThis.MouseEvent && nativeEvent.shiftKey ? 'stretch' : 'one',
            )
          }
        />
      )}
      {props.versions !== undefined && <VersionBadge id={versionsId} count={props.versions} />}
      {entry?.picture.favorite && (
        <span id={starId} className={css['star']} role="img" aria-label={t('history.favoriteMark')}>
          <Star size={15} fill="currentColor" aria-hidden />
        </span>
      )}
    </li>
  );
});
