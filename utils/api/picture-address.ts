import { holdsMask } from './clean-text';
import { asObject, asText, type JsonObject } from './json-value';

/** Longest address that is kept, in characters; signed ones are about a thousand. */
const ADDRESS_LIMIT = 8000;

const MARKDOWN_ADDRESS = /!\[[^\]]{0,200}\]\((https?:\/\/[^\s)]{1,8000})\)/i;

/**
 * An address as servers write it, made absolute; one without host belongs to the API's own origin. `undefined` for
 * anything but http(s).
 */
export function absoluteAddress(address: string, baseUrl: string): string | undefined {
  const text = address.trim();
  if (text === '' || text.length > ADDRESS_LIMIT || holdsMask(text)) return undefined;
  const url = URL.parse(text, new URL(baseUrl).origin);
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  // A signed address must stay as it was written, so the parsed form is used only where there was no host.
  return /^https?:\/\//i.test(text) ? text : url.href;
}

/** An address that is absolute as it stands. */
export function isAbsolute(text: string): boolean {
  return /^https?:\/\/[^\s"'<>]+$/i.test(text.trim()) && text.length <= ADDRESS_LIMIT;
}

/** The address in one entry of a list of pictures (image-api §3.3); some relays write it in the field for base64. */
export function entryAddress(entry: JsonObject): string | undefined {
  const image = entry['image_url'];
  const base64 = asText(entry['b64_json']);
  return (
    asText(entry['url']) ??
    asText(asObject(image)?.['url']) ??
    asText(image) ??
    (base64 !== undefined && isAbsolute(base64) ? base64 : undefined)
  );
}

/** The address of a picture inside Markdown, as chat models answer. */
export function markdownAddress(text: string): string | undefined {
  return text.includes('](http') ? MARKDOWN_ADDRESS.exec(text)?.[1] : undefined;
}
