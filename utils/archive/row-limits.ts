/**
 * Bounds of the fields of rows in an archive, in both directions. Each is above what the product itself can write: servers'
 * words are cut at 40,000 characters (`string-capture.ts`), headings at 200 (`observe-selection.ts`).
 */
export const TEXT_LIMITS = {
  /** Prompts, selected words and notes, in UTF-16 units like all others. */
  words: 1_000_000,
  revisedPrompt: 40_000,
  tag: 10_000,
  title: 10_000,
  heading: 1000,
  /** What stands around a selection. */
  context: 1000,
  /** A model, or the value of a parameter. */
  value: 1000,
  /** What a server said of a failure. */
  detail: 10_000,
  /** An id, a code or a host. */
  name: 1000,
  address: 8000,
} as const;

/** Most items of a list. */
export const LIST_LIMITS = { headings: 100, tags: 1000, pictures: 100 } as const;

/** Largest numbers. */
export const NUMBER_LIMITS = {
  /** Attempts, retries, replies, pictures. */
  count: 1_000_000,
  /** Place of a picture in its job. */
  index: 9999,
  /** Characters of a page or a prompt. */
  characters: 1e12,
  status: 999,
  /** Pixels of an edge. */
  edge: 2 ** 31,
  compression: 100,
} as const;

/** Schemes of addresses that are kept: of a page that was open here, and of the web. */
const PAGE_SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:', 'file:']);

const WEB_SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:']);

function hasScheme(text: string, schemes: ReadonlySet<string>): boolean {
  const url = text.length <= TEXT_LIMITS.address ? URL.parse(text) : null;
  return url !== null && schemes.has(url.protocol);
}

/** Whether a text is the address of something on the web. */
export function isWebAddress(text: string): boolean {
  return hasScheme(text, WEB_SCHEMES);
}

/** Whether a text is the address of a page on the web or of a file; empty where the page has none. */
export function isPageAddress(text: string): boolean {
  return text === '' || hasScheme(text, PAGE_SCHEMES);
}
