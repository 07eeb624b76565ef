import type { ReactElement } from 'react';
import type { SetupState } from '@/utils/core/connection/connect';
import type { StorageState } from '@/utils/core/drawing/unsaved-pictures';
import type { Draft } from '@/utils/core/job/draft';
import type { Job, JobOrder } from '@/utils/core/job/job';
import type { ServerKnowledge } from '@/utils/core/server/server-knowledge';
import { DEFAULT_SETTINGS, providerFor, type Settings } from '@/utils/core/server/settings';
import type { FoundSelection } from '@/utils/core/text/passage';
import { t } from '@/utils/i18n/translate';
import { Composer } from '../composer/composer';
import { useDraft, type DraftNews } from '../composer/use-draft';
import { useLiveValue, type Live } from '../hooks/live';
import type { JobCallbacks } from '../jobs/job-callbacks';
import { JobList } from '../jobs/job-list';
import { ReadyServersProvider } from '../jobs/ready-servers-provider';
import { MenuRefusal } from '../jobs/menu-refusal';
import { StorageNotice } from '../jobs/storage-notice';
import { UnsavedProvider } from '../jobs/unsaved-provider';
import { FaultBoundary } from '../widgets/fault-boundary';
import { PageHeader } from '../widgets/page-header';
import { ReplacedNotice } from './replaced-notice';
import { SetupNotice } from './setup-notice';
import css from './workbench.module.css';

/** What the popup and the side panel stand on. */
export interface WorkbenchProps {
  readonly jobs: Live<readonly Job[]>;
  /** How many jobs wait for their turn. */
  readonly waiting: Live<number>;
  /** Whether storage works, and what it did not take. */
  readonly storage: Live<StorageState>;
  readonly settings: Live<Settings>;
  readonly knowledge: Live<readonly ServerKnowledge[]>;
  readonly draft: Live<DraftNews>;
  readonly setup: Live<SetupState>;
  readonly saveDraft: (draft: Draft) => void;
  readonly generate: (order: JobOrder) => Promise<unknown>;
  readonly on: Omit<JobCallbacks, 'edit'>;
  /** Whether the browser shows the product's name above the page. */
  readonly bare?: boolean;
  readonly readSelection?: () => Promise<FoundSelection | null>;
}

/** Where pictures are asked for and seen coming: the prompt, its parameters, and the recent jobs. */
export function Workbench(props: WorkbenchProps): ReactElement {
  const { on, readSelection, saveDraft } = props;
  const settings = useLiveValue(props.settings) ?? DEFAULT_SETTINGS;
  const setup = useLiveValue(props.setup);
  const knowledge = useLiveValue(props.knowledge) ?? [];
  const { draft, setDraft, replaceDraft, undoReplacement, clear } = useDraft({
    kept: props.draft,
    save: saveDraft,
    readSelection,
  });

  const provider = providerFor(settings, draft.providerId);
  // What was chosen for a server that is gone means nothing to another one.
  const gone = draft.providerId !== undefined && draft.providerId !== provider.id;
  const parameters = (gone ? undefined : draft.parameters) ?? settings.parameters;

  const generate = async (order: JobOrder): Promise<void> => {
    await props.generate(order);
    clear(draft);
  };
  const edit = ({ prompt, passage, parameters: asked, providerId }: Job): void => {
    replaceDraft({
      prompt,
      parameters: asked,
      ...(passage && { passage }),
      ...(providerId !== undefined && { providerId }),
    });
    scrollTo({ top: 0 });
  };

  return (
    <main className={css['workbench']}>
      <PageHeader
        title={t('page.popup')}
        {...(props.bare && { look: 'bare' })}
        onOpenGallery={() => on.openGallery(undefined)}
        onOpenOptions={on.openOptions}
      />
      {setup && <SetupNotice state={setup} onOpenOptions={on.openOptions} />}
      <div role="status">{undoReplacement && <ReplacedNotice onUndo={undoReplacement} />}</div>
      <FaultBoundary subject={draft}>
        <Composer
          draft={draft}
          onDraftChange={setDraft}
          parameters={parameters}
          providers={settings.providers}
          provider={provider}
          known={knowledge.find(({ providerId }) => providerId === provider.id)}
          onProviderChange={({ id, model }) =>
            setDraft({ ...draft, providerId: id, parameters: { ...parameters, model } })
          }
          onParametersChange={(changed) => setDraft({ ...draft, parameters: changed })}
          onGenerate={generate}
        />
      </FaultBoundary>
      <FaultBoundary>
        <MenuRefusal storage={props.storage} />
      </FaultBoundary>
      <UnsavedProvider storage={props.storage}>
        <FaultBoundary>
          <StorageNotice storage={props.storage} on={on} />
        </FaultBoundary>
        <FaultBoundary>
          <ReadyServersProvider setup={props.setup}>
            <JobList jobs={props.jobs} waiting={props.waiting} on={{ ...on, edit }} />
          </ReadyServersProvider>
        </FaultBoundary>
      </UnsavedProvider>
    </main>
  );
}
