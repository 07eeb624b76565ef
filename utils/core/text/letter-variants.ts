/** Variants of a letter or sign, each group in front of the form that stands for it. */
const VARIANTS: readonly (readonly [string, string])[] = [
  // Quotation marks, apostrophes and primes.
  ['‘’‚‛‹›ʹʻʼʽʾʿˈ′‵`´׳＇ꞌ', "'"],
  ['“”„‟″‶«»״＂〝〞〟', '"'],
  ['‐‑‒–—―⁃−﹘﹣－־', '-'],
  ['〜～∼', '~'],
  // The slash in the compatibility forms of fractions, as in ½.
  ['⁄∕', '/'],
  // Latin letters with strokes and letters in one, which have no decomposition in Unicode.
  ['ı', 'i'],
  ['ȷ', 'j'],
  ['ø', 'o'],
  ['đð', 'd'],
  ['ł', 'l'],
  ['ħ', 'h'],
  ['ŧ', 't'],
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['þ', 'th'],
  // Letters that have another form at the end of a word.
  ['ς', 'σ'],
  ['ך', 'כ'],
  ['ם', 'מ'],
  ['ן', 'נ'],
  ['ף', 'פ'],
  ['ץ', 'צ'],
  // Arabic letters that differ by language or position (The Unicode Standard §9.2).
  ['ٱ', 'ا'],
  ['ىیېے', 'ي'],
  ['کڪ', 'ك'],
  ['ةہھەۀۃ', 'ه'],
  // Candrabindu, which Indic scripts write as anusvara, too.
  ['\u0901', '\u0902'],
  ['\u0981', '\u0982'],
  ['\u0A01', '\u0A02'],
  ['\u0A81', '\u0A82'],
  ['\u0B01', '\u0B02'],
  ['\u0C01', '\u0C02'],
  ['\u0C81', '\u0C82'],
  ['\u0D01', '\u0D02'],
];

const BASES: ReadonlyMap<string, string> = new Map(
  VARIANTS.flatMap(([variants, base]) => Array.from(variants, (variant) => [variant, base] as const)),
);

/**
 * Marks that a text may have or leave out: accents of Latin, Greek and Cyrillic letters, except the breve of й and ў;
 * points and accents of Hebrew, Arabic, Syriac and N'Ko; nuktas and Vedic accents of Indic scripts; and the tatweel,
 * which only stretches a word. The other marks, as vowels of Indic scripts and the voicing of kana, are letters.
 */
const OPTIONAL_MARKS = String.raw`\u0300-\u036F\u0483-\u0487\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u0610-\u061A\u0640\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E4\u06E7\u06E8\u06EA-\u06ED\u0711\u0730-\u074A\u07EB-\u07F3\u0816-\u0819\u081B-\u082D\u0859-\u085B\u0897-\u089F\u08CA-\u08E1\u08E3-\u08FF\u093C\u0951-\u0954\u09BC\u0A3C\u0ABC\u0B3C\u0C3C\u0CBC\u135D-\u135F\u1AB0-\u1AFF\u1CD0-\u1CFF\u1DC0-\u1DFF\u20D0-\u20F0\uA8E0-\uA8F1\uFB1E\uFE20-\uFE2F`;

const BREVE = '\u0306';

/** A letter that a breve makes another one, with marks before the breve. */
const SHORT_LETTER = /[иу]\p{M}*$/v;

/** Katakana, whose hiragana stand 96 code points before them. */
const KATAKANA = String.raw`\u30A1-\u30F6\u30FD\u30FE`;

/** Characters that are not seen, as soft hyphens, joiners and marks of direction (UAX #44), and digits not in ASCII. */
const OTHERS = String.raw`\p{Default_Ignorable_Code_Point}[\p{Nd}--[0-9]]`;

const FOLDED = new RegExp(`[${[...BASES.keys()].join('')}${KATAKANA}${OPTIONAL_MARKS}${OTHERS}]`, 'gv');
const IS_KATAKANA = new RegExp(`[${KATAKANA}]`, 'v');
const IS_DIGIT = /\p{Nd}/v;

/** Each script has its ten digits in a row. */
function digitValue(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && IS_DIGIT.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
}

function fold(sign: string, at: number, text: string): string {
  const base = BASES.get(sign);
  if (base !== undefined) return base;
  if (sign === BREVE && SHORT_LETTER.test(text.slice(Math.max(0, at - 8), at))) return sign;
  if (IS_KATAKANA.test(sign)) return String.fromCharCode(sign.charCodeAt(0) - 0x60);
  return IS_DIGIT.test(sign) ? digitValue(sign) : '';
}

/**
 * Puts one form for the variants of letters, quotation marks, dashes, kana and digits, and drops optional marks and
 * characters that are not seen.
 * @param text decomposed (NFD or NFKD), in lower case
 */
export function foldVariants(text: string): string {
  return text.replace(FOLDED, fold);
}
