import type { ReactElement } from 'react';
import type { PictureEntry } from '@/utils/core/history/history';
import { CHOICE_PARAMETERS } from '@/utils/core/model/generation-parameters';
import { fileExtension } from '@/utils/core/picture/image-type';
import { t } from '@/utils/i18n/translate';
import { costWords } from '../words/cost-words';
import { pixelWords } from '../words/pixel-words';
import { formatBytes, formatTime } from '../words/format';
import { DetailRow } from './detail-row';
import { durationWords, parameterWords, usageWords, waitingWords } from './detail-words';
import { LongText } from './long-text';
import { PassageSource } from './passage-source';
import css from './picture-details.module.css';

/** Everything known of a picture: its words, where they come from, how it was made, and what it took. */
export function PictureDetails({ entry: { picture, job } }: { readonly entry: PictureEntry }): ReactElement {
  const { passage, parameters, baseUrl } = job;
  const { lang } = document.documentElement;
  const pixels = `${pixelWords(picture)}, ${fileExtension(picture.type).toUpperCase()}, ${formatBytes(picture.byteSize, lang)}`;
  const wanted = parameters.n ?? 1;
  return (
    <>
      <dl className={css['details']}>
        <DetailRow name={t('details.prompt')}>
          <LongText>{job.prompt}</LongText>
        </DetailRow>
        {picture.revisedPrompt !== undefined && picture.revisedPrompt !== job.prompt && (
          <DetailRow name={t('details.revised')}>
            <LongText>{picture.revisedPrompt}</LongText>
          </DetailRow>
        )}
        {passage && <PassageSource passage={passage} />}
      </dl>
      <dl className={css['details']}>
        <DetailRow name={t('details.model')}>{parameters.model || undefined}</DetailRow>
        {CHOICE_PARAMETERS.map((parameter) => (
          <DetailRow short key={parameter} name={t(`details.${parameter}`)}>
            {parameterWords(job, parameter)}
          </DetailRow>
        ))}
        <DetailRow short name={t('details.compression')}>
          {parameters.output_compression}
        </DetailRow>
        {wanted > 1 && (
          <DetailRow short name={t('details.number')}>
            {t('details.numberValue', { number: picture.index + 1, wanted })}
          </DetailRow>
        )}
        <DetailRow name={t('details.pixels')}>{pixels}</DetailRow>
        <DetailRow name={t('details.server')}>{baseUrl}</DetailRow>
      </dl>
      <dl className={css['details']}>
        <DetailRow name={t('details.created')}>{formatTime(picture.createdAt, lang)}</DetailRow>
        <DetailRow short name={t('details.duration')}>
          {durationWords(job)}
        </DetailRow>
        <DetailRow short name={t('details.waited')}>
          {waitingWords(job)}
        </DetailRow>
        <DetailRow short name={t('details.attempts')}>
          {job.attempts > 1 ? job.attempts : undefined}
        </DetailRow>
        <DetailRow short name={t('details.cost')}>
          {job.cost && costWords(job.cost)}
        </DetailRow>
        <DetailRow name={t('details.usage')}>{usageWords(job)}</DetailRow>
      </dl>
    </>
  );
}
