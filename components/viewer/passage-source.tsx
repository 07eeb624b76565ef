import type { ReactElement } from 'react';
import { quoteExcerpt, type Passage } from '@/utils/core/text/passage';
import { passageLink } from '@/utils/core/text/passage-link';
import { t } from '@/utils/i18n/translate';
import { DetailRow } from './detail-row';
import css from './picture-details.module.css';

/** Stands between headings; read out as the list they are. */
function Trail({ headings }: { readonly headings: readonly string[] }): ReactElement {
  return (
    <ul className={css['trail']} aria-label={t('details.headings')}>
      {headings.map((heading, level) => (
        // oxlint-disable-next-line react/no-array-index-key -- headings have nothing but their order
        <li key={level} dir="auto">
          {heading}
        </li>
      ))}
    </ul>
  );
}

interface PassageSourceProps {
  readonly passage: Passage;
}

/** Where the words are from: the page, the headings above them, the words themselves, and the way back to them. */
export function PassageSource({ passage }: PassageSourceProps): ReactElement {
  const { quote, before, after, headings, pageUrl, pageTitle, language } = passage;
  const link = passageLink(passage);
  const excerpt = quoteExcerpt(quote.trim());
  return (
    <>
      {pageUrl !== '' && (
        <DetailRow name={t('details.source')}>
          {link === undefined ? (
            pageTitle || pageUrl
          ) : (
            <>
              <a href={pageUrl} target="_blank" rel="noreferrer noopener">
                {pageTitle || pageUrl}
              </a>{' '}
              <a className={css['back']} href={link} target="_blank" rel="noreferrer noopener">
                {t('details.backToPassage')}
              </a>
            </>
          )}
        </DetailRow>
      )}
      <DetailRow name={t('details.passage')}>
        {headings.length > 0 && <Trail headings={headings} />}
        <blockquote className={css['quote']} lang={language || undefined} dir="auto">
          {before !== '' && <span className={css['around']}>… {before.trimStart()}</span>}
          {excerpt}
          {after !== '' && <span className={css['around']}>{after.trimEnd()} …</span>}
        </blockquote>
      </DetailRow>
    </>
  );
}
