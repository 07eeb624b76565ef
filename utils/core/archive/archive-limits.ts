/**
 * What an archive may claim at most. Each is far above what a history of 100,000 pictures needs, and far below what would
 * bring a page down.
 */
export const ARCHIVE_LIMITS = {
  entries: 1_000_000,
  /** Bytes of a name. */
  nameBytes: 512,
  /** Bytes of the list of entries, which is read as a whole. */
  directoryBytes: 256 * 1024 * 1024,
  /** Bytes of the manifest. */
  manifestBytes: 400 * 1024 * 1024,
  /**
   * Characters of one row of the manifest. A usual row has 500 to 1500; the longest has a prompt of a million characters in
   * three places, each written as an escape of six.
   */
  rowLength: 20_000_000,
  /** Jobs, most of them with pictures. */
  jobs: 500_000,
  /** Bytes of one picture. A server’s whole reply may have no more (`reply-size`). */
  pictureBytes: 512 * 1024 * 1024,
  /** Bytes of a thumbnail. */
  thumbnailBytes: 4 * 1024 * 1024,
  /** How many times larger than its packed bytes an entry may be: pictures hardly shrink. */
  ratio: 200,
  /** The same for the manifest: rows shrink by ten to twenty times. */
  manifestRatio: 40,
  /** Bytes up to which a manifest may have any ratio: the same long prompt in every row shrinks to nearly nothing. */
  smallManifestBytes: 16 * 1024 * 1024,
} as const;

/** A folder above, no folder at all, an empty one, or one that means itself. */
const ODD_SEGMENTS = new Set(['..', '.', '']);

/**
 * Whether a name could lead out of a folder, be something else on another system, or be another name to a person than to
 * a program. We never write an entry to a file by its name, but who unpacks the archive elsewhere does.
 */
export function isUnsafeName(name: string): boolean {
  // A folder's own entry ends with a slash.
  const segments = name.replace(/\/$/, '').split('/');
  return (
    segments.some((segment) => ODD_SEGMENTS.has(segment)) ||
    /[\\\p{Cc}\u202A-\u202E\u2066-\u2069]|^[a-z]:/iu.test(name)
  );
}
