import type { Handlers } from '@/utils/messaging/protocol';
import type { Parts } from './parts';

type PictureHandlers = Pick<
  Handlers,
  'deletePictures' | 'restorePictures' | 'emptyTrash' | 'setFavorite' | 'setTags' | 'addTags' | 'setNote'
>;

/** Intents about kept pictures. */
export function createPictureHandlers({ pictures, now }: Parts): PictureHandlers {
  return {
    deletePictures: ({ pictureIds }) => pictures.delete(pictureIds, now()).then(() => null),
    restorePictures: ({ pictureIds }) => pictures.restore(pictureIds).then(() => null),
    emptyTrash: ({ deletedUntil }) => pictures.emptyTrash(deletedUntil).then((removed) => ({ removed })),
    setTags: ({ pictureId, tags }) => pictures.setTags(pictureId, tags).then(() => null),
    setNote: ({ pictureId, note }) => pictures.setNote(pictureId, note).then(() => null),
    addTags: ({ pictureIds, tags }) => pictures.addTags(pictureIds, tags).then(() => null),
    setFavorite: ({ pictureIds, favorite }) => pictures.setFavorite(pictureIds, favorite).then(() => null),
  };
}
