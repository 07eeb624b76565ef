import { fireEvent, render } from '@testing-library/react';
import { vi } from 'vitest';
import type { DraftNews } from '@/components/composer/use-draft';
import { Workbench, type WorkbenchProps } from '@/components/pages/workbench';
import type { SetupState } from '@/utils/core/connection/connect';
import type { StorageState } from '@/utils/core/drawing/unsaved-pictures';
import type { Draft } from '@/utils/core/job/draft';
import type { Job } from '@/utils/core/job/job';
import type { ServerKnowledge } from '@/utils/core/server/server-knowledge';
import type { Settings } from '@/utils/core/server/settings';
import { promptBox } from './composer-page';
import { createFakeLive } from './fake-live';
import { createJobCallbacks } from './job-callbacks';

/** What a test may put in place of the usual. */
export type WorkbenchOptions = Partial<Pick<WorkbenchProps, 'readSelection' | 'generate' | 'bare'>>;

/** Shows the popup's page with everything it watches under the test's control, all of it still loading. */
export function renderWorkbench(options: WorkbenchOptions = {}) {
  const jobs = createFakeLive<readonly Job[]>();
  const waiting = createFakeLive(0);
  const storage = createFakeLive<StorageState>({ unsaved: [] });
  const settings = createFakeLive<Settings>();
  const knowledge = createFakeLive<readonly ServerKnowledge[]>();
  const news = createFakeLive<DraftNews>();
  const setup = createFakeLive<SetupState>();
  const saveDraft = vi.fn<(draft: Draft) => void>();
  const generate = vi.fn<WorkbenchProps['generate']>(options.generate ?? (() => Promise.resolve()));
  const on = createJobCallbacks();
  const watched = { jobs, waiting, storage, settings, knowledge, setup, draft: news };
  const { unmount } = render(<Workbench {...{ ...options, ...watched, saveDraft, generate, on }} />);
  return {
    jobs,
    waiting,
    storage,
    settings,
    knowledge,
    setup,
    saveDraft,
    generate,
    on,
    unmount,
    /** Tells of a draft in the database. */
    tellDraft: (draft: Draft | undefined, own = false, replaced?: Draft) =>
      news.show({ draft, own, replaced }),
  };
}

/** What stands in the prompt box. */
export function promptText(): unknown {
  return Reflect.get(promptBox(), 'value');
}

/** Writes over what stands in the prompt box, in one stroke and without waiting, so that the clock may stand still. */
export function write(text: string): void {
  fireEvent.change(promptBox(), { target: { value: text } });
}
