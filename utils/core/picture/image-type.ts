/** Raster formats a reply may hold. SVG is left out on purpose: it can carry scripts. */
export type ImageType = 'image/png' | 'image/jpeg' | 'image/webp' | 'image/gif' | 'image/avif';

const FILE_EXTENSIONS: Readonly<Record<ImageType, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/avif': 'avif',
};

function startsWith(bytes: Uint8Array, offset: number, ascii: string): boolean {
  for (let index = 0; index < ascii.length; index += 1) {
    if (bytes[offset + index] !== ascii.charCodeAt(index)) return false;
  }
  return true;
}

/**
 * Bytes by which every format is known. Only the list of brands of an ISO media file is longer than 16 bytes; encoders
 * write fewer than twenty.
 */
export const SIGNATURE_BYTES = 128;

/** Brands of AVIF pictures and sequences (AV1 Image File Format §6). */
const AVIF_BRANDS = ['avif', 'avis'] as const;

/** Places in the first box; the minor version stands between them. */
const MAJOR_BRAND = 8;
const COMPATIBLE_BRANDS = 16;

function namesAvif(bytes: Uint8Array, at: number): boolean {
  return AVIF_BRANDS.some((brand) => startsWith(bytes, at, brand));
}

/** Whether bytes begin as an ISO media file does: AVIF, HEIC and films differ in their brands only. */
export function isIsoMedia(bytes: Uint8Array): boolean {
  return startsWith(bytes, 4, 'ftyp');
}

/**
 * Whether the first box names AVIF as its major brand or as one of the compatible ones (ISO 14496-12 §4.3); decoders
 * accept both, and encoders write `mif1` as the major brand, too.
 */
function hasAvifBrand(bytes: Uint8Array): boolean {
  if (!isIsoMedia(bytes)) return false;
  const [a = 0, b = 0, c = 0, d = 0] = bytes;
  const size = ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
  const end = Math.min(size, bytes.length, SIGNATURE_BYTES);
  if (namesAvif(bytes, MAJOR_BRAND)) return true;
  for (let at = COMPATIBLE_BRANDS; at + 4 <= end; at += 4) {
    if (namesAvif(bytes, at)) return true;
  }
  return false;
}

/**
 * The format by the file's first {@link SIGNATURE_BYTES}, because servers label pictures wrongly; `undefined` for
 * anything that is not a raster picture.
 */
export function detectImageType(bytes: Uint8Array): ImageType | undefined {
  if (startsWith(bytes, 0, '\x89PNG\r\n\x1a\n')) return 'image/png';
  if (startsWith(bytes, 0, '\xff\xd8\xff')) return 'image/jpeg';
  if (startsWith(bytes, 0, 'RIFF') && startsWith(bytes, 8, 'WEBP')) return 'image/webp';
  if (startsWith(bytes, 0, 'GIF8')) return 'image/gif';
  if (hasAvifBrand(bytes)) return 'image/avif';
  return undefined;
}

/** Usual file name extension of a format, without the dot. */
export function fileExtension(type: ImageType): string {
  return FILE_EXTENSIONS[type];
}
