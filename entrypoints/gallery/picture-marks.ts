import type { NoteCallbacks } from '@/components/viewer/picture-notes';
import type { PictureActions } from '@/components/viewer/viewer-at-place';
import { request } from '../popup/job-callbacks';

/** What a person marks a picture with, as intents for the background. */
export const pictureMarks: Pick<PictureActions, 'setFavorite' | keyof NoteCallbacks> = {
  setFavorite({ picture }, favorite) {
    request({ type: 'setFavorite', pictureIds: [picture.id], favorite });
  },
  setTags({ picture }, tags) {
    request({ type: 'setTags', pictureId: picture.id, tags: [...tags] });
  },
  setNote({ picture }, note) {
    request({ type: 'setNote', pictureId: picture.id, note });
  },
};
