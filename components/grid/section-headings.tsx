import { ExternalLink } from 'lucide-react';
import type { ReactElement } from 'react';
import type { GridLayout } from '@/utils/core/history/grid-layout';
import { sectionAt } from '@/utils/core/history/grid-layout';
import type { SectionHeading } from '@/utils/core/history/history-sections';
import { t } from '@/utils/i18n/translate';
import { countWords } from '../words/count-words';
import { dayWords } from '../words/day-words';
import css from './picture-grid.module.css';
import type { Band } from './use-visible-band';

function Words({ heading }: { readonly heading: SectionHeading }): ReactElement {
  if (heading.kind === 'day') return <>{dayWords(heading.at)}</>;
  const { site, page, title } = heading;
  if (page === '') return <>{t('history.typedWords')}</>;
  return (
    <>
      <span className={css['site']}>{site}</span>
      <a href={page} target="_blank" rel="noreferrer" dir="auto">
        {title || page}
        <ExternalLink size={13} aria-hidden />
      </a>
    </>
  );
}

/** Rings around the tiles below stay free of the heading, in CSS pixels. */
const RING = 6;

interface SectionHeadingsProps {
  readonly layout: GridLayout;
  readonly band: Band;
}

/** The headings in view, each staying at the top as long as something of its group is on the screen. */
export function SectionHeadings({ layout, band }: SectionHeadingsProps): ReactElement {
  const first = sectionAt(layout, band.top);
  const end = sectionAt(layout, band.bottom) + 1;
  return (
    <>
      {layout.sections.slice(first, end).map(({ key, heading, count, jobs = 0 }, index) => {
        const top = layout.tops[first + index] ?? 0;
        const height = (layout.tops[first + index + 1] ?? top) - top;
        return (
          heading && (
            <div key={key} className={css['section']} style={{ insetBlockStart: top, height }}>
              <h2 className={css['heading']} style={{ height: layout.metrics.headingHeight - RING }}>
                <span className={css['headingWords']}>
                  <Words heading={heading} />
                </span>
                <span className={css['headingCount']}>{countWords(count - jobs, jobs)}</span>
              </h2>
            </div>
          )
        );
      })}
    </>
  );
}
