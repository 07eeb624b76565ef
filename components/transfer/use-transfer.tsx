import { lazy, Suspense, useCallback, useState, type ReactElement } from 'react';
import { usePlace } from '../hooks/use-place';
import { DropOverlay } from './drop-overlay';
import type { TransferPort, TransferWish } from './transfer-port';
import { useFileDrop } from './use-file-drop';

/** Ways to take pictures elsewhere and to bring them back, for any part of the page. */
export interface Transfer {
  /** Writes these pictures into a ZIP at once, in their order, without a question. */
  readonly exportPictures: (ids: readonly string[]) => void;
  /** Opens the dialog; `shown` where not all pictures are shown. */
  readonly open: (shown?: readonly string[]) => void;
}

/** Most visits take nothing elsewhere, and need none of it. */
const TransferCenter = lazy(async () => {
  const { TransferCenter: loaded } = await import('./transfer-center');
  return { default: loaded };
});

/** The ways, and what is to be drawn of them somewhere on the page. */
export function useTransfer(port: TransferPort): Transfer & { readonly view: ReactElement } {
  const [, { open: openPicture }] = usePlace();
  const [wish, setWish] = useState<TransferWish>();
  const isOver = useFileDrop(useCallback((files) => setWish({ kind: 'open', files }), []));
  const view = (
    <>
      {wish && (
        <Suspense>
          <TransferCenter port={port} wish={wish} onOpenPicture={openPicture} />
        </Suspense>
      )}
      {isOver && <DropOverlay />}
    </>
  );
  return {
    view,
    open: (shown) => setWish({ kind: 'look', shown }),
    exportPictures: (ids) => setWish({ kind: 'export', ids }),
  };
}
