import { ClipboardCopy, Copy, Download, Pencil, Repeat, Star, Trash2 } from 'lucide-react';
import type { ReactElement } from 'react';
import type { PictureEntry } from '@/utils/core/history/history';
import { canAskAgain } from '@/utils/core/job/job';
import { canShowOriginal } from '@/utils/core/picture/decode-limit';
import { t } from '@/utils/i18n/translate';
import { Button } from '../widgets/button';
import { againWords } from './again-words';
import css from './picture-viewer.module.css';

/** What a person can do with a picture besides looking at it. */
export interface EntryActions {
  readonly download: (entry: PictureEntry) => void;
  readonly setFavorite: (entry: PictureEntry, favorite: boolean) => void;
  readonly reuse: (entry: PictureEntry) => void;
  readonly drawAgain: (entry: PictureEntry) => void;
  readonly copyPrompt: (entry: PictureEntry) => void;
  readonly copyPicture: (entry: PictureEntry) => void;
  readonly remove: (entry: PictureEntry) => void;
}

interface ViewerActionsProps {
  readonly entry: PictureEntry;
  readonly on: EntryActions;
}

/** Everything that can be done with the picture in front. */
export function ViewerActions({ entry, on }: ViewerActionsProps): ReactElement {
  const { favorite } = entry.picture;
  return (
    <div className={css['actions']}>
      <Button aria-keyshortcuts="D" onClick={() => on.download(entry)}>
        <Download size={16} aria-hidden />
        {t('history.download')}
      </Button>
      <Button aria-pressed={favorite} aria-keyshortcuts="S" onClick={() => on.setFavorite(entry, !favorite)}>
        <Star size={16} fill={favorite ? 'currentColor' : 'none'} aria-hidden />
        {t('history.favorite')}
      </Button>
      <Button onClick={() => on.reuse(entry)}>
        <Pencil size={16} aria-hidden />
        {t('history.reuse')}
      </Button>
      {canAskAgain(entry.job) && (
        <Button title={againWords(entry.job)} onClick={() => on.drawAgain(entry)}>
          <Repeat size={16} aria-hidden />
          {t('viewer.again')}
        </Button>
      )}
      <Button aria-keyshortcuts="C" onClick={() => on.copyPrompt(entry)}>
        <Copy size={16} aria-hidden />
        {t('viewer.copyPrompt')}
      </Button>
      {canShowOriginal(entry.picture) && (
        <Button onClick={() => on.copyPicture(entry)}>
          <ClipboardCopy size={16} aria-hidden />
          {t('viewer.copyPicture')}
        </Button>
      )}
      <Button aria-keyshortcuts="Delete" onClick={() => on.remove(entry)}>
        <Trash2 size={16} aria-hidden />
        {t('history.delete')}
      </Button>
    </div>
  );
}
