import { act, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { describe, expect, it, vi } from 'vitest';
import type {
  FoundCounts,
  ExportResult,
  OpenedFiles,
  TransferPort,
} from '@/components/transfer/transfer-port';
import { faultWords } from '@/components/transfer/transfer-words';
import { useTransfer } from '@/components/transfer/use-transfer';
import { ARCHIVE_DEFECTS, ArchiveError } from '@/utils/core/archive/archive-defect';
import type { TransferWatch } from '@/utils/core/archive/archive-ports';
import type { ImportOutcome } from '@/utils/core/archive/import-batch';
import { createDeferred } from '../support/deferred';
import { installFakePopover } from '../support/fake-popover';
import { createFakeTransfer } from '../support/fake-transfer';
import { pressEscapeIn } from '../support/press-escape';

const SIZE = { pictures: 312, bytes: 480_000_000 };
const EXPORTED: ExportResult = {
  ...SIZE,
  name: 'Depict.zip',
  unreadable: 0,
  leftOut: { values: 0, rows: 0 },
};
const COUNTS = { pictures: 5, bytes: 5_000_000, fresh: 3, here: 2, inTrash: 1, jobsAlone: 0, leftOut: 0 };
const replaced = { jobs: [], pictures: [] };
const OUTCOME: ImportOutcome = {
  added: 3,
  replaced: 0,
  skipped: 2,
  jobsAlone: 0,
  before: 10,
  after: 13,
  wanted: 3,
  rows: { jobs: ['job-1'], pictures: ['picture-1'], replaced },
};

/** A part of the page that can start all transfers. */
function Page({ port }: { readonly port: TransferPort }): ReactElement {
  const { view, open, exportPictures } = useTransfer(port);
  return (
    <>
      <button onClick={() => open()}>Look</button>
      <button onClick={() => open(['a', 'b'])}>Look at two</button>
      <button onClick={() => exportPictures(['a', 'b'])}>Download as ZIP</button>
      {view}
    </>
  );
}

function renderPage(changes: Partial<TransferPort> = {}) {
  document.documentElement.lang = 'en';
  history.replaceState(null, '', '/gallery.html');
  installFakePopover();
  const port = createFakeTransfer(changes);
  render(<Page port={port} />);
  return port;
}

const click = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const dialog = () => screen.findByRole('dialog', { name: 'Export and import' });

/** Something that lasts until the test ends it, and can be cancelled. */
function createLasting<Value>() {
  const { promise, resolve, reject } = createDeferred<Value>();
  let watch: TransferWatch | undefined;
  return {
    run: (given: TransferWatch): Promise<Value> => {
      watch = given;
      given.signal.addEventListener('abort', () => reject(given.signal.reason));
      return promise;
    },
    end: (value: Value) => act(async () => resolve(value)),
    fail: (thrown: unknown) => act(async () => reject(thrown)),
    tell: (pictures: number, bytes: number) =>
      act(() => watch?.onProgress({ done: { pictures, bytes }, total: SIZE })),
  };
}

const archive = (
  run = vi.fn<() => Promise<ImportOutcome>>(() => Promise.resolve(OUTCOME)),
  counts: FoundCounts = COUNTS,
): OpenedFiles => ({ kind: 'archive', counts, run });

async function chooseFile(file = new File(['PK'], 'history.zip')): Promise<void> {
  await click('Look');
  await userEvent.upload(within(await dialog()).getByLabelText('Files to import'), file);
}

describe('an export', () => {
  it('says beforehand how much it is, then how far it is, and in the end where it went', async () => {
    const lasting = createLasting<ExportResult>();
    const port = renderPage({ exportPictures: (_, watch) => lasting.run(watch) });
    await click('Look');
    await screen.findByText('312 pictures, 480 MB');
    await click('Export 312 pictures');
    expect(port.exportPictures.mock.calls[0]?.[0]).toBeUndefined();
    lasting.tell(120, 180_000_000);
    screen.getByText('120 of 312 pictures, 180 MB of 480 MB');
    expect(
      screen.getByRole('progressbar', { name: 'Checking the pictures and putting the archive together' }),
    ).toHaveProperty('value', 0.375);
    await lasting.end({ ...EXPORTED, unreadable: 2 });
    expect(screen.getByRole('status').textContent).toBe(
      '312 pictures exported as “Depict.zip”. Your browser is saving it among its downloads, and shows there when it is done. 2 pictures are not in it, because their bytes cannot be read.',
    );
  });

  it('is of what is shown, or of everything, where both are not the same', async () => {
    const port = renderPage();
    await click('Look at two');
    await screen.findByText('2 pictures, 480 MB');
    await userEvent.click(screen.getByRole('radio', { name: 'Everything' }));
    screen.getByRole('button', { name: 'Export 312 pictures' });
    await userEvent.click(screen.getByRole('radio', { name: 'What is shown now' }));
    await click('Export 2 pictures');
    expect(port.exportPictures.mock.calls[0]?.[0]).toEqual(['a', 'b']);
  });

  it('can be cancelled, and says that nothing is left of it', async () => {
    const lasting = createLasting<ExportResult>();
    renderPage({ exportPictures: (_, watch) => lasting.run(watch) });
    await click('Look');
    await userEvent.click(await screen.findByRole('button', { name: 'Export 312 pictures' }));
    await click('Cancel');
    expect(screen.getByRole('status').textContent).toBe('Export cancelled. Nothing was saved.');
  });

  it('says in words when the disk is full', async () => {
    const lasting = createLasting<ExportResult>();
    renderPage({ exportPictures: (_, watch) => lasting.run(watch) });
    await click('Download as ZIP');
    await screen.findByRole('progressbar');
    await lasting.fail(new DOMException('full', 'QuotaExceededError'));
    expect(screen.getByRole('status').textContent).toContain('There is not enough room on this computer');
  });

  it('of chosen pictures begins at once, and asks nothing', async () => {
    const lasting = createLasting<ExportResult>();
    const port = renderPage({ exportPictures: (_, watch) => lasting.run(watch) });
    await click('Download as ZIP');
    await screen.findByRole('progressbar');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(port.exportPictures).toHaveBeenCalledTimes(1);
    expect(port.exportPictures.mock.calls[0]?.[0]).toEqual(['a', 'b']);
    await lasting.end({ ...EXPORTED, pictures: 2 });
    await click('Close');
    expect(screen.queryByRole('status')).toBeNull();
  });

  it('goes on when the dialog is closed, and is told of there', async () => {
    const lasting = createLasting<ExportResult>();
    renderPage({ exportPictures: (_, watch) => lasting.run(watch) });
    await click('Look');
    await userEvent.click(await screen.findByRole('button', { name: 'Export 312 pictures' }));
    pressEscapeIn(await dialog());
    expect(screen.queryByRole('dialog')).toBeNull();
    lasting.tell(3, 4_000_000);
    screen.getByText('3 of 312 pictures, 4 MB of 480 MB');
    await click('Show');
    await dialog();
    await lasting.end(EXPORTED);
    expect(screen.getByRole('status').textContent).toContain('312 pictures exported');
  });

  it('asks before the page is left while it lasts, and not afterwards', async () => {
    const lasting = createLasting<ExportResult>();
    renderPage({ exportPictures: (_, watch) => lasting.run(watch) });
    const leave = (): boolean => dispatchEvent(new Event('beforeunload', { cancelable: true }));
    await click('Download as ZIP');
    await screen.findByRole('progressbar');
    expect(leave()).toBe(false);
    await lasting.end(EXPORTED);
    expect(leave()).toBe(true);
  });
});

describe('an import', () => {
  it('tells what is in the archive, and asks what shall become of what is here', async () => {
    const run = vi.fn<() => Promise<ImportOutcome>>(() => Promise.resolve(OUTCOME));
    const port = renderPage({ openFiles: () => Promise.resolve(archive(run)) });
    await chooseFile();
    await screen.findByText('5 pictures in this archive, 5 MB');
    screen.getByText('3 are not here yet');
    screen.getByText('2 are here already');
    screen.getByText('1 of them is in the trash');
    expect(screen.getByRole('radio', { name: 'Skip them' })).toHaveProperty('checked', true);
    await userEvent.click(screen.getByRole('radio', { name: 'Keep both' }));
    await click('Import 5 pictures');
    expect(run).toHaveBeenCalledWith('keepBoth', expect.anything());
    expect(screen.getByRole('status').textContent).toBe(
      '3 pictures imported, 2 skipped The history had 10 pictures and now has 13.',
    );
    port.undo.mockResolvedValue({ removed: 3, putBack: 0, changed: 0 });
    await click('Undo');
    expect(port.undo).toHaveBeenCalledWith(OUTCOME.rows);
    expect(screen.getByRole('status').textContent).toBe('3 pictures taken back');
  });

  it('has nothing to do where all of it is here, but can replace', async () => {
    const counts = { ...COUNTS, fresh: 0, here: 5 };
    renderPage({ openFiles: () => Promise.resolve(archive(undefined, counts)) });
    await chooseFile();
    await screen.findByText('Everything in this archive is here already.');
    expect(screen.queryByRole('button', { name: /^Import \d/ })).toBeNull();
    await userEvent.click(screen.getByRole('radio', { name: 'Replace them' }));
    screen.getByRole('button', { name: 'Replace 5 pictures' });
  });

  it('that was cancelled says what came in until then', async () => {
    const stopped = { thrown: new DOMException('', 'AbortError') };
    const run = vi.fn<() => Promise<ImportOutcome>>(() => Promise.resolve({ ...OUTCOME, stopped }));
    renderPage({ openFiles: () => Promise.resolve(archive(run)) });
    await chooseFile();
    await userEvent.click(await screen.findByRole('button', { name: 'Import 3 pictures' }));
    expect(screen.getByRole('status').textContent).toContain('Cancelled before the end.');
  });

  it('of a refused archive says why, and that nothing was changed', async () => {
    renderPage({ openFiles: () => Promise.reject(new ArchiveError('wrongBytes', 'pictures/a.png')) });
    await chooseFile();
    const status = await screen.findByRole('status');
    expect(status.textContent).toContain('About: pictures/a.png');
    expect(status.textContent).toContain('Nothing was imported, and nothing was changed.');
  });

  it('of a picture that is here already opens it', async () => {
    const rows = { jobs: [], pictures: [], replaced };
    const result = { known: ['picture-7'], restored: 0, refused: [], rows };
    renderPage({ openFiles: () => Promise.resolve({ kind: 'pictures', result }) });
    await chooseFile(new File(['x'], 'fox.png', { type: 'image/png' }));
    await screen.findAllByText('1 picture was here already');
    expect(location.hash).toBe('#image=picture-7');
  });
});

describe('files that are dragged over the page', () => {
  const files = [new File(['PK'], 'history.zip')];
  const dataTransfer = { types: ['Files'], files, dropEffect: 'none' };

  it('are awaited, and taken when they are dropped', async () => {
    const port = renderPage();
    fireEvent.dragEnter(document.body, { dataTransfer });
    screen.getByText('Drop to import');
    fireEvent.drop(document.body, { dataTransfer });
    expect(screen.queryByText('Drop to import')).toBeNull();
    await screen.findByRole('progressbar', { name: 'Checking every picture' });
    expect(port.openFiles.mock.calls[0]?.[0]).toEqual(files);
  });

  it('may leave again', () => {
    renderPage();
    fireEvent.dragEnter(document.body, { dataTransfer });
    fireEvent.dragLeave(document.body, { relatedTarget: null });
    expect(screen.queryByText('Drop to import')).toBeNull();
  });

  it('are not words that are dragged', () => {
    renderPage();
    fireEvent.dragEnter(document.body, { dataTransfer: { types: ['text/plain'] } });
    expect(screen.queryByText('Drop to import')).toBeNull();
  });
});

describe('what is wrong with an archive', () => {
  it.each(ARCHIVE_DEFECTS)('is said in words of its own: %s', (defect) => {
    const [words = ''] = faultWords(new ArchiveError(defect));
    expect(words).toMatch(/^[A-Z].+\.$/);
  });
});
