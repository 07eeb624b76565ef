import { makeSetup } from '../fixtures/setup';
import type { Handlers, Request } from '@/utils/messaging/protocol';

/** Handlers that answer "done" to everything and keep what they were asked; `changes` answer in their place. */
export function createFakeHandlers(changes: Partial<Handlers> = {}): {
  readonly handlers: Handlers;
  readonly handled: readonly Request[];
} {
  const handled: Request[] = [];
  const done = (request: Request): Promise<null> => {
    handled.push(request);
    return Promise.resolve(null);
  };
  const handlers: Handlers = {
    generate: (request) => done(request).then(() => ({ jobId: 'job-1' })),
    drawAgain: (request) => done(request).then(() => ({ jobId: 'job-2' })),
    cancelJob: done,
    cancelWaitingJobs: (request) => done(request).then(() => ({ jobIds: ['job-1', 'job-2'] })),
    restoreJobs: done,
    moveJobs: done,
    runJobNext: done,
    retryJobs: done,
    seeJobs: done,
    dismissJobs: done,
    checkStorage: (request) => done(request).then(() => ({ unsaved: [] })),
    handOverUnsaved: done,
    discardUnsaved: done,
    setNotifications: done,
    setRetention: (request) => done(request).then(() => ({ retired: 0 })),
    resumeJob: done,
    deletePictures: done,
    restorePictures: done,
    emptyTrash: (request) => done(request).then(() => ({ removed: 0 })),
    setFavorite: done,
    addTags: done,
    setTags: done,
    setNote: done,
    importHistory: (request) =>
      done(request).then(() => ({ added: 0, replaced: 0, before: { jobs: [], pictures: [] } })),
    undoImport: (request) => done(request).then(() => ({ removed: 0, putBack: 0, changed: 0 })),
    saveDraft: done,
    approveJob: done,
    describeFailure: (request) => done(request).then(() => ({ report: '' })),
    saveProvider: done,
    removeProvider: done,
    setMonthlyLimit: done,
    setFileNameTemplate: done,
    setAfterMenuClick: done,
    testConnection: (request) => done(request).then(() => ({ checks: [], models: [] })),
    findKey: (request) => done(request).then(() => ({ present: true })),
    checkSetup: (request) => done(request).then(() => makeSetup()),
    ...changes,
  };
  return { handlers, handled };
}
