import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';

/** Groups of sentences; a sentence that depends on a number has a form for one and for many. */
const localeSchema = v.record(
  v.string(),
  v.record(v.string(), v.union([v.string(), v.object({ 1: v.string(), n: v.string() })])),
);

/** The sentences of a locale file by their full key; forms for one and many as the build joins them. */
export function readLocale(name: 'en' | 'zh_CN'): ReadonlyMap<string, string> {
  const file = resolve(import.meta.dirname, `../../utils/i18n/locales/${name}.yml`);
  const groups = v.parse(localeSchema, parse(readFileSync(file, 'utf8')));
  const entries = Object.entries(groups).flatMap(([group, sentences]) =>
    Object.entries(sentences).map(([key, said]): [string, string] => [
      `${group}.${key}`,
      typeof said === 'string' ? said : `${said[1]} | ${said.n}`,
    ]),
  );
  return new Map(entries);
}

const english = new Map(
  Array.from(readLocale('en'), ([key, sentence]) => [key.replaceAll('.', '_'), sentence] as const),
);

/**
 * What `browser.i18n.getMessage` answers in an English browser: `$1` is filled in, `{names}` are left to the caller,
 * and an unknown key is an empty text.
 */
export function getEnglishMessage(key: string, substitutions: string | readonly string[] = []): string {
  if (key === '@@bidi_dir') return 'ltr';
  const values = typeof substitutions === 'string' ? [substitutions] : substitutions;
  return (english.get(key) ?? '').replace(/\$(\d)/g, (_, place: string) => values[Number(place) - 1] ?? '');
}
