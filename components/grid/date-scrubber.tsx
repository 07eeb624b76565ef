import { useMemo, useState, useSyncExternalStore, type ReactElement } from 'react';
import { sectionAt, type GridLayout } from '@/utils/core/history/grid-layout';
import { t } from '@/utils/i18n/translate';
import { dayWords, monthWords } from '../words/day-words';
import css from './date-scrubber.module.css';

interface DateScrubberProps {
  readonly grid: HTMLElement | null;
  readonly layout: GridLayout;
  /** What covers the top of the window, in CSS pixels. */
  readonly barHeight: number;
}

/** Screens from which on scrolling alone is a long way. */
const LONG = 4;

/** Least distance of two months at the edge, in per cent of its height. */
const APART = 5;

/** Steps of the slider: finer than anybody's hand. */
const STEPS = 1000;

function subscribe(listener: () => void): () => void {
  addEventListener('scroll', listener, { passive: true });
  return () => removeEventListener('scroll', listener);
}

function dayAt(layout: GridLayout, top: number): number | undefined {
  const heading = layout.sections[sectionAt(layout, top)]?.heading;
  return heading?.kind === 'day' ? heading.at : undefined;
}

interface Month {
  readonly first: number;
  readonly percent: number;
}

/** First days of months and where they are, as many as can be read. */
function monthsOf({ sections, tops, height }: GridLayout): readonly Month[] {
  const months: Month[] = [];
  let [last, lastPercent] = [-1, -APART];
  sections.forEach(({ heading }, index) => {
    if (heading?.kind !== 'day' || heading.at < 1) return;
    const month = new Date(heading.at).getMonth();
    const percent = ((tops[index] ?? 0) / height) * 100;
    if (month === last || percent - lastPercent < APART) return;
    [last, lastPercent] = [month, percent];
    months.push({ first: heading.at, percent });
  });
  return months;
}

/** A way to any day: the months along the edge of the window, and a slider that names the day it is at. */
export function DateScrubber({ grid, layout, barHeight }: DateScrubberProps): ReactElement | null {
  const [isHeld, setHeld] = useState(false);
  const read = (): number => {
    const passed = barHeight - (grid?.getBoundingClientRect().top ?? 0);
    return Math.round((Math.min(Math.max(passed, 0), layout.height) / Math.max(1, layout.height)) * STEPS);
  };
  const months = useMemo(() => monthsOf(layout), [layout]);
  const step = useSyncExternalStore(subscribe, read);
  const day = dayAt(layout, (step / STEPS) * layout.height);
  if (day === undefined || layout.height < innerHeight * LONG) return null;
  const goTo = (value: number): void => {
    const top = grid?.getBoundingClientRect().top ?? 0;
    scrollBy({ top: top - barHeight + (value / STEPS) * layout.height, behavior: 'instant' });
  };
  return (
    <div className={css['scrubber']} style={{ insetBlockStart: barHeight }}>
      <input
        type="range"
        className={css['slider']}
        aria-label={t('history.date')}
        aria-valuetext={dayWords(day)}
        min={0}
        max={STEPS}
        value={step}
        onChange={(event) => goTo(event.target.valueAsNumber)}
        onPointerDown={() => setHeld(true)}
        onPointerUp={() => setHeld(false)}
        onLostPointerCapture={() => setHeld(false)}
      />
      <div className={css['months']} aria-hidden>
        {months.map(({ first, percent }) => (
          <span key={first} style={{ insetBlockStart: `${percent}%` }}>
            {monthWords(first)}
          </span>
        ))}
      </div>
      {isHeld && (
        <output className={css['day']} style={{ insetBlockStart: `${(step / STEPS) * 100}%` }} aria-hidden>
          {dayWords(day)}
        </output>
      )}
    </div>
  );
}
