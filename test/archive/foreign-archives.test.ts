import { beforeEach, describe, expect, it } from 'vitest';
import { ArchiveError } from '@/utils/core/archive/archive-defect';
import { isOwnId, latestTime } from '@/utils/core/archive/own-id';
import { FailureError } from '@/utils/core/failure/failure';
import { timeOfId } from '@/utils/core/picture/picture-time';
import { CREATED_AT, makePending } from '../fixtures/jobs';
import { buildZip, type BuiltEntry } from './build-zip';
import { digest, entriesOf, makeRecord, openHistory, pngBytes } from './support';

const FUTURE_ID = 'ffffffff-ffff-7000-8000-000000000000';

let honest: readonly BuiltEntry[];
let jobId: string;
let pictureIds: readonly string[];

beforeEach(async () => {
  const record = await makeRecord('a', 2, { job: { repeatOf: 'another' } });
  const there = openHistory('there');
  await there.add(record);
  honest = await entriesOf((await there.export()).file);
  jobId = record.job.id;
  ({ pictureIds } = record.job);
});

const here = () => openHistory('here');

/** The honest archive with another manifest. */
function rewritten(change: (text: string) => string, packed = false): Blob {
  const name = 'manifest.json';
  const text = Buffer.from(honest.find((entry) => entry.name === name)?.bytes ?? []).toString();
  const others = honest.filter((entry) => entry.name !== name);
  return buildZip([...others, { name, packed, bytes: Buffer.from(change(text)) }]);
}

describe('ids that are not ours', () => {
  it.each([FUTURE_ID, 'no id', '__proto__', '5f0c2f6e-8a57-4c1b-9b0e-d3b1c7e5a902'])(
    'such as %s are made anew, with all that refers to them, of the time of their rows',
    async (id) => {
      const [first = '', second = ''] = pictureIds;
      const rename = (text: string): string =>
        text
          .replaceAll(`"${jobId}"`, `"${id}"`)
          .replaceAll(`"${first}"`, `"p ${id}"`)
          .replace('"repeatOf":"another"', `"repeatOf":"${id}"`);
      expect(await here().import(rewritten(rename))).toMatchObject({ added: 2 });
      const { jobs, pictures } = await here().dump();
      const [job] = jobs;
      expect(isOwnId(job?.id ?? '', latestTime(CREATED_AT))).toBe(true);
      expect(timeOfId(job?.id ?? '')).toBe(job?.createdAt);
      expect(job?.repeatOf).toBe(job?.id);
      expect(pictures.map((picture) => picture.jobId)).toEqual([job?.id, job?.id]);
      expect(new Set(job?.pictureIds)).toEqual(new Set(pictures.map((picture) => picture.id)));
      expect(job?.pictureIds[1]).toBe(second);
      const named = pictures.find((picture) => picture.id === job?.pictureIds[0]);
      expect(timeOfId(named?.id ?? '')).toBe(named?.createdAt);
    },
  );

  it('of pictures that are not in the archive are dropped', async () => {
    const text = (manifest: string): string => manifest.replace('"pictureIds":[', '"pictureIds":["no id",');
    await here().import(rewritten(text));
    expect((await here().dump()).jobs[0]?.pictureIds).toEqual(pictureIds);
  });
});

describe('a manifest', () => {
  it('that another program laid out is read', async () => {
    const pretty = (text: string): string => JSON.stringify(JSON.parse(text), null, 2);
    expect(await here().import(rewritten(pretty, true))).toMatchObject({ added: 2 });
  });

  it('that is one long line is read', async () => {
    const line = (text: string): string => JSON.stringify(JSON.parse(text));
    expect(await here().import(rewritten(line))).toMatchObject({ added: 2 });
  });

  it.each([
    ['tooLarge', 'hardly anything packed', (text: string) => text.replace('[', `[${' '.repeat(20_000_000)}`)],
    [
      'manifestUnreadable',
      'nothing in a row',
      (text: string) => text.replace('[', `[${'{},'.repeat(1_000_000)}`),
    ],
    [
      'manifestTooLarge',
      'a row without an end',
      (text: string) => text.replace('[', `[{"a":"${'a'.repeat(20_000_001)}"},`),
    ],
  ] as const)('is refused (%s) with %s', async (defect, _, change) => {
    const isPacked = defect === 'tooLarge';
    const refused = here().import(rewritten(change, isPacked));
    await expect(refused).rejects.toMatchObject({ name: 'ArchiveError', defect });
  });

  it('may shrink to nearly nothing where it is small', async () => {
    const prompt = 'the same words '.repeat(60_000);
    const text = (manifest: string): string =>
      manifest.replaceAll('"prompt":"words of a"', `"prompt":"${prompt}"`);
    expect(await here().import(rewritten(text, true))).toMatchObject({ added: 2 });
  });
});

/** Bytes of a PNG with a header of this size. */
function sizedPng(width: number, height: number): Uint8Array<ArrayBuffer> {
  const bytes = pngBytes(`${width} ${height}`);
  const view = new DataView(bytes.buffer);
  bytes.set(Buffer.from('\0\0\0\rIHDR', 'latin1'), 8);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return bytes;
}

describe('a picture', () => {
  it.each([
    [
      { width: 7, height: 5 },
      { width: 7, height: 5 },
    ],
    [
      { width: 30_000, height: 20_000 },
      { width: 30_000, height: 20_000 },
    ],
    // A camera that was held upright: browsers turn the picture when they decode it.
    [
      { width: 1536, height: 1024 },
      { width: 1024, height: 1536 },
    ],
  ])('whose header says %j has %j in its row, whatever that said', async (header, expected) => {
    const record = await makeRecord('a', 1, { picture: { width: 1024, height: 1536 } });
    const [whole] = record.pictures;
    if (!whole) throw new RangeError('A picture was made');
    const bytes = sizedPng(header.width, header.height);
    const picture = { ...whole.picture, byteSize: bytes.length, sha256: await digest(bytes) };
    const from = openHistory('from');
    await from.add({ job: record.job, pictures: [{ ...whole, picture, original: new Blob([bytes]) }] });
    await here().import((await from.export()).file);
    expect((await here().dump()).pictures[0]).toEqual({ ...picture, ...expected });
  });

  it('that the browser cannot decode is kept without a thumbnail, and ends no import', async () => {
    const text = (manifest: string): string => manifest.replace(/"thumbnail":\{[^}]*\},/g, '');
    const inspect = () => Promise.reject(new FailureError({ kind: 'unsupportedPicture' }));
    const target = openHistory('here', { inspect });
    const outcome = await target.import(rewritten(text));
    expect(outcome).toMatchObject({ added: 2 });
    expect(outcome).not.toHaveProperty('stopped');
    const { pictures, thumbnails } = await target.dump();
    expect(pictures.map(({ undecoded }) => undecoded)).toEqual([true, true]);
    expect(thumbnails).toEqual([]);
  });
});

describe('a job that is here already', () => {
  it('keeps its pictures at addresses when the archive replaces rows: only its own row names them', async () => {
    const record = await makeRecord('a', 1);
    const target = here();
    await target.add(record);
    const { file } = await target.export();
    const waiting = {
      ...record.job,
      state: 'needs-permission',
      pendingPictures: [makePending({ index: 1 })],
    } as const;
    await (await target.open()).put('jobs', waiting);
    expect(await target.import(file, 'replace')).toMatchObject({ replaced: 1 });
    expect((await target.dump()).jobs).toEqual([waiting]);
  });
});

it('an archive from the future is refused or comes in with times of the present', async () => {
  const later = CREATED_AT + 3 * 86_400_000;
  const text = (manifest: string): string =>
    manifest.replaceAll(`"createdAt":${CREATED_AT}`, `"createdAt":${later}`);
  const outcome = await here()
    .import(rewritten(text))
    .catch((thrown: unknown) => thrown);
  expect(outcome).not.toBeInstanceOf(ArchiveError);
  expect((await here().dump()).jobs[0]?.createdAt).toBe(timeOfId(jobId));
});
