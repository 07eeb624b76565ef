import { t } from '@/utils/i18n/translate';

/** What stands in a box of headers: nothing, headers by name, or words for what is wrong. */
export interface HeaderLines {
  readonly headers?: Readonly<Record<string, string>>;
  readonly problem?: string;
}

/** A header's name and value as HTTP and `Headers` take them; anything else would throw when it is sent. */
const LINE = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):[\t ]*([\x21-\x7e\xa1-\xff][\t\x20-\x7e\xa0-\xff]*)$/;

/** Names that browsers drop without a word: https://fetch.spec.whatwg.org/#forbidden-request-header */
const FORBIDDEN: ReadonlySet<string> = new Set([
  'accept-charset',
  'accept-encoding',
  'access-control-request-headers',
  'access-control-request-method',
  'access-control-request-private-network',
  'connection',
  'content-length',
  'cookie',
  'cookie2',
  'date',
  'dnt',
  'expect',
  'host',
  'keep-alive',
  'origin',
  'referer',
  'set-cookie',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'via',
]);

const FORBIDDEN_BEGINNING = /^(?:proxy|sec)-/;

function isForbidden(name: string): boolean {
  const lower = name.toLowerCase();
  return FORBIDDEN.has(lower) || FORBIDDEN_BEGINNING.test(lower);
}

/** Reads headers, one `Name: value` a line. Problems never quote a line: it may be a secret. */
export function readHeaderLines(text: string): HeaderLines {
  const headers = new Map<string, string>();
  for (const [index, untrimmed] of text.split('\n').entries()) {
    const line = untrimmed.trim();
    if (line === '') continue;
    const [, name, value] = LINE.exec(line) ?? [];
    if (name === undefined || value === undefined) {
      return { problem: t('options.headersUnreadable', { line: index + 1 }) };
    }
    if (isForbidden(name)) return { problem: t('options.headersForbidden', { name }) };
    headers.set(name, value);
  }
  return headers.size > 0 ? { headers: Object.fromEntries(headers) } : {};
}
