import { vi } from 'vitest';
import type { JobCallbacks } from '@/components/job-callbacks';

/** Callbacks of the list of jobs that only remember how they were called. */
export function createJobCallbacks() {
  return {
    cancel: vi.fn<JobCallbacks['cancel']>(),
    retry: vi.fn<JobCallbacks['retry']>(),
    edit: vi.fn<JobCallbacks['edit']>(),
    allow: vi.fn<JobCallbacks['allow']>(),
    approve: vi.fn<JobCallbacks['approve']>(),
    openSite: vi.fn<JobCallbacks['openSite']>(),
    copyReport: vi.fn<JobCallbacks['copyReport']>(() => Promise.resolve()),
    openOptions: vi.fn<JobCallbacks['openOptions']>(),
    openGallery: vi.fn<JobCallbacks['openGallery']>(),
  } satisfies JobCallbacks;
}
