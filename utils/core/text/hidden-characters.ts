/**
 * Characters that carry text without being seen: tags outside of flags (UTS #51 §5.3), and rows of variation selectors,
 * of which no letter takes more than one.
 */
const CARRIERS =
  /(?<!\u{1F3F4}[\u{E0020}-\u{E007F}]*)[\u{E0001}\u{E0020}-\u{E007F}]|[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]{3}/u;

/** Whether a text holds words that are written in characters without a form. */
export function holdsHiddenCharacters(text: string): boolean {
  return CARRIERS.test(text);
}
