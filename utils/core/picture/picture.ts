import type { ImageType } from './image-type';

/** One kept picture, without its bytes. Times are milliseconds since the epoch. */
export interface Picture {
  /** UUIDv7: the order of ids is the order of arrival. */
  readonly id: string;
  readonly jobId: string;
  /** Place among the pictures of the job, from 0. */
  readonly index: number;
  readonly type: ImageType;
  /**
   * Pixels, as decoded: some servers draw another size than the one asked for. Of a picture that was not decoded, as
   * its header says, and 0 where the header cannot be read.
   */
  readonly width: number;
  readonly height: number;
  /** Set where the bytes were kept without decoding them, as that would take too much memory; there is no thumbnail. */
  readonly undecoded?: true;
  readonly byteSize: number;
  /** Lower-case hexadecimal digest of the bytes as received. */
  readonly sha256: string;
  readonly revisedPrompt?: string;
  readonly favorite: boolean;
  /** A person's own words to find it by, each once; absent where there are none. */
  readonly tags?: readonly string[];
  /** What a person wrote down about it; absent where there is nothing. */
  readonly note?: string;
  readonly createdAt: number;
  /** Set while a deleted picture is in the trash. */
  readonly deletedAt?: number;
}

/** A small WebP of a picture; an ArrayBuffer, because small ones are read three times faster than Blobs. */
export interface Thumbnail {
  readonly bytes: ArrayBuffer;
  readonly width: number;
  readonly height: number;
}

/** A picture, and its thumbnail where it was decoded. `original` is set where its bytes are not stored yet. */
export interface NewPicture {
  readonly picture: Picture;
  readonly thumbnail?: Thumbnail;
  readonly original?: Blob;
}

/** A picture that brings its bytes. */
export type WholePicture = NewPicture & Required<Pick<NewPicture, 'original'>>;

/** Bytes as they came, to be stored under the id of the picture to be. */
export interface ArrivedBytes {
  readonly id: string;
  readonly bytes: Blob;
}
