import { vi } from 'vitest';
import type { TransferPort } from '@/components/transfer/transfer-port';

const never = <Value>(): Promise<Value> => new Promise(() => undefined);

/** A world in which no transfer ever ends, but for what a test puts in its place. */
export function createFakeTransfer(changes: Partial<TransferPort> = {}) {
  return {
    measure: vi.fn<TransferPort['measure']>(
      changes.measure ?? ((ids) => Promise.resolve({ pictures: ids?.length ?? 312, bytes: 480_000_000 })),
    ),
    exportPictures: vi.fn<TransferPort['exportPictures']>(changes.exportPictures ?? (() => never())),
    openFiles: vi.fn<TransferPort['openFiles']>(changes.openFiles ?? (() => never())),
    undo: vi.fn<TransferPort['undo']>(changes.undo ?? (() => never())),
  };
}
