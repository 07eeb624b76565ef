import type { ReactElement } from 'react';
import { t } from '@/utils/i18n/translate';
import { Thumbnail } from './thumbnail';
import css from './version-strip.module.css';

interface VersionStripProps {
  /** Ids of all versions, newest first. */
  readonly versions: readonly string[];
  /** The one in front. */
  readonly current: string;
  readonly onGo: (id: string) => void;
}

function bringIntoView(version: HTMLButtonElement | null): void {
  version?.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
}

/** All pictures of one passage, of which none ever replaces another. */
export function VersionStrip({ versions, current, onGo }: VersionStripProps): ReactElement {
  const count = versions.length;
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
              aria-label={t('viewer.version', { number: count - index, count })}
              title={t('viewer.version', { number: count - index, count })}
              onClick={() => onGo(id)}
            >
              <Thumbnail pictureId={id} alt="" />
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
