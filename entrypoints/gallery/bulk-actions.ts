import type { BulkActions } from '@/components/history/told-actions';
import type { PictureListReader } from '@/utils/core/history/history';
import { ask } from '@/utils/messaging/client';

/** Rows that are read at a time: with very many, no more than these are in memory. */
const WINDOW = 500;

/** What can be done with many pictures at once, as intents for the background. */
export function bulkActions({ entries }: PictureListReader): BulkActions {
  return {
    setFavorite: (ids, favorite) => ask({ type: 'setFavorite', pictureIds: [...ids], favorite }),
    addTags: (ids, tags) => ask({ type: 'addTags', pictureIds: [...ids], tags: [...tags] }),
    remove: (ids) => ask({ type: 'deletePictures', pictureIds: [...ids] }),
    restore: (ids) => ask({ type: 'restorePictures', pictureIds: [...ids] }),
    async copyPrompts(ids) {
      const prompts = new Set<string>();
      for (let from = 0; from < ids.length; from += WINDOW) {
        const rows = await entries(ids.slice(from, from + WINDOW));
        for (const { job } of rows) prompts.add(job.prompt);
      }
      await navigator.clipboard.writeText([...prompts].join('\n\n'));
      return prompts.size;
    },
  };
}
