import type { Passage } from './passage';
import { wordsIn, type TextWords } from './text-words';

/** Up to so many characters a quote is looked for as it stands; a longer one by its first and last words. */
const LONGEST_EXACT = 150;

/** Words that stand for each end of a long quote: enough to be found nowhere else. */
const END_WORDS = 6;

/** Words of what surrounds a quote. More would more often reach into another paragraph, where they match nothing. */
const CONTEXT_WORDS = 3;

/** A quote of more characters hardly stands twice on a page, and is found without what surrounds it. */
const LONGEST_WITH_CONTEXT = 300;

/** A quote of fewer words stands in too many places to be looked for without what surrounds it. */
const TELLING_WORDS = 3;

/** As much is kept of what surrounds a quote; where it is so long, the word at its far edge may be a part of one. */
const KEPT_CONTEXT = 64;

/**
 * Ends of sentences: what lies beyond one may be another paragraph, and words of two paragraphs match nothing. Programs
 * write pages without a space between paragraphs.
 */
const SENTENCE_END = /(?:[。！？]|[.!?…](?=["'”’»」』)]*(?:\s|\p{Lu}|$)))["'”’»」』)]*\s*/gu;

/** What begins a text directive in the fragment of an address (https://wicg.github.io/scroll-to-text-fragment/). */
const DELIMITER = ':~:';

/** The parts of a text directive. */
interface TextDirective {
  readonly prefix?: string | undefined;
  readonly start: string;
  readonly end?: string | undefined;
  readonly suffix?: string | undefined;
}

/** A hyphen, a comma and an ampersand have a meaning inside a directive, and only as themselves. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll('-', '%2D');
}

function writeDirective({ prefix, start, end, suffix }: TextDirective): string {
  const parts = [
    prefix === undefined ? [] : `${encode(prefix)}-`,
    encode(start),
    end === undefined ? [] : encode(end),
    suffix === undefined ? [] : `-${encode(suffix)}`,
  ];
  return `text=${parts.flat().join(',')}`;
}

/** Rendered lines of a quote: a browser finds no text that goes on in another block, or in another cell of a table. */
function linesOf(quote: string): readonly string[] {
  return quote
    .split(/[\n\r\t\u2028\u2029]+/u)
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter((line) => line !== '');
}

/**
 * The last words before a quote, of the same sentence where one ended shortly before.
 * @param isCut whether its first word may be a part of one
 */
function wordsBefore(before: string, words: TextWords, isCut: boolean): string | undefined {
  const end = [...before.matchAll(SENTENCE_END)].at(-1);
  const inSentence = end ? before.slice(end.index + end[0].length) : '';
  const text = inSentence.trim() === '' ? before : inSentence;
  const isWhole = text !== before || !isCut;
  const spans = words(text).slice(isWhole ? 0 : 1);
  const first = spans.at(-CONTEXT_WORDS) ?? spans[0];
  return first && text.slice(first.start).trim();
}

/** The first words behind a quote, up to the end of their sentence. */
function wordsAfter(after: string, words: TextWords, isCut: boolean): string | undefined {
  const spans = isCut ? words(after).slice(0, -1) : words(after);
  const last = spans[CONTEXT_WORDS - 1] ?? spans.at(-1);
  if (!last) return undefined;
  const text = after.slice(0, last.end);
  // What closes the quote's own sentence belongs to it; the next sentence may be another paragraph.
  const [sentence = ''] = text.split(SENTENCE_END);
  return words(sentence).length === 0 ? undefined : sentence.trim();
}

/** The directive that finds the quote on its page; `undefined` where there is no word to look for. */
function directiveFor({ quote, before, after, language }: Passage): TextDirective | undefined {
  const lines = linesOf(quote);
  const [firstLine = ''] = lines;
  const lastLine = lines.at(-1) ?? '';
  if (firstLine === '') return undefined;
  const words = wordsIn(language);
  const length = lines.reduce((sum, line) => sum + line.length, 0);

  // Words are found whole only: what the selection cut off at its ends is left out.
  const startsWithSpace = /^\s/u.test(quote) || before === '';
  const endsWithSpace = /\s$/u.test(quote) || after === '';
  const cutStart = startsWithSpace ? 0 : words.cutStart(before, firstLine);
  const cutEnd = endsWithSpace ? 0 : words.cutEnd(lastLine, after);

  const wantsContext = length <= LONGEST_WITH_CONTEXT;
  const prefix =
    wantsContext && cutStart === 0 ? wordsBefore(before, words, before.length >= KEPT_CONTEXT) : undefined;
  const suffix =
    wantsContext && cutEnd === 0 ? wordsAfter(after, words, after.length >= KEPT_CONTEXT) : undefined;

  if (lines.length === 1 && length <= LONGEST_EXACT) {
    const start = firstLine.slice(cutStart, firstLine.length - cutEnd).trim();
    return { prefix, start: start === '' ? firstLine : start, suffix };
  }
  const start = words.first(firstLine.slice(cutStart), END_WORDS);
  const end = words.last(lastLine.slice(0, lastLine.length - cutEnd), END_WORDS);
  return { prefix, start, end, suffix };
}

/**
 * An address that leads to the very words of a passage: browsers scroll to them and mark them, and where the words are not
 * there any more, they show the page. `undefined` where the page cannot be gone to: its address is not of the web.
 */
export function passageLink(passage: Passage): string | undefined {
  const url = URL.parse(passage.pageUrl);
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  const directive = directiveFor(passage);
  if (!directive) return url.href;
  const [section = ''] = url.hash.split(DELIMITER);
  url.hash = '';
  const { start, end, prefix, suffix } = directive;
  const around = prefix !== undefined || suffix !== undefined;
  // What surrounds a quote may stand in another paragraph, and then nothing is found. Browsers go to what the first
  // directive finds, and to what the second one finds where the first finds nothing.
  const tellsAlone = end !== undefined || wordsIn(passage.language)(start).length >= TELLING_WORDS;
  const directives = around && tellsAlone ? [directive, { start, end }] : [directive];
  const place = `${url.href.replace(/#$/, '')}${section === '' ? '#' : section}`;
  return `${place}${DELIMITER}${directives.map(writeDirective).join('&')}`;
}
