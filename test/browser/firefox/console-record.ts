import * as v from 'valibot';
import type { ChromeScope } from './chrome-scope';
import { EXTENSION_ID } from './firefox-build';

/** What the extension's pages and its background complained of, all of them, closed ones too. */
export interface ConsoleRecord {
  /** Hands over what came since the last time. */
  take(): Promise<readonly string[]>;
}

/** Runs in every process, present and to come: the console's calls do not reach Firefox's own process by themselves. */
const HEAR_CONSOLE = `(id) => {
  const storage = Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage);
  const principal = Cc['@mozilla.org/systemprincipal;1'].createInstance(Ci.nsIPrincipal);
  storage.addLogEventListener(({ addonId, level, arguments: words }) => {
    if (addonId !== id || !['error', 'warn', 'assert'].includes(level)) return;
    sendAsyncMessage('depict:console', 'console.' + level + ': ' + words.map(String).join(' '));
  }, principal);
}`;

const START = `(id, hearConsole) => {
  window.depictConsole = [];
  Services.console.reset();
  Services.ppmm.addMessageListener('depict:console', ({ data }) => window.depictConsole.push(data));
  const script = '(' + hearConsole + ')(' + JSON.stringify(id) + ')';
  Services.ppmm.loadProcessScript('data:,' + encodeURIComponent(script), true);
}`;

/**
 * Uncaught errors, refused promises and what the policy of the pages blocked come to Firefox's own console. So do its
 * warnings about loading, and word of pages that were closed before the background answered them; both depend on the
 * moment and are left out.
 */
const TAKE = `(id) => {
  const origin = WebExtensionPolicy.getByID(id).getURL('');
  const reports = Services.console
    .getMessageArray()
    .filter((report) => report instanceof Ci.nsIScriptError && report.sourceName.startsWith(origin))
    .filter(({ flags, warningFlag }) => (flags & warningFlag) === 0)
    .filter(({ errorMessage }) => !errorMessage.startsWith('Promise rejected after context unloaded'))
    .map(({ errorMessage, sourceName, lineNumber }) => errorMessage + ' (' + sourceName + ':' + lineNumber + ')');
  Services.console.reset();
  return [...reports, ...window.depictConsole.splice(0)];
}`;

/** Begins to listen. To be called before the extension is installed, so that nothing is missed. */
export async function recordConsole(chrome: ChromeScope): Promise<ConsoleRecord> {
  await chrome.call(START, EXTENSION_ID, HEAR_CONSOLE);
  return { take: async () => v.parse(v.array(v.string()), await chrome.call(TAKE, EXTENSION_ID)) };
}
