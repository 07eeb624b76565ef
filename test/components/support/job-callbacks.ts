import { vi } from 'vitest';
import type { JobCallbacks, UnsavedCallbacks } from '@/components/jobs/job-callbacks';

/** Callbacks of the list of jobs that only remember how they were called. */
export function createJobCallbacks() {
  return {
    cancel: vi.fn<JobCallbacks['cancel']>(),
    retry: vi.fn<JobCallbacks['retry']>(),
    move: vi.fn<JobCallbacks['move']>(),
    runNext: vi.fn<JobCallbacks['runNext']>(),
    cancelWaiting: vi.fn<JobCallbacks['cancelWaiting']>(() => Promise.resolve(['a', 'b'])),
    restore: vi.fn<JobCallbacks['restore']>(() => Promise.resolve()),
    retryAll: vi.fn<JobCallbacks['retryAll']>(),
    see: vi.fn<JobCallbacks['see']>(),
    saveUnsaved: vi.fn<UnsavedCallbacks['saveUnsaved']>(),
    downloadUnsaved: vi.fn<UnsavedCallbacks['downloadUnsaved']>(),
    discardUnsaved: vi.fn<UnsavedCallbacks['discardUnsaved']>(),
    edit: vi.fn<JobCallbacks['edit']>(),
    allow: vi.fn<JobCallbacks['allow']>(),
    approve: vi.fn<JobCallbacks['approve']>(),
    openSite: vi.fn<JobCallbacks['openSite']>(),
    copyReport: vi.fn<JobCallbacks['copyReport']>(() => Promise.resolve()),
    openOptions: vi.fn<JobCallbacks['openOptions']>(),
    openGallery: vi.fn<JobCallbacks['openGallery']>(),
    openStorage: vi.fn<JobCallbacks['openStorage']>(),
  } satisfies JobCallbacks & UnsavedCallbacks;
}
