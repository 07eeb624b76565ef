import { Columns2 } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { t } from '@/utils/i18n/translate';
import { Button } from '../widgets/button';
import { Thumbnail } from '../widgets/thumbnail';
import css from './version-strip.module.css';

interface VersionStripProps {
  /** Ids of all versions, newest first. */
  readonly versions: readonly string[];
  /** The one in front. */
  readonly current: string;
  readonly onGo: (id: string) => void;
  /** Sets another version beside the one in front. */
  readonly onCompare: (id: string) => void;
}

function bringIntoView(version: HTMLButtonElement | null): void {
  version?.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
}

/** All pictures of one passage, of which none ever replaces another. */
export function VersionStrip({ versions, current, onGo, onCompare }: VersionStripProps): ReactElement {
  const [isComparing, setComparing] = useState(false);
  const others = versions.filter((id) => id !== current);
  const compare = (): void => {
    const [only] = others;
    if (others.length === 1 && only !== undefined) onCompare(only);
    else setComparing(!isComparing);
  };
  const count = versions.length;
  const nameOf = (index: number): string =>
    t(isComparing ? 'compare.withVersion' : 'viewer.version', { number: count - index, count });
  return (
    <nav className={css['strip']} aria-label={t('viewer.versions')}>
      <span className={css['title']} aria-hidden>
        {t('viewer.versions')}
      </span>
      {/* oxlint-disable-next-line jsx-a11y/no-redundant-roles -- browsers drop the role with the bullets otherwise */}
      <ul role="list" className={css['list']}>
        {versions.map((id, index) => (
          <li key={id}>
            <button
              type="button"
              ref={id === current ? bringIntoView : undefined}
              className={css['version']}
              aria-current={id === current ? 'true' : undefined}
              aria-label={nameOf(index)}
              title={nameOf(index)}
              disabled={isComparing && id === current}
              onClick={() => (isComparing ? onCompare(id) : onGo(id))}
            >
              <Thumbnail pictureId={id} alt="" />
            </button>
          </li>
        ))}
      </ul>
      <Button small aria-pressed={others.length > 1 ? isComparing : undefined} onClick={compare}>
        <Columns2 size={14} aria-hidden />
        {t(others.length > 1 ? 'compare.with' : 'compare.open')}
      </Button>
      {isComparing && <span role="note">{t('compare.choose')}</span>}
    </nav>
  );
}
