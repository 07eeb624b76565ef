import type { ReactElement, ReactNode } from 'react';
import { CHOICE_PARAMETERS, type ChoiceParameter } from '@/utils/core/generation-parameters';
import type { PictureEntry } from '@/utils/core/history';
import type { Job } from '@/utils/core/job';
import { fileExtension } from '@/utils/core/image-type';
import { t } from '@/utils/i18n/translate';
import { choiceWords } from './choice-field';
import { costWords } from './cost-words';
import { formatBytes, formatTime } from './format';
import css from './picture-details.module.css';

interface RowProps {
  readonly name: string;
  /** Short enough to share its line with another. */
  readonly short?: boolean;
  readonly children: ReactNode;
}

function Row({ name, short, children }: RowProps): ReactElement {
  return (
    <div className={short ? undefined : css['wide']}>
      <dt>{name}</dt>
      <dd dir="auto">{children}</dd>
    </div>
  );
}

/** What the server says it used; it says nothing of style and moderation. */
function toldBy({ reply }: Job, parameter: ChoiceParameter): string | undefined {
  if (parameter === 'style' || parameter === 'moderation') return undefined;
  return reply?.actual[parameter === 'output_format' ? 'outputFormat' : parameter];
}

/** What was used, and what was asked for where the server chose otherwise. */
function parameterWords(job: Job, parameter: ChoiceParameter): string | undefined {
  const asked = job.parameters[parameter];
  const told = toldBy(job, parameter);
  const value = told ?? asked;
  if (value === undefined) return undefined;
  if (asked === undefined || asked === value) return choiceWords(value);
  return t('details.asked', { value: choiceWords(value), asked: choiceWords(asked) });
}

function usageWords({ reply }: Job): string {
  const { totalTokens: total, inputTokens: input = 0, outputTokens: output = 0 } = reply?.usage ?? {};
  return total === undefined ? t('details.usageUnknown') : t('details.usageValue', { total, input, output });
}

function durationWords({ startedAt, finishedAt }: Job): string | undefined {
  if (startedAt === undefined || finishedAt === undefined) return undefined;
  return t('details.seconds', { seconds: ((finishedAt - startedAt) / 1000).toFixed(1) });
}

/** Everything known of a picture: its words, where they come from, and how it was made. */
export function PictureDetails({ entry: { picture, job } }: { readonly entry: PictureEntry }): ReactElement {
  const { passage, baseUrl } = job;
  const { lang } = document.documentElement;
  const duration = durationWords(job);
  const pixels = `${picture.width} × ${picture.height}, ${fileExtension(picture.type).toUpperCase()}, ${formatBytes(picture.byteSize, lang)}`;
  return (
    <dl className={css['details']}>
      <Row name={t('details.prompt')}>{job.prompt}</Row>
      {picture.revisedPrompt !== undefined && picture.revisedPrompt !== job.prompt && (
        <Row name={t('details.revised')}>{picture.revisedPrompt}</Row>
      )}
      {passage?.pageUrl && (
        <Row name={t('details.source')}>
          <a href={passage.pageUrl} target="_blank" rel="noreferrer">
            {passage.pageTitle || passage.pageUrl}
          </a>
        </Row>
      )}
      <Row name={t('details.model')}>{job.parameters.model}</Row>
      {CHOICE_PARAMETERS.map((parameter) => {
        const words = parameterWords(job, parameter);
        return (
          words !== undefined && (
            <Row short key={parameter} name={t(`details.${parameter}`)}>
              {words}
            </Row>
          )
        );
      })}
      <Row name={t('details.pixels')}>{pixels}</Row>
      <Row short name={t('details.created')}>
        {formatTime(picture.createdAt, lang)}
      </Row>
      {duration !== undefined && (
        <Row short name={t('details.duration')}>
          {duration}
        </Row>
      )}
      <Row name={t('details.usage')}>{usageWords(job)}</Row>
      {job.cost && <Row name={t('details.cost')}>{costWords(job.cost)}</Row>}
      {baseUrl !== undefined && <Row name={t('details.server')}>{baseUrl}</Row>}
    </dl>
  );
}
