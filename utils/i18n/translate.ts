import { createI18n } from '@wxt-dev/i18n';
import type { GeneratedI18nStructure } from '#i18n';

/** Every sentence of the product, by its place in the locale files. */
export type MessageKey = Extract<keyof GeneratedI18nStructure, string>;

/** What stands in for the `{names}` in a sentence. */
export type MessageValues = Readonly<Record<string, string | number>>;

const i18n = createI18n();

/** The sentence in the browser's language. */
export function t(key: MessageKey, values: MessageValues = {}): string {
  return i18n.t(key, values);
}

/** The form of the sentence that fits the number, with the number in it. */
export function tCount(key: MessageKey, count: number, values: MessageValues = {}): string {
  return i18n.t(key, count, values);
}
