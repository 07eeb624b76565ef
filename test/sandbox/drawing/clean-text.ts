/** No caption is longer, so nothing beyond is worth cleaning or measuring. Code units. */
const longest = 600;

/** Everything XML 1.0 forbids: control characters, lone surrogates, U+FFFE and U+FFFF. */
const forbidden = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** The beginning of a text on one line, without what XML cannot hold. Not escaped yet. */
export function cleanText(text: string): string {
  return text.slice(0, longest).replace(forbidden, '').replace(/\s+/gu, ' ').trim();
}

/** Text as XML character data. */
export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
