import { render, screen } from '@testing-library/react';
import { useState, type ReactElement } from 'react';
import { vi } from 'vitest';
import { Composer } from '@/components/composer/composer';
import type { Draft } from '@/utils/core/job/draft';
import type { JobOrder } from '@/utils/core/job/job';
import type { GenerationParameters } from '@/utils/core/model/generation-parameters';
import { createProvider } from '@/utils/core/server/provider';
import type { ServerKnowledge } from '@/utils/core/server/server-knowledge';

interface ComposerPageProps {
  readonly draft?: Draft;
  readonly parameters?: GenerationParameters;
  readonly known?: ServerKnowledge;
  readonly onGenerate: (order: JobOrder) => Promise<unknown>;
}

/** The only server there is. */
export const SERVER = createProvider('server-1', { baseUrl: 'https://api.example/v1' });

/** A page with nothing but the composer, which keeps what is written and chosen. */
function ComposerPage(props: ComposerPageProps): ReactElement {
  const [draft, setDraft] = useState<Draft>(props.draft ?? { prompt: '' });
  const [parameters, setParameters] = useState(props.parameters ?? { model: 'gpt-image-1' });
  return (
    <Composer
      draft={draft}
      onDraftChange={setDraft}
      parameters={parameters}
      onParametersChange={setParameters}
      providers={[SERVER]}
      provider={SERVER}
      known={props.known}
      onProviderChange={() => undefined}
      onGenerate={props.onGenerate}
    />
  );
}

/** Shows it; without an answer of its own the order settles at once. */
export function renderComposer(props: Partial<ComposerPageProps> = {}) {
  const onGenerate = vi.fn<ComposerPageProps['onGenerate']>(props.onGenerate ?? (() => Promise.resolve()));
  render(<ComposerPage {...props} onGenerate={onGenerate} />);
  return {
    onGenerate,
    /** The parameters of the last order. */
    ordered: () => onGenerate.mock.lastCall?.[0].parameters,
  };
}

/** The prompt box. */
export function promptBox(): HTMLElement {
  return screen.getByRole('textbox', { name: 'Prompt' });
}

/** The button that sends. */
export function generateButton(): HTMLElement {
  return screen.getByRole('button', { name: 'Generate' });
}
