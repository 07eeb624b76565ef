/** Where the words of a prompt come from, exactly enough to find them again. */
export interface Passage {
  /** The selected words as they stand on the page, line breaks kept. */
  readonly quote: string;
  /** Up to 64 characters before and after the quote, to tell equal quotes apart. */
  readonly before: string;
  readonly after: string;
  /** Titles of the headings above the quote, outermost first. */
  readonly headings: readonly string[];
  readonly pageTitle: string;
  /** Address of the page without credentials. */
  readonly pageUrl: string;
  /** BCP 47 tag the page declares, or empty. */
  readonly language: string;
  /** How much text of the page stands before the quote, in UTF-16 units: tells which of two is read first. */
  readonly position?: number;
}

/** What a script in the page saw of the selection; `null` where no script may run. */
export interface ObservedSelection {
  /** The words, without readings above them (ruby). */
  readonly text: string;
  /** The words as the browser gives them; absent where that is the same. */
  readonly displayed?: string;
  readonly before: string;
  readonly after: string;
  readonly headings: readonly string[];
  readonly language: string;
  /** Absent in a text field: it is no place in the page's text. */
  readonly position?: number;
  /** Whether a reader does not see some of the words on the page. */
  readonly hasHiddenText?: boolean;
}

/** A selection with where it is from. */
export interface FoundSelection {
  readonly passage: Passage;
  readonly hasHiddenText: boolean;
}

/**
 * Chrome's menu hands the selection over with line breaks collapsed and each lone surrogate as three U+FFFD; Firefox
 * cuts it at 16,384 characters. Comparing what is left without those tells whether a script saw the same words.
 */
function skeleton(text: string): string {
  return text.replace(/\p{Surrogate}|\uFFFD|\s/gu, '');
}

/** Longest text Firefox hands to a menu listener, in UTF-16 units. */
const FIREFOX_MENU_TEXT_LIMIT = 16_384;

/**
 * The words to draw: what the script saw when it is the same selection (it keeps the line breaks and is never cut),
 * otherwise what the menu handed over.
 */
export function chooseSelection(observed: ObservedSelection | null, menuText: string): string {
  if (observed === null) return menuText;
  const seen = skeleton(observed.displayed ?? observed.text);
  const handed = skeleton(menuText);
  const cutByFirefox = menuText.length >= FIREFOX_MENU_TEXT_LIMIT && seen.startsWith(handed);
  return seen === handed || cutByFirefox ? observed.text : menuText;
}

/** Address of a page, without the credentials some addresses carry. */
export function withoutCredentials(address: string): string {
  const url = URL.parse(address);
  if (!url) return '';
  url.username = '';
  url.password = '';
  return url.href;
}

/** A longer quote is told by its beginning and its end, in UTF-16 units. */
const LONGEST_SHOWN = 400;

const SHOWN_END = 120;

/** A quote as it is shown beside other things: whole, or its beginning and its end where it is long. */
export function quoteExcerpt(quote: string): string {
  if (quote.length <= LONGEST_SHOWN) return quote;
  const beginning = quote.slice(0, LONGEST_SHOWN - SHOWN_END).replace(/\S{0,30}$/u, '');
  const end = quote.slice(-SHOWN_END).replace(/^\S{0,30}/u, '');
  return `${beginning.trimEnd()} … ${end.trimStart()}`.toWellFormed();
}
