import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { buildZip, type BuiltEntry } from './build-zip';
import { entriesOf, makeRecord, openHistory } from './support';

const REPORTED = 'test/fixtures/reports/c-archive-zipped-again-in-a-folder.zip';

/** The same file, in a folder. */
const inFolder =
  (folder: string, changes: Partial<BuiltEntry> = {}) =>
  (file: BuiltEntry): BuiltEntry => ({ ...file, name: `${folder}/${file.name}`, ...changes });

const put = (name: string): BuiltEntry => ({ name, bytes: Uint8Array.of(1) });

/** An archive of ours, as a list of files. */
async function exported() {
  const here = openHistory('here');
  await here.add(await makeRecord('Caf\u00E9 月', 3), await makeRecord('b', 1));
  const { file } = await here.export();
  return { rows: await here.dump(), files: await entriesOf(file) };
}

it('an archive that was packed again on a Mac comes back whole', async () => {
  const there = openHistory('there');
  const imported = await there.import(new Blob([readFileSync(REPORTED)]));
  expect(imported).toMatchObject({ added: 3, skipped: 0, replaced: 0 });
});

it.each<[string, (files: readonly BuiltEntry[]) => readonly BuiltEntry[]]>([
  ['in a folder', (files) => files.map(inFolder('Depict export'))],
  ['in folders', (files) => files.map(inFolder('a/b c/月'))],
  [
    'with the folder itself, in another order, and packed',
    (files) => [
      { name: 'export/', bytes: new Uint8Array() },
      ...files.toReversed().map(inFolder('export', { packed: true })),
    ],
  ],
  [
    'with what macOS adds',
    (files) => [
      put('__MACOSX/._export'),
      put('__MACOSX/export/._manifest.json'),
      put('__MACOSX/export/manifest.json'),
      ...files.map(inFolder('export')),
      put('export/.DS_Store'),
      put('export/pictures/._a.png'),
    ],
  ],
  ['with other files beside the folder', (files) => [put('notes.txt'), ...files.map(inFolder('export'))]],
  [
    'with decomposed letters in names',
    (files) => files.map((file) => ({ ...file, name: `export/${file.name.normalize('NFD')}` })),
  ],
  ['without flags for UTF-8', (files) => files.map((file) => ({ ...file, flags: 0 }))],
])('an archive %s comes back whole', async (_, change) => {
  const { rows, files } = await exported();
  const there = openHistory('there');
  await there.import(buildZip(change(files)));
  expect(await there.dump()).toEqual(rows);
});

it('two archives in one are refused, as nobody says which is meant', async () => {
  const { files } = await exported();
  const both = ['a', 'b'].flatMap((folder) => files.map(inFolder(folder)));
  await expect(openHistory('there').import(buildZip(both))).rejects.toMatchObject({ defect: 'noManifest' });
});

it('names that differ in their spelling only are refused', async () => {
  const { files } = await exported();
  const both = files.flatMap((file) => [file, { ...file, name: file.name.normalize('NFD') }]);
  const distinct = both.filter(({ name }, at) => both.findIndex((other) => other.name === name) === at);
  await expect(openHistory('there').import(buildZip(distinct))).rejects.toMatchObject({
    defect: 'duplicateName',
  });
});
