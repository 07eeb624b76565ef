import { extensionApi } from './extension-api';

/** Tells the document which language its words are in, and which way they run, as the browser chose them. */
export function applyPageLanguage(title: string): void {
  const { documentElement } = document;
  documentElement.lang = extensionApi.i18n.getUILanguage();
  documentElement.dir = extensionApi.i18n.getMessage('@@bidi_dir') || 'ltr';
  document.title = title;
}
