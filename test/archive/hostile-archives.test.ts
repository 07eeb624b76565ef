import { beforeEach, describe, expect, it } from 'vitest';
import { ArchiveError, type ArchiveDefect } from '@/utils/core/archive/archive-defect';
import { ARCHIVE_VERSION } from '@/utils/core/archive/archive-format';
import { buildZip, type BuiltEntry } from './build-zip';
import { digest, entriesOf, makeRecord, openHistory, pngBytes, type HistoryDump } from './support';

const NOISE = Uint8Array.from({ length: 40 }, (_, at) => at);

const history = () => openHistory('here');

let before: HistoryDump;
/** The entries of an honest archive with one picture and its thumbnail. */
let honest: readonly BuiltEntry[];

beforeEach(async () => {
  const there = openHistory('there');
  await there.add(await makeRecord('a', 1));
  honest = await entriesOf((await there.export()).file);
  await history().add(await makeRecord('b', 1));
  before = await history().dump();
});

/** The honest archive with one entry changed. */
function changed(which: RegExp, change: (entry: BuiltEntry) => BuiltEntry): Blob {
  return buildZip(honest.map((entry) => (which.test(entry.name) ? change(entry) : entry)));
}

/** The honest archive with other words in its manifest. */
function rewritten(change: (text: string) => string): Blob {
  return changed(/^manifest/, (entry) => ({
    ...entry,
    bytes: Buffer.from(change(Buffer.from(entry.bytes).toString())),
  }));
}

function added(entry: Partial<BuiltEntry>): Blob {
  return buildZip([{ name: 'more.txt', bytes: NOISE, ...entry }, ...honest]);
}

async function cut(file: Blob, bytes: number): Promise<Blob> {
  return file.slice(0, file.size - bytes);
}

/** A picture with other bytes, and a manifest that knows them. */
async function replaced(bytes: Uint8Array): Promise<Blob> {
  const sha256 = await digest(bytes);
  return buildZip(
    honest.map((entry) => {
      if (entry.name.startsWith('pictures/')) return { ...entry, bytes };
      if (entry.name !== 'manifest.json') return entry;
      const text = Buffer.from(entry.bytes).toString();
      const told = text
        .replace(/"byteSize":64,"sha256":"\w+"/, `"byteSize":${bytes.length},"sha256":"${sha256}"`)
        .replace(/"sha256":"\w+","favorite"/, `"sha256":"${sha256}","favorite"`);
      return { ...entry, bytes: Buffer.from(told) };
    }),
  );
}

const HOSTILE: readonly (readonly [string, ArchiveDefect, () => Blob | Promise<Blob>])[] = [
  ['no ZIP at all', 'notZip', () => new Blob(['<html>no archive</html>'])],
  ['an empty file', 'notZip', () => new Blob([])],
  ['a file that was cut short', 'damaged', () => cut(buildZip(honest), 30)],
  ['a name that leads out', 'unsafeName', () => added({ name: '../../etc/passwd' })],
  ['an absolute name', 'unsafeName', () => added({ name: '/etc/passwd' })],
  ['a name with a backslash', 'unsafeName', () => added({ name: '..\\evil.exe' })],
  ['a name with a drive', 'unsafeName', () => added({ name: 'C:evil.exe' })],
  ['a name with a NUL', 'unsafeName', () => added({ name: 'a.png\0.exe' })],
  ['a name that reads backwards', 'unsafeName', () => added({ name: 'pictures/\u202Egnp.exe' })],
  ['a very long name', 'unsafeName', () => added({ name: 'a'.repeat(600) })],
  ['two entries of one name', 'duplicateName', () => buildZip([...honest, ...honest.slice(0, 1)])],
  ['an encrypted entry', 'encrypted', () => added({ flags: 0x801 })],
  ['an unknown compression', 'compression', () => added({ method: 12 })],
  ['entries that share bytes', 'overlapping', () => added({ offset: 120 })],
  [
    'a bomb that says how large it is',
    'tooLarge',
    () => changed(/^pictures/, (entry) => ({ ...entry, packed: true, bytes: new Uint8Array(5_000_000) })),
  ],
  [
    'a bomb that lies about its size',
    'tooLarge',
    () =>
      changed(/^pictures/, (entry) => ({
        ...entry,
        packed: true,
        bytes: new Uint8Array(5_000_000),
        declared: 64,
      })),
  ],
  [
    'an entry with less than it says',
    'damaged',
    () => changed(/^pictures/, (entry) => ({ ...entry, packed: true, bytes: NOISE, declared: 64 })),
  ],
  [
    'an entry that calls itself otherwise',
    'damaged',
    () => changed(/^pictures/, (entry) => ({ ...entry, localName: 'x'.repeat(entry.name.length) })),
  ],
  ['no manifest', 'noManifest', () => buildZip(honest.filter(({ name }) => name !== 'manifest.json'))],
  ['a manifest that is no JSON', 'manifestUnreadable', () => rewritten(() => '{"format":')],
  ['somebody else’s manifest', 'notOurs', () => rewritten(() => '{"format":"other","version":1}')],
  [
    'a manifest of a newer Depict',
    'newerVersion',
    () => rewritten((text) => text.replace(`"version":${ARCHIVE_VERSION}`, '"version":2')),
  ],
  [
    'a number where words belong',
    'manifestUnreadable',
    () => rewritten((text) => text.replace(/"words of a"/, '7')),
  ],
  [
    'a state that there is not',
    'manifestUnreadable',
    () => rewritten((text) => text.replace('"done"', '"won"')),
  ],
  [
    'a picture without its job',
    'inconsistent',
    () => rewritten((text) => text.replace(/"jobId":"./, '"jobId":"f')),
  ],
  [
    'a picture that is not there',
    'missingEntry',
    () => buildZip(honest.filter(({ name }) => !name.startsWith('pictures'))),
  ],
  [
    'a thumbnail that is not there',
    'missingEntry',
    () => buildZip(honest.filter(({ name }) => !name.startsWith('thumb'))),
  ],
  [
    'a picture with other bytes',
    'wrongBytes',
    () => changed(/^pictures/, (entry) => ({ ...entry, bytes: pngBytes('other') })),
  ],
  [
    'a picture that was cut',
    'wrongBytes',
    () => changed(/^pictures/, (entry) => ({ ...entry, bytes: NOISE })),
  ],
  [
    'a picture that is a web page',
    'notPicture',
    () => replaced(Buffer.from('<html><script>alert(1)</script></html>')),
  ],
];

describe('an archive with', () => {
  it.each(HOSTILE)('%s is refused and changes nothing (%s)', async (_, defect, make) => {
    const thrown: unknown = await history()
      .import(await make(), 'replace')
      .catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(ArchiveError);
    expect(thrown).toMatchObject({ defect });
    expect(await history().dump()).toEqual(before);
  });

  it('nothing but what is honest comes in, also when another program packed it', async () => {
    const file = buildZip(honest.map(({ name, bytes }) => ({ name, bytes, packed: true })));
    expect(await history().import(file)).toMatchObject({ added: 1, before: 1, after: 2 });
  });

  it('fields that nobody knows comes in without them', async () => {
    const file = rewritten((text) => text.replace('"favorite"', '"spy":"x","favorite"'));
    await history().import(file);
    expect(JSON.stringify(await history().dump())).not.toContain('spy');
  });

  it('the same job twice is refused', async () => {
    const file = rewritten((text) => text.replace(/"jobs":\[\n(.*)\n\]/, '"jobs":[\n$1,\n$1\n]'));
    await expect(history().import(file)).rejects.toThrow(new ArchiveError('inconsistent', 'manifest.json'));
  });
});
