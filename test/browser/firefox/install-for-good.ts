import type { ChromeScope } from './chrome-scope';
import { EXTENSION_ID } from './firefox-build';

/** Firefox keeps only packed extensions over a restart; it packs one itself. */
const INSTALL = `async (folder, archive) => {
  const fileAt = (path) => {
    const file = Cc['@mozilla.org/file/local;1'].createInstance(Ci.nsIFile);
    file.initWithPath(path);
    return file;
  };
  const zip = Cc['@mozilla.org/zipwriter;1'].createInstance(Ci.nsIZipWriter);
  const WRITE_CREATE_TRUNCATE = 0x02 | 0x08 | 0x20;
  zip.open(fileAt(archive), WRITE_CREATE_TRUNCATE);
  const add = (directory, prefix) => {
    for (const entry of directory.directoryEntries) {
      const name = prefix + entry.leafName;
      if (entry.isDirectory()) add(entry, name + '/');
      else zip.addEntryFile(name, Ci.nsIZipWriter.COMPRESSION_NONE, entry, false);
    }
  };
  add(fileAt(folder), '');
  zip.close();
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
  const install = await AddonManager.getInstallForFile(fileAt(archive));
  await install.install();
  if (install.error) throw new Error('error ' + install.error);
}`;

/** What Firefox must be started with to take an extension that nobody signed; only the ESR and developers' builds do. */
export const UNSIGNED = { 'xpinstall.signatures.required': false };

/**
 * Installs the build so that a profile keeps it, unlike what WebDriver installs.
 *
 * @param archive a file to make for it
 */
export async function installForGood(chrome: ChromeScope, build: string, archive: string): Promise<void> {
  await chrome.call(INSTALL, build, archive);
}

const IS_STARTED = `(id) => WebExtensionPolicy.getByID(id)?.extension?.backgroundState !== undefined || undefined`;

/** Whether an extension that the profile kept has been started; `undefined` before. */
export async function isStarted(chrome: ChromeScope): Promise<true | undefined> {
  return (await chrome.call(IS_STARTED, EXTENSION_ID)) === true ? true : undefined;
}
