import { unzip } from 'unzipit';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makePassage } from '../fixtures/jobs';
import { digest, makeRecord, openHistory, pngBytes } from './support';

describe('a history that was taken elsewhere', () => {
  it('comes back whole: rows, bytes and thumbnails', async () => {
    const here = openHistory('here');
    const there = openHistory('there');
    await here.add(
      await makeRecord('a', 3, {
        job: {
          passage: makePassage({ position: 640 }),
          cost: { amount: 0.04, unknownReplies: 1 },
          repeatOf: 'job-0',
        },
      }),
      await makeRecord('b', 1, { picture: { favorite: true, tags: ['fog', '雾'], note: 'Look again' } }),
      await makeRecord('c', 0, {
        job: { state: 'failed', failure: { kind: 'serverError', status: 500 }, dismissed: true },
      }),
    );
    const { file, outcome } = await here.export();
    expect(outcome).toEqual({
      pictures: 4,
      bytes: 256,
      unreadable: [],
      leftOut: { values: 0, rows: 0 },
    });
    const imported = await there.import(file);
    expect(imported).toMatchObject({ added: 4, skipped: 0, replaced: 0, jobsAlone: 1, before: 0, after: 4 });
    expect(await there.dump()).toEqual(await here.dump());
  });

  it('has the exact bytes of large and small pictures, whether they are referred to or copied', async () => {
    const here = openHistory('here');
    const large = pngBytes('large', 200_000);
    const sha256 = await digest(large);
    const { job, pictures } = await makeRecord('a', 4);
    const type = 'image/png';
    const enlarge = (
      record: (typeof pictures)[number] | undefined,
      original: Uint8Array<ArrayBuffer>,
    ): typeof pictures =>
      record
        ? [
            {
              ...record,
              picture: { ...record.picture, byteSize: large.length, sha256 },
              original: new Blob([original], { type }),
            },
          ]
        : [];
    const [first, second, third, fourth] = pictures;
    const other = pngBytes('other', large.length);
    const small = [second, fourth].filter((one) => one !== undefined);
    const changed = [...enlarge(first, large), ...enlarge(third, other), ...small];
    await here.add({ job, pictures: changed });
    const { file, outcome } = await here.export();
    expect(outcome).toMatchObject({ pictures: 3, unreadable: [job.pictureIds[2]] });
    const { entries } = await unzip(await file.arrayBuffer());
    for (const { picture, original } of changed.filter(({ picture: { id } }) => id !== job.pictureIds[2])) {
      const entry = entries[`pictures/words of a ${picture.id}.png`];
      expect(await entry?.arrayBuffer(), picture.id).toEqual(await original.arrayBuffer());
    }
    expect(await openHistory('there').import(file)).toMatchObject({ added: 3 });
  });

  it('has the exact bytes for any other program, and tells whose they are by their names', async () => {
    const here = openHistory('here');
    const record = await makeRecord('a fox / in: snow', 1);
    await here.add(record);
    const { file } = await here.export();
    const { entries } = await unzip(await file.arrayBuffer());
    const [picture] = record.pictures;
    const id = picture?.picture.id ?? '';
    expect(Object.keys(entries)).toEqual([
      `pictures/words of a fox in snow ${id}.png`,
      `thumbnails/${id}.webp`,
      'index.html',
      'manifest.json',
    ]);
    const bytes = await entries[`pictures/words of a fox in snow ${id}.png`]?.arrayBuffer();
    expect(bytes).toEqual(await picture?.original.arrayBuffer());
  });

  it('leaves out what is in the trash, and pictures that nobody asked for', async () => {
    const here = openHistory('here');
    const there = openHistory('there');
    const kept = await makeRecord('kept', 2);
    const alone = await makeRecord('alone', 0);
    const deleted = await makeRecord('deleted', 1, { picture: { deletedAt: 5 } });
    await here.add(kept, alone, deleted);
    const [first = ''] = kept.job.pictureIds;
    const { file } = await here.export({ ids: [first, ...deleted.job.pictureIds], isWhole: false });
    await there.import(file);
    const { jobs, pictures } = await there.dump();
    expect(pictures.map(({ id }) => id)).toEqual([first]);
    expect(jobs.map(({ id }) => id)).toEqual([kept.job.id]);
  });

  it('tells of pictures whose bytes are gone or are not those that came', async () => {
    const here = openHistory('here');
    const record = await makeRecord('a', 3);
    await here.add(record);
    const [gone = '', changed = ''] = record.job.pictureIds;
    const database = await here.open();
    await database.delete('originals', gone);
    await database.put('originals', new Blob(['other']), changed);
    const { file, outcome } = await here.export();
    expect(outcome).toMatchObject({ pictures: 1, unreadable: [changed, gone].toSorted().toReversed() });
    expect(await openHistory('there').import(file)).toMatchObject({ added: 1 });
  });

  it('has as many pictures as before where several have the same bytes', async () => {
    const here = openHistory('here');
    const there = openHistory('there');
    await here.add(await makeRecord('a', 2), await makeRecord('a', 2));
    const { file } = await here.export();
    expect(await there.import(file)).toMatchObject({ added: 4 });
    expect(await there.import(file)).toMatchObject({ added: 0, skipped: 4, after: 4 });
  });

  it('ends what was under way, and nothing of it is news', async () => {
    const here = openHistory('here');
    const there = openHistory('there');
    await here.add(
      await makeRecord('queued', 0, { job: { state: 'queued', waitingFor: 'key' } }),
      await makeRecord('running', 0, { job: { state: 'running' } }),
      await makeRecord('failed', 0, { job: { state: 'failed', failure: { kind: 'noKey' }, unseen: 1 } }),
    );
    await there.import((await here.export()).file);
    const { jobs } = await there.dump();
    expect(jobs.map(({ state }) => state)).toEqual(['cancelled', 'interrupted', 'failed']);
    expect(jobs.filter((job) => 'unseen' in job || 'waitingFor' in job)).toEqual([]);
  });

  it('keeps any words', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        fc.array(fc.string({ unit: 'grapheme' })),
        async (prompt, note, headings) => {
          const run = crypto.randomUUID();
          const here = openHistory(`here-${run}`);
          const there = openHistory(`there-${run}`);
          const passage = makePassage({ quote: prompt, headings });
          await here.add(await makeRecord('a', 1, { job: { prompt, passage }, picture: { note } }));
          await there.import((await here.export()).file);
          expect(await there.dump()).toEqual(await here.dump());
        },
      ),
      { numRuns: 40 },
    );
  });

  it('of more entries than a short directory can count comes back whole', async () => {
    const { createBlobChain } = await import('@/utils/archive/blob-chain');
    const { writeZip } = await import('@/utils/archive/zip-writer');
    const { readDirectory } = await import('@/utils/archive/zip-directory');
    const COUNT = 70_000;
    async function* files() {
      for (let at = 0; at < COUNT; at += 1)
        yield { name: `${at}`, modifiedAt: 0, content: new Uint8Array(0) };
    }
    const parts: BlobPart[] = [];
    for await (const part of writeZip(files(), createBlobChain())) parts.push(part);
    const file = new Blob(parts);
    expect((await readDirectory(file)).size).toBe(COUNT);
    expect(Object.keys((await unzip(await file.arrayBuffer())).entries)).toHaveLength(COUNT);
  });
});
