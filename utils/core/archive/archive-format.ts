import type { Job } from '../job/job';
import { fileExtension } from '../picture/image-type';
import type { Picture } from '../picture/picture';
import { promptTitle } from '../text/prompt';

/** What a manifest of ours calls itself. */
export const ARCHIVE_FORMAT = 'depict-archive';

/** Raised when an older Depict could not understand what is written; a newer archive is refused, never guessed at. */
export const ARCHIVE_VERSION = 1;

/** Everything that is known, for a program. */
export const MANIFEST_NAME = 'manifest.json';

/** The same for a person, without any program but a browser. */
export const PAGE_NAME = 'index.html';

/** The thumbnail of an archived picture. */
export interface ArchivedThumbnail {
  /** Name of its entry. */
  readonly path: string;
  readonly width: number;
  readonly height: number;
  readonly byteSize: number;
  /** Lower-case hexadecimal digest. */
  readonly sha256: string;
}

/** A picture in an archive; size and digest of its bytes are in its row. */
export interface ArchivedPicture {
  /** Name of the entry with the bytes exactly as received. */
  readonly path: string;
  /** Absent where none was kept. */
  readonly thumbnail?: ArchivedThumbnail;
  readonly picture: Picture;
}

/** The rows of a manifest. */
export interface Manifest {
  readonly jobs: readonly Job[];
  readonly pictures: readonly ArchivedPicture[];
}

/** Three bytes each in the longest scripts: with folder, id and ending below what file systems and ZIP tools take. */
const TITLE_LENGTH = 40;

/** Letters, their marks and digits are in no file system's list of refused characters. */
const NO_WORD = /[^\p{L}\p{M}\p{N}]+/gu;

/** Name of the entry of a picture: the beginning of its prompt, and its id so that no two are alike. */
export function picturePath({ id, type }: Pick<Picture, 'id' | 'type'>, prompt: string): string {
  const title = promptTitle(prompt.toWellFormed().replace(NO_WORD, ' ').trim(), TITLE_LENGTH).replace(
    '…',
    '',
  );
  return `pictures/${[title, id].filter(Boolean).join(' ')}.${fileExtension(type)}`;
}

/** Name of the entry of a picture's thumbnail. */
export function thumbnailPath(id: string): string {
  return `thumbnails/${id}.webp`;
}
