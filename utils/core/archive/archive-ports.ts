import type { Job } from '../job/job';
import type { ImageType } from '../picture/image-type';
import type { Picture, Thumbnail } from '../picture/picture';
import type { PixelSize } from '../picture/pixel-size';

/** What archives are made of, and compared with. */
export interface ArchiveReader {
  /** Ids of all pictures that are not deleted, newest first. */
  allIds(): Promise<readonly string[]>;
  /** Rows of the pictures that are there, deleted ones included, in the order of the ids. */
  pictures(ids: readonly string[]): Promise<readonly Picture[]>;
  jobs(ids: readonly string[]): Promise<readonly Job[]>;
  /** The next jobs after an id, or the first ones, oldest first; none at the end. */
  jobsAfter(id: string | undefined): Promise<readonly Job[]>;
  /** The bytes exactly as received. */
  original(pictureId: string): Promise<Blob | undefined>;
  thumbnail(pictureId: string): Promise<Thumbnail | undefined>;
  /** How many of the pictures are there, and the bytes of their originals. */
  measure(ids: readonly string[]): Promise<TransferSize>;
  /** All pictures with one of these ids or digests, deleted ones included. */
  findSame(pictures: readonly Pick<Picture, 'id' | 'sha256'>[]): Promise<readonly Picture[]>;
  /** How many of these pictures are there with their bytes. */
  countPresent(ids: readonly string[]): Promise<number>;
  /** How many pictures there are that are not deleted. */
  count(): Promise<number>;
}

/** Lower-case hexadecimal SHA-256 of bytes; copies them before it returns, so that they may be given away then. */
export type Digest = (bytes: Uint8Array<ArrayBuffer>) => Promise<string>;

/** Width and height in the header of a picture; `undefined` where it cannot be read. */
export type ReadPixelSize = (bytes: Uint8Array<ArrayBuffer>, type: ImageType) => PixelSize | undefined;

/** What bytes come to. */
export interface Proof {
  /** CRC-32, as ZIP wants it. */
  readonly crc: number;
  /** Lower-case and hexadecimal. */
  readonly sha256: string;
}

/** Reads a blob once, and tells what its bytes come to; `undefined` where they cannot be read. */
export type Prove = (blob: Blob) => Promise<Proof | undefined>;

/** Pictures, and the bytes of their originals. */
export interface TransferSize {
  readonly pictures: number;
  readonly bytes: number;
}

/** How far a transfer has come. */
export interface TransferProgress {
  readonly done: TransferSize;
  readonly total: TransferSize;
}

/** What accompanies a transfer: where it tells how far it is, and what ends it. */
export interface TransferWatch {
  readonly onProgress: (progress: TransferProgress) => void;
  readonly signal: AbortSignal;
}
