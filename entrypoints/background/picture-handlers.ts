import type { Handlers } from '@/utils/messaging/protocol';
import type { Parts } from './parts';

type PictureHandlers = Pick<
  Handlers,
  'deletePicture' | 'restorePicture' | 'emptyTrash' | 'setFavorite' | 'setTags' | 'setNote'
>;

/** Intents about kept pictures. */
export function createPictureHandlers({ pictures, now }: Parts): PictureHandlers {
  return {
    deletePicture: ({ pictureId }) => pictures.delete(pictureId, now()).then(() => null),
    restorePicture: ({ pictureId }) => pictures.restore(pictureId).then(() => null),
    emptyTrash: ({ deletedUntil }) => pictures.emptyTrash(deletedUntil).then((removed) => ({ removed })),
    setTags: ({ pictureId, tags }) => pictures.setTags(pictureId, tags).then(() => null),
    setNote: ({ pictureId, note }) => pictures.setNote(pictureId, note).then(() => null),
    setFavorite: ({ pictureId, favorite }) => pictures.setFavorite(pictureId, favorite).then(() => null),
  };
}
