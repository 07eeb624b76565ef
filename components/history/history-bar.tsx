import { ArrowDownUp, HardDrive, Keyboard, SlidersHorizontal, Trash2 } from 'lucide-react';
import { useId, type ReactElement, type Ref } from 'react';
import type { FilterCounts } from '@/utils/core/history/find-pictures';
import { isNarrowed, type HistoryQuery } from '@/utils/core/history/history-query';
import { t, tCount } from '@/utils/i18n/translate';
import { Button } from '../widgets/button';
import { IconButton } from '../widgets/icon-button';
import { PageHeader } from '../widgets/page-header';
import { countWords } from '../words/count-words';
import { ActiveFilters } from './active-filters';
import { FilterPanel } from './filter-panel';
import css from './history-bar.module.css';
import { OrderChoice } from './order-choice';
import { SearchBox } from './search-box';

interface HistoryBarProps {
  readonly ref: Ref<HTMLDivElement>;
  readonly query: HistoryQuery;
  readonly onAsk: (query: HistoryQuery) => void;
  /** Absent while the filters are closed. */
  readonly counts: FilterCounts | undefined;
  readonly onToggle: () => void;
  readonly found: number;
  /** How many jobs without pictures are among what was found. */
  readonly foundJobs: number;
  /** How many pictures these stand for, where versions are stacked. */
  readonly behind?: number | undefined;
  readonly isLooking: boolean;
  /** Whether there is anything to look for. */
  readonly isEmpty: boolean;
  /** How many pictures are in the trash; there is no way to an empty one. */
  readonly trashed: number;
  readonly onOpenTrash: () => void;
  readonly onOpenStorage: () => void;
  readonly onOpenTransfer: () => void;
  readonly onOpenKeys: () => void;
  readonly onOpenOptions: () => void;
}

/** The top of the history, which stays: what to look for, by what, and in which order. */
export function HistoryBar(props: HistoryBarProps): ReactElement {
  const { ref, query, onAsk, counts, found, isLooking } = props;
  const panelId = useId();
  return (
    <div ref={ref} className={css['bar']}>
      <PageHeader look="large" title={t('page.history')} onOpenOptions={props.onOpenOptions}>
        {!props.isEmpty && (
          <div className={css['tools']} role="search">
            <SearchBox query={query.text} onChange={(text) => onAsk({ ...query, text })} />
            <Button
              aria-expanded={counts !== undefined}
              aria-controls={counts && panelId}
              onClick={props.onToggle}
            >
              <SlidersHorizontal size={15} aria-hidden />
              {t('filter.title')}
            </Button>
            <OrderChoice order={query.order} onChange={(order) => onAsk({ ...query, order })} />
          </div>
        )}
        <IconButton name={t('transfer.open')} icon={ArrowDownUp} onClick={props.onOpenTransfer} />
        {props.trashed > 0 && (
          <Button
            look="quiet"
            aria-label={tCount('trash.open', props.trashed)}
            title={t('trash.title')}
            onClick={props.onOpenTrash}
          >
            <Trash2 size={17} aria-hidden />
            {props.trashed}
          </Button>
        )}
        <IconButton name={t('storage.title')} icon={HardDrive} onClick={props.onOpenStorage} />
        <IconButton
          name={t('keys.title')}
          title={t('keys.hint')}
          icon={Keyboard}
          onClick={props.onOpenKeys}
        />
      </PageHeader>
      {counts && <FilterPanel id={panelId} query={query} counts={counts} onChange={onAsk} />}
      {(isNarrowed(query) || isLooking) && (
        <ActiveFilters
          query={query}
          found={countWords(found, props.foundJobs, props.behind)}
          isLooking={isLooking}
          onChange={onAsk}
        />
      )}
    </div>
  );
}
