import { ArchiveError } from '../core/archive/archive-defect';

/**
 * A piece of a file.
 * @throws ArchiveError `unreadable` where the file is gone, or was changed since it was chosen
 */
export async function readBytes(file: Blob, start: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await file.slice(start, end).arrayBuffer());
  } catch (thrown) {
    throw new ArchiveError('unreadable', '', { cause: thrown });
  }
}
