import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { describe, expect, it } from 'vitest';
import type { OpenedFiles, TransferPort } from '@/components/transfer/transfer-port';
import { TransferStatus } from '@/components/transfer/transfer-status';
import { useTransferWork } from '@/components/transfer/use-transfer-work';
import type { UndoRows } from '@/utils/core/archive/import-batch';
import { FailureError } from '@/utils/core/failure/failure';
import { makePicture } from '../../fixtures/pictures';
import { createFakeTransfer } from '../support/fake-transfer';

/** What takes an import back that added nothing. */
const ROWS: UndoRows = {
  jobs: [],
  pictures: [],
  replaced: { jobs: [], pictures: [{ before: makePicture({ note: 'mine' }), mark: 1 }] },
};

const COUNTS = { added: 0, replaced: 2, skipped: 0, jobsAlone: 0, before: 2, after: 2, wanted: 0 };

const archive = (rows: UndoRows): Extract<OpenedFiles, { kind: 'archive' }> => ({
  kind: 'archive',
  counts: { pictures: 2, bytes: 9, fresh: 0, here: 2, inTrash: 0, jobsAlone: 0, leftOut: 0 },
  run: () => Promise.resolve({ ...COUNTS, rows }),
});

function Page({ port, rows }: { readonly port: TransferPort; readonly rows: UndoRows }): ReactElement {
  const work = useTransferWork(port, () => undefined);
  return (
    <>
      <button onClick={() => work.importArchive(archive(rows), 'replace')}>Replace</button>
      <TransferStatus work={work} />
    </>
  );
}

const click = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const shown = (): readonly (string | null)[] =>
  screen.getAllByRole('paragraph').map(({ textContent }) => textContent);

async function replace(undo?: TransferPort['undo'], rows: UndoRows = ROWS) {
  document.documentElement.lang = 'en';
  const port = createFakeTransfer(undo && { undo });
  render(<Page port={port} rows={rows} />);
  await click('Replace');
  await screen.findByText('0 pictures imported, 2 replaced');
  return port;
}

describe('an import that only replaced', () => {
  it.each([
    [{ removed: 0, putBack: 1, changed: 0 }, ['1 picture is as it was before the import']],
    [
      { removed: 3, putBack: 2, changed: 1 },
      [
        '3 pictures taken back',
        '2 pictures are as they were before the import',
        '1 picture stays as it is, because it was changed since the import',
      ],
    ],
    [{ removed: 0, putBack: 0, changed: 0 }, ['The import was taken back.']],
  ])('can be taken back, and says what came of it: %j', async (counts, words) => {
    const port = await replace(() => Promise.resolve(counts));
    await click('Undo');
    expect(port.undo).toHaveBeenCalledWith(ROWS);
    expect(shown()).toEqual(words);
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it('can be taken back once more where that failed', async () => {
    const port = await replace(() => Promise.reject(new FailureError({ kind: 'storageFull' })));
    await click('Undo');
    port.undo.mockResolvedValue({ removed: 0, putBack: 1, changed: 0 });
    await click('Undo');
    expect(shown()).toEqual(['1 picture is as it was before the import']);
  });

  it('by the same has nothing to take back', async () => {
    await replace(undefined, { ...ROWS, replaced: { jobs: [], pictures: [] } });
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });
});
