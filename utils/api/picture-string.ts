import { detectImageType, SIGNATURE_BYTES } from '../core/picture/image-type';
import { createBase64Decoder } from './decode-base64';

/** A `data:` address of base64 up to its comma. */
const DATA_PREFIX = /^\s*data:[^,"]{0,120};base64,/i;

/** A picture inside Markdown, as chat models answer. */
const MARKDOWN_PREFIX = /^[^]{0,120}!\[[^\]]{0,60}\]\(data:image\/[\w.+-]{1,30};base64,/i;

/** The only first digits that base64 of PNG, JPEG, WebP, GIF and AVIF has, in both alphabets. */
const FIRST_DIGIT = /^\s*[iUR/_A]/;

/** As many digits as give the bytes by which every format is known. */
const SIGNATURE_LENGTH = Math.ceil((SIGNATURE_BYTES * 4) / 3);

const BASE64 = /^[\w+/=\s-]*$/;

/** Fields that hold base64 by their documentation, so that it needs no known beginning (image-api §1.5, §1.7, §3.3). */
const BASE64_FIELDS: ReadonlySet<string> = new Set([
  'b64_json',
  'b64',
  'base64',
  'image_base64',
  'partial_image_b64',
  'bytesBase64Encoded',
  'imageBytes',
]);

function beginsAsPicture(base64: string): boolean {
  if (!FIRST_DIGIT.test(base64)) return false;
  const decoder = createBase64Decoder();
  decoder.add(base64.trimStart().slice(0, SIGNATURE_LENGTH));
  return detectImageType(decoder.decoded()) !== undefined;
}

/**
 * Where the base64 of a picture begins in a string of a reply; `undefined` where it holds none. A string that begins as
 * a picture is one whatever its field is called, as relays put pictures into many fields; another one only in a field
 * for base64 or behind a `data:` prefix.
 * @param head the first characters of the string, or all of it
 * @param isForBase64 whether its field is for base64
 */
export function pictureOffset(head: string, isForBase64: boolean): number | undefined {
  const [markdown] = MARKDOWN_PREFIX.exec(head) ?? [];
  if (markdown !== undefined) return markdown.length;
  const [prefix = ''] = DATA_PREFIX.exec(head) ?? [];
  const base64 = head.slice(prefix.length);
  if (beginsAsPicture(base64)) return prefix.length;
  const mayBePicture = prefix !== '' || isForBase64;
  return mayBePicture && base64.trim() !== '' && BASE64.test(base64) ? prefix.length : undefined;
}

/** Whether a field is for base64, so that a text in it is a picture that cannot be read. */
export function isBase64Field(key: string | undefined): boolean {
  return key !== undefined && BASE64_FIELDS.has(key);
}
