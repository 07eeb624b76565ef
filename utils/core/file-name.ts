import { fileExtension } from './image-type';
import type { Picture } from './picture';
import { promptTitle } from './prompt';

/** Long enough to be told apart, short enough for every file system even in three-byte scripts. */
const TITLE_LENGTH = 60;

/** Characters some file system refuses. */
const REFUSED = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}]/gu;

/** Dots at the beginning would hide the file. */
const LEADING_DOTS = /^[.\s]+/;

/** Name for a downloaded picture: the beginning of its prompt, and enough of its id to be unique. */
export function pictureFileName(picture: Picture, prompt: string): string {
  const title = promptTitle(prompt, TITLE_LENGTH)
    .replace(REFUSED, ' ')
    .replace(/\s+/g, ' ')
    .replace(LEADING_DOTS, '')
    .trim();
  return `${title || 'Depict'} ${picture.id.slice(-8)}.${fileExtension(picture.type)}`;
}
