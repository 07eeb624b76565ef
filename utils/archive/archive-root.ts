import { ArchiveError } from '../core/archive/archive-defect';
import { MANIFEST_NAME } from '../core/archive/archive-format';
import type { ZipEntry } from './zip-directory';

/** What macOS adds beside the files it packs. */
const ADDED_BY_MACOS = /(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$)/;

/** The folder with the manifest, with its slash: the archive itself, or the folder that was packed again. */
function findRoot(names: readonly string[]): string {
  const manifests = names.filter(
    (name) => (name === MANIFEST_NAME || name.endsWith(`/${MANIFEST_NAME}`)) && !ADDED_BY_MACOS.test(name),
  );
  const roots = manifests.map((name) => name.slice(0, -MANIFEST_NAME.length));
  const [first] = roots;
  if (roots.includes('')) return '';
  if (first === undefined || roots.length > 1) throw new ArchiveError('noManifest');
  return first;
}

/** The form of a name in which entries are looked up: some systems decompose letters when they write a name. */
export function entryKey(name: string): string {
  return name.normalize('NFC');
}

/**
 * The entries below the folder with the manifest, by their names within it ({@link entryKey}). An archive that was
 * unpacked and packed again has everything in a folder.
 * @throws ArchiveError `noManifest` where there is none, or more than one in folders; `duplicateName` where two names
 *   differ in their spelling only
 */
export function entriesOfRoot(entries: ReadonlyMap<string, ZipEntry>): ReadonlyMap<string, ZipEntry> {
  const root = findRoot([...entries.keys()]);
  const found = new Map<string, ZipEntry>();
  for (const [name, entry] of entries) {
    if (!name.startsWith(root) || ADDED_BY_MACOS.test(name)) continue;
    const key = entryKey(name.slice(root.length));
    if (found.has(key)) throw new ArchiveError('duplicateName', name);
    found.set(key, entry);
  }
  return found;
}
