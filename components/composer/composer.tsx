import { useRef, useState, type FormEvent, type MouseEvent, type ReactElement } from 'react';
import { failureOf } from '@/utils/core/failure/failure';
import type { Draft } from '@/utils/core/job/draft';
import type { JobOrder } from '@/utils/core/job/job';
import type { GenerationParameters } from '@/utils/core/model/generation-parameters';
import { familyOf, KNOWN_MODELS } from '@/utils/core/model/models';
import type { Provider } from '@/utils/core/server/provider';
import type { ServerKnowledge } from '@/utils/core/server/server-knowledge';
import { cleanPrompt, promptProblem } from '@/utils/core/text/prompt';
import { t } from '@/utils/i18n/translate';
import { Button } from '../widgets/button';
import { failureWords } from '../words/failure-words';
import css from './composer.module.css';
import { Estimate } from './estimate';
import { MoreParameters } from './more-parameters';
import { ParameterFields } from './parameter-fields';
import { PromptField } from './prompt-field';
import { ServerChoice } from './server-choice';

interface ComposerProps {
  readonly draft: Draft;
  readonly onDraftChange: (draft: Draft) => void;
  readonly parameters: GenerationParameters;
  /** Servers to choose from, the one this prompt goes to, and what is known of that. */
  readonly providers: readonly Provider[];
  readonly provider: Provider;
  readonly known: ServerKnowledge | undefined;
  readonly onProviderChange: (provider: Provider) => void;
  readonly onParametersChange: (parameters: GenerationParameters) => void;
  /** Settles when the job is durable; what stands in the box may go then, and not before. */
  readonly onGenerate: (order: JobOrder) => Promise<unknown>;
}

/** The second click of a double click finds the box emptied by the first, and would complain of that. */
function ignoreSecondOfDouble(event: MouseEvent): void {
  if (event.detail > 1) event.preventDefault();
}

/** The form a prompt is written and sent with. */
export function Composer(props: ComposerProps): ReactElement {
  const { draft, onDraftChange, parameters, onParametersChange, onGenerate, provider, known } = props;
  const models = known?.models ?? [];
  const [problem, setProblem] = useState<string>();
  // Not state: a second press before the next drawing would still see the old value, and draw, and cost, twice.
  const sending = useRef(false);

  const generate = async (): Promise<void> => {
    const prompt = cleanPrompt(draft.prompt);
    if (prompt === '') {
      setProblem(failureWords({ kind: 'emptyPrompt' }));
      return;
    }
    const tooLong = promptProblem(prompt, familyOf(parameters.model).promptLimit);
    setProblem(tooLong && failureWords(tooLong));
    if (tooLong) return;
    sending.current = true;
    try {
      await onGenerate({ ...draft, prompt, parameters, providerId: provider.id });
    } catch (thrown) {
      setProblem(failureWords(failureOf(thrown)));
    } finally {
      sending.current = false;
    }
  };
  const submit = (): void => {
    if (!sending.current) void generate();
  };

  return (
    <form
      className={css['composer']}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        submit();
      }}
    >
      <PromptField
        draft={draft}
        model={parameters.model}
        models={models.length > 0 ? models.map(({ id }) => id) : KNOWN_MODELS}
        onModel={(model) => {
          setProblem(undefined);
          onParametersChange({ ...parameters, model });
        }}
        onChange={(prompt) => {
          setProblem(undefined);
          // The words of the selection are gone with the last of the text.
          onDraftChange({ ...draft, prompt, ...(prompt === '' && { hasHiddenText: false }) });
        }}
        onSubmit={submit}
      />
      {props.providers.length > 1 && (
        <ServerChoice providers={props.providers} provider={provider} onChange={props.onProviderChange} />
      )}
      <ParameterFields parameters={parameters} models={models} onChange={onParametersChange} />
      <div className={css['last']}>
        <MoreParameters parameters={parameters} onChange={onParametersChange} />
        <div className={css['submit']}>
          <Estimate prompt={draft.prompt} parameters={parameters} provider={provider} known={known} />
          <Button
            look="primary"
            type="submit"
            onClick={ignoreSecondOfDouble}
            aria-keyshortcuts="Control+Enter"
            title={t('composer.generateHint')}
          >
            {t('composer.generate')}
          </Button>
        </div>
      </div>
      <div className={css['problem']} role="alert">
        {problem}
      </div>
    </form>
  );
}
