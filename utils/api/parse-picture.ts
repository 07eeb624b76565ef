import type { ReplyPicture } from '../core/request/image-reply';
import { decodeBase64, type DecodePicture } from './decode-base64';
import { asObject, asText, present } from './json-value';

/**
 * An address as servers write it, made absolute. A `data:` address holds the bytes; one without host belongs to the
 * API's own origin.
 */
function parseAddress(
  address: string,
  baseUrl: string,
  decode: DecodePicture,
): ReplyPicture['source'] | undefined {
  if (/^data:/i.test(address)) {
    const bytes = decode(address);
    return bytes && { kind: 'bytes', bytes };
  }
  const url = URL.parse(address, new URL(baseUrl).origin);
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  // A signed address must stay as it was written, so the parsed form is used only where there was no host.
  return { kind: 'address', address: /^https?:\/\//i.test(address) ? address : url.href };
}

/**
 * One entry of a reply's list (image-api §3.3, addresses): base64 where there is any, otherwise the address.
 * @param decode gives the bytes of base64
 * @returns `absent` for an entry without a picture, `unreadable` for one that is neither base64 nor an address
 */
export function parsePicture(
  value: unknown,
  baseUrl: string,
  decode: DecodePicture = decodeBase64,
): ReplyPicture | 'absent' | 'unreadable' {
  const entry = asObject(value);
  const image = entry?.['image_url'];
  const base64 = asText(entry?.['b64_json']);
  const address =
    asText(entry?.['url']) ?? asText(asObject(image)?.['url']) ?? asText(image) ?? asText(value);
  if (base64 === undefined && address === undefined) return 'absent';
  const bytes = base64 === undefined ? undefined : decode(base64);
  const elsewhere = address === undefined ? undefined : parseAddress(address, baseUrl, decode);
  const source: ReplyPicture['source'] | undefined = bytes ? { kind: 'bytes', bytes } : elsewhere;
  return source ? { source, ...present({ revisedPrompt: asText(entry?.['revised_prompt']) }) } : 'unreadable';
}
