import type { ReactElement, ReactNode } from 'react';
import type { PictureEntry } from '@/utils/core/history/history';
import { CHOICE_PARAMETERS } from '@/utils/core/model/generation-parameters';
import { compareTexts, type ComparedPart } from '@/utils/core/text/text-difference';
import { t } from '@/utils/i18n/translate';
import { durationWords, parameterWords } from '../viewer/detail-words';
import { costWords } from '../words/cost-words';
import { formatTime } from '../words/format';
import { pixelWords } from '../words/pixel-words';
import css from './compare-viewer.module.css';

/** One thing known of each picture, in words; equal where there is no difference to tell. */
function comparedWords(of: PictureEntry): ReadonlyMap<string, string> {
  const { picture, job } = of;
  const known: readonly (readonly [string, string | undefined])[] = [
    [t('details.model'), job.parameters.model || undefined],
    ...CHOICE_PARAMETERS.map((name) => [t(`details.${name}`), parameterWords(job, name)] as const),
    [t('details.compression'), job.parameters.output_compression?.toString()],
    [t('details.pixels'), pixelWords(picture)],
    [t('details.server'), job.baseUrl],
    [t('details.cost'), job.cost && costWords(job.cost)],
    [t('details.duration'), durationWords(job)],
    [t('details.created'), formatTime(picture.createdAt, document.documentElement.lang)],
  ];
  return new Map(known.map(([name, words]) => [name, words ?? '–']));
}

function Parts({ parts }: { readonly parts: readonly ComparedPart[] }): ReactNode {
  return parts.map(({ text, isOwn }, index) =>
    // oxlint-disable-next-line react/no-array-index-key -- parts of one text have nothing but their order
    isOwn ? <mark key={index}>{text}</mark> : text,
  );
}

interface DifferencesProps {
  readonly left: PictureEntry;
  readonly right: PictureEntry;
}

/** What is different about two pictures; what is the same is left out. */
export function CompareDifferences({ left, right }: DifferencesProps): ReactElement {
  const [one, other] = [comparedWords(left), comparedWords(right)];
  const rows = [...one].filter(([name, words]) => other.get(name) !== words);
  const [prompt, otherPrompt] = compareTexts(left.job.prompt, right.job.prompt);
  const hasOtherWords = left.job.prompt !== right.job.prompt;
  if (rows.length === 0 && !hasOtherWords) return <p className={css['same']}>{t('compare.same')}</p>;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the keyboard scrolls only what it can come to
    <section className={css['differences']} aria-label={t('compare.differences')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('compare.differences')}</th>
            <th scope="col">
              <span className={css['beside']}>{t('compare.left')}</span>
              <span className={css['above']}>{t('compare.above')}</span>
            </th>
            <th scope="col">
              <span className={css['beside']}>{t('compare.right')}</span>
              <span className={css['above']}>{t('compare.below')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {hasOtherWords && (
            <tr>
              <th scope="row">{t('details.prompt')}</th>
              <td dir="auto">
                <Parts parts={prompt} />
              </td>
              <td dir="auto">
                <Parts parts={otherPrompt} />
              </td>
            </tr>
          )}
          {rows.map(([name, words]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{words}</td>
              <td>{other.get(name)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
