import { useCallback, useEffect, useRef, useState, type ReactElement } from 'react';
import { DropOverlay } from '../drop-overlay';
import { TransferDialog } from '../transfer-dialog';
import type { PicturesResult, TransferPort } from '../transfer-port';
import { TransferStrip } from '../transfer-strip';
import { useFileDrop } from './use-file-drop';
import { usePlace } from './use-place';
import { useTransferWork } from './use-transfer-work';

/** Ways to take pictures elsewhere and to bring them back, for any part of the page. */
export interface Transfer {
  /** Writes these pictures into a ZIP at once, in their order, without a question. */
  readonly exportPictures: (ids: readonly string[]) => void;
  /** Opens the dialog; `shown` where not all pictures are shown. */
  readonly open: (shown?: readonly string[]) => void;
}

/** The ways, and what is to be drawn of them somewhere on the page. */
export function useTransfer(port: TransferPort): Transfer & { readonly view: ReactElement } {
  const [, { open: openPicture }] = usePlace();
  /** Set while a person has it open. */
  const [dialog, setDialog] = useState<{ readonly shown: readonly string[] | undefined }>();
  const onPictures = ({ known, rows }: PicturesResult): void => {
    // One that is here already is what a person wanted to see.
    const [only, ...others] = known;
    if (only !== undefined && others.length === 0 && rows.pictures.length === 0) openPicture(only);
  };
  const work = useTransferWork(port, onPictures);
  const { state } = work;

  // A question waits for its answer where it can be given, and what comes of it is shown there.
  const isShown = dialog !== undefined || state.kind === 'asking';
  const importHere: typeof work.importArchive = (archive, choice) => {
    setDialog({ shown: undefined });
    work.importArchive(archive, choice);
  };

  const openFiles = useRef(work.openFiles);
  useEffect(() => {
    openFiles.current = work.openFiles;
  });
  const isOver = useFileDrop(useCallback((files) => openFiles.current(files), []));

  const close = (): void => {
    setDialog(undefined);
    // A question that nobody answered is none any more, and an end that was read is past.
    work.reset();
  };
  const view = (
    <>
      {isShown && (
        <TransferDialog
          port={port}
          work={{ ...work, importArchive: importHere }}
          shown={dialog?.shown}
          onClose={close}
        />
      )}
      {!isShown && (state.kind === 'working' || state.kind === 'ended') && (
        <TransferStrip work={work} onShow={() => setDialog({ shown: undefined })} />
      )}
      {isOver && <DropOverlay />}
    </>
  );
  return {
    view,
    open: (shown) => setDialog({ shown }),
    exportPictures: (ids) => work.exportPictures(ids),
  };
}
