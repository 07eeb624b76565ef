import { useEffect, useRef, useState, type ReactElement } from 'react';
import { TransferDialog } from './transfer-dialog';
import type { PicturesResult, TransferPort, TransferWish } from './transfer-port';
import { TransferStrip } from './transfer-strip';
import { useTransferWork, type TransferWork } from './use-transfer-work';

interface TransferCenterProps {
  readonly port: TransferPort;
  readonly wish: TransferWish;
  /** Shows a picture that is here. */
  readonly onOpenPicture: (id: string) => void;
}

/** Does what is wished for, and shows it: in the dialog where a person opened it, otherwise at the edge of the window. */
export function TransferCenter({ port, wish, onOpenPicture }: TransferCenterProps): ReactElement {
  /** Set while a person has the dialog open: by which wish, or by a click here. */
  const [lookedAt, setLookedAt] = useState<TransferWish>();
  const [leftBehind, setLeftBehind] = useState<TransferWish>();
  const onPictures = ({ known, rows }: PicturesResult): void => {
    // One that is here already is what a person wanted to see.
    const [only, ...others] = known;
    if (only !== undefined && others.length === 0 && rows.pictures.length === 0) onOpenPicture(only);
  };
  const work = useTransferWork(port, onPictures);
  const { state, exportPictures, openFiles } = work;

  const fulfilled = useRef<TransferWish>(undefined);
  useEffect(() => {
    if (fulfilled.current === wish) return;
    fulfilled.current = wish;
    if (wish.kind === 'export') exportPictures(wish.ids);
    if (wish.kind === 'open') openFiles(wish.files);
  });

  // A question waits for its answer where it can be given, and what comes of it is shown there.
  const isWished = wish.kind === 'look' && leftBehind !== wish;
  const isShown = isWished || lookedAt === wish || state.kind === 'asking';
  const importHere: TransferWork['importArchive'] = (archive, choice) => {
    setLookedAt(wish);
    work.importArchive(archive, choice);
  };
  const close = (): void => {
    setLookedAt(undefined);
    setLeftBehind(wish);
    // A question that nobody answered is none any more, and an end that was read is past.
    work.reset();
  };
  if (isShown) {
    const shown = wish.kind === 'look' ? wish.shown : undefined;
    const here = { ...work, importArchive: importHere };
    return <TransferDialog port={port} work={here} shown={shown} onClose={close} />;
  }
  if (state.kind === 'idle') return <></>;
  return <TransferStrip work={work} onShow={() => setLookedAt(wish)} />;
}
