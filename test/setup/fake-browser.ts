import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { getEnglishMessage } from '../fakes/locale-messages';

// Packages take the browser's API when they are first loaded, and keep it: it has to be there before, for all files that
// share the worker.
Object.assign(globalThis, { chrome: fakeBrowser, browser: fakeBrowser });
await import('@wxt-dev/i18n');

/** An empty browser that speaks English; what a test put in place of its functions is taken out again. */
export function resetFakeBrowser(): void {
  vi.restoreAllMocks();
  fakeBrowser.reset();
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation((key, substitutions) =>
    getEnglishMessage(key, typeof substitutions === 'string' ? substitutions : substitutions?.map(String)),
  );
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en');
}
