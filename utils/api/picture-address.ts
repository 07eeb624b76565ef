import { holdsMask } from './clean-text';

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

/** The address of a picture inside Markdown, as chat models answer. */
export function markdownAddress(text: string): string | undefined {
  return text.includes('](http') ? MARKDOWN_ADDRESS.exec(text)?.[1] : undefined;
}
