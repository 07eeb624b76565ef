import { useEffect, useRef, useState } from 'react';
import type { TransferProgress, TransferWatch } from '@/utils/core/archive/archive-ports';
import type { UndoRows } from '@/utils/core/archive/import-batch';
import type { ConflictChoice } from '@/utils/core/archive/import-plan';
import { canUndo } from '@/utils/core/archive/undo-parts';
import { t } from '@/utils/i18n/translate';
import type { OpenedFiles, PicturesResult, TransferPort } from './transfer-port';
import {
  exportFaultWords,
  exportWords,
  faultWords,
  importWords,
  isCancelled,
  picturesWords,
  undoWords,
} from './transfer-words';

type OpenedArchive = Extract<OpenedFiles, { kind: 'archive' }>;

/** Where a transfer stands. */
export type TransferState =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'working';
      readonly what: 'exporting' | 'checking' | 'importing' | 'undoing';
      /** Absent until it is known how much there is. */
      readonly progress?: TransferProgress;
    }
  /** A checked archive; the person says what shall become of it. */
  | { readonly kind: 'asking'; readonly name: string; readonly archive: OpenedArchive }
  | {
      readonly kind: 'ended';
      readonly isBad: boolean;
      readonly words: readonly string[];
      readonly rows?: UndoRows;
    };

/** What can be asked of it. */
export interface TransferWork {
  readonly state: TransferState;
  readonly exportPictures: (ids: readonly string[] | undefined) => void;
  readonly openFiles: (files: readonly File[]) => void;
  readonly importArchive: (archive: OpenedArchive, choice: ConflictChoice) => void;
  readonly undo: (rows: UndoRows) => void;
  /** Ends what is being done; what is done already stays done. */
  readonly cancel: () => void;
  /** Back to the beginning, where nothing is being done. */
  readonly reset: () => void;
}

/** How often progress is shown, in milliseconds: drawing it for each picture takes the time it tells of. */
const TOLD_MS = 200;

const IDLE: TransferState = { kind: 'idle' };

const ended = (words: readonly string[], isBad = false, rows?: UndoRows): TransferState => ({
  kind: 'ended',
  isBad,
  words,
  ...(rows && canUndo(rows) && { rows }),
});

type Working = Extract<TransferState, { kind: 'working' }>['what'];

/** One transfer at a time, that goes on whatever is shown of it. A page that is left while it lasts asks first. */
export function useTransferWork(
  port: TransferPort,
  onPictures: (result: PicturesResult) => void,
): TransferWork {
  const [state, setState] = useState(IDLE);
  const running = useRef<AbortController>(undefined);
  const isWorking = state.kind === 'working';

  useEffect(() => {
    if (!isWorking) return undefined;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [isWorking]);

  /** @param failed what to say of what was thrown */
  function begin(
    what: Working,
    work: (watch: TransferWatch) => Promise<TransferState>,
    failed: (thrown: unknown) => readonly string[],
    cancelled: string,
  ): void {
    if (running.current) return;
    const abort = new AbortController();
    running.current = abort;
    setState({ kind: 'working', what });
    let told = -Infinity;
    const onProgress = (progress: TransferProgress): void => {
      // Whoever still reads when it has ended is not heard any more.
      if (running.current !== abort || performance.now() - told < TOLD_MS) return;
      told = performance.now();
      setState({ kind: 'working', what, progress });
    };
    const settle = async (): Promise<void> => {
      const next = await work({ signal: abort.signal, onProgress }).catch((thrown: unknown) =>
        isCancelled(thrown) ? ended([cancelled]) : ended(failed(thrown), true),
      );
      running.current = undefined;
      setState(next);
    };
    void settle();
  }

  const refused = (thrown: unknown): readonly string[] => [...faultWords(thrown), t('transfer.refused')];

  return {
    state,
    exportPictures: (ids) =>
      begin(
        'exporting',
        async (watch) => ended(exportWords(await port.exportPictures(ids, watch))),
        exportFaultWords,
        t('transfer.exportCancelled'),
      ),
    openFiles: (files) =>
      begin(
        'checking',
        async (watch) => {
          const opened = await port.openFiles(files, watch);
          if (opened.kind === 'archive') {
            return { kind: 'asking', name: files[0]?.name ?? '', archive: opened };
          }
          const { result } = opened;
          onPictures(result);
          return ended(picturesWords(result), result.refused.length > 0, result.rows);
        },
        refused,
        t('transfer.importCancelled'),
      ),
    importArchive: (archive, choice) =>
      begin(
        'importing',
        async (watch) => {
          const outcome = await archive.run(choice, watch);
          const isBad = outcome.stopped !== undefined && !isCancelled(outcome.stopped.thrown);
          return ended(importWords(outcome), isBad, outcome.rows);
        },
        refused,
        t('transfer.importCancelled'),
      ),
    undo: (rows) =>
      begin(
        'undoing',
        () =>
          port.undo(rows).then(
            (counts) => ended(undoWords(counts)),
            (thrown: unknown) => ended(faultWords(thrown), true, rows),
          ),
        faultWords,
        t('transfer.importCancelled'),
      ),
    cancel: () => running.current?.abort(),
    reset: () => setState((now) => (now.kind === 'working' ? now : IDLE)),
  };
}
