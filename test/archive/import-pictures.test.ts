import { describe, expect, it } from 'vitest';
import { importPictures } from '@/utils/archive/import-pictures';
import { FailureError } from '@/utils/core/failure/failure';
import { detectImageType } from '@/utils/core/picture/image-type';
import type { InspectPicture } from '@/utils/core/ports';
import { digest, makeRecord, openHistory, pngBytes } from './support';

/** Looks at pictures as far as that can be done without a browser. */
const inspect: InspectPicture = async (bytes) => {
  const type = detectImageType(bytes);
  if (!type) throw new FailureError({ kind: 'unsupportedPicture' });
  const thumbnail = { bytes: Uint8Array.of(1).buffer, width: 4, height: 4 };
  return { type, width: 8, height: 8, sha256: await digest(bytes), thumbnail };
};

const watch = { signal: new AbortController().signal, onProgress: () => undefined };

function open() {
  const history = openHistory('here');
  const bring = (...files: readonly File[]) => importPictures(files, { ...history.ports, inspect }, watch);
  return { ...history, bring };
}

describe('a picture file', () => {
  it('comes in as a picture of its own, with the words of its name', async () => {
    const { bring, dump } = open();
    const bytes = pngBytes('a');
    const outcome = await bring(new File([bytes], 'a fox in snow 1a2b3c4d.png'));
    const { jobs, pictures, bytes: digests } = await dump();
    expect(jobs).toMatchObject([
      {
        state: 'done',
        prompt: 'a fox in snow',
        parameters: { model: '' },
        pictureIds: outcome.rows.pictures,
      },
    ]);
    expect(pictures).toMatchObject([{ jobId: jobs[0]?.id, byteSize: bytes.length, width: 8 }]);
    expect(digests).toEqual([await digest(bytes)]);
  });

  it('that is here already is found by its bytes, whatever it is called', async () => {
    const { add, bring, counts } = open();
    const record = await makeRecord('a', 1);
    await add(record);
    const outcome = await bring(new File([pngBytes('a 0')], 'other.jpg'));
    expect(outcome).toMatchObject({ known: record.job.pictureIds, restored: 0, rows: { pictures: [] } });
    expect(await counts()).toEqual([1, 1, 1, 1]);
  });

  it('comes out of the trash', async () => {
    const { add, bring, dump } = open();
    await add(await makeRecord('a', 1, { picture: { deletedAt: 9, note: 'mine' } }));
    expect(await bring(new File([pngBytes('a 0')], 'a.png'))).toMatchObject({ restored: 1 });
    const [picture] = (await dump()).pictures;
    expect(picture).toMatchObject({ note: 'mine' });
    expect(picture).not.toHaveProperty('deletedAt');
  });

  it('that is none is named, and the others come in, in their order', async () => {
    const { bring, dump } = open();
    const page = new File(['<svg onload="alert(1)"/>'], 'page.png');
    const outcome = await bring(page, new File([pngBytes('a')], 'a.png'), new File([pngBytes('b')], 'b.png'));
    expect(outcome.refused).toEqual(['page.png']);
    expect((await dump()).jobs.map(({ prompt }) => prompt)).toEqual(['a', 'b']);
  });

  it('can be taken back', async () => {
    const { bring, counts, undo } = open();
    const [done] = await undo(await bring(new File([pngBytes('a')], 'a.png')));
    expect(done?.removed).toBe(1);
    expect(await counts()).toEqual([0, 0, 0, 0]);
  });

  it('that came out of the trash goes back there when that is taken back', async () => {
    const { add, bring, dump, undo } = open();
    await add(await makeRecord('a', 1, { picture: { deletedAt: 9, note: 'mine' } }));
    const before = await dump();
    const outcome = await bring(new File([pngBytes('a 0')], 'a.png'));
    expect(await undo(outcome)).toEqual([{ removed: 0, putBack: 1, changed: 0 }]);
    expect(await dump()).toEqual(before);
  });
});
