import type { HistoryIndex } from '@/utils/core/history/history-index';
import { TRASH_DAYS } from '@/utils/core/history/trash';
import { tCount } from '@/utils/i18n/translate';
import type { ToastControl } from '../widgets/use-toast';

/** What can be done with any number of pictures. Each settles when it is done. */
export interface BulkActions {
  readonly setFavorite: (ids: readonly string[], favorite: boolean) => Promise<unknown>;
  readonly addTags: (ids: readonly string[], tags: readonly string[]) => Promise<unknown>;
  /** Copies their prompts, one below the other, and answers how many there are. */
  readonly copyPrompts: (ids: readonly string[]) => Promise<number>;
  readonly remove: (ids: readonly string[]) => Promise<unknown>;
  readonly restore: (ids: readonly string[]) => Promise<unknown>;
}

/** The same as a person asks for it, by button or key: what it comes to is said. */
export interface ToldActions {
  /** Favorites are none any more where all are; otherwise all become favorites. */
  readonly toggleFavorite: (ids: readonly string[]) => void;
  readonly addTags: (ids: readonly string[], tags: readonly string[]) => void;
  readonly copyPrompts: (ids: readonly string[]) => void;
  /** One as the file it is, several as a ZIP. */
  readonly download: (ids: readonly string[]) => void;
  /** To the trash, with a way back. */
  readonly remove: (ids: readonly string[]) => void;
}

/** Whether all of these are favorites, as far as is known. */
export function areFavorites(index: HistoryIndex, ids: readonly string[]): boolean {
  return ids.every((id) => index.get(id)?.favorite);
}

/** Says what becomes of actions. */
export function tellOfActions(
  bulk: BulkActions,
  toast: ToastControl,
  index: HistoryIndex,
  download: ToldActions['download'],
): ToldActions {
  return {
    download,
    toggleFavorite(ids) {
      const favorite = !areFavorites(index, ids);
      const words = tCount(favorite ? 'selection.starred' : 'selection.unstarred', ids.length);
      toast.sayDone(bulk.setFavorite(ids, favorite), words);
    },
    addTags(ids, tags) {
      const words = tCount('selection.tagged', ids.length, { tags: tags.join(', ') });
      toast.sayDone(bulk.addTags(ids, tags), words);
    },
    copyPrompts(ids) {
      const copied = bulk.copyPrompts(ids).then((prompts) => toast.say(tCount('selection.copied', prompts)));
      copied.catch(toast.sayFailure);
    },
    remove(ids) {
      const words = tCount('history.deleted', ids.length, { days: TRASH_DAYS });
      toast.sayDone(bulk.remove(ids), words, () => bulk.restore(ids));
    },
  };
}
