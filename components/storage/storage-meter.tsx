import type { ReactElement } from 'react';
import type { StorageUse } from '@/utils/core/history/storage-use';
import { t, tCount } from '@/utils/i18n/translate';
import { formatBytes } from '../words/format';
import css from './storage-page.module.css';

interface Part {
  readonly name: 'kept' | 'thumbnails' | 'trash';
  readonly bytes: number;
  /** What is known of it besides. */
  readonly more?: string;
}

/** How much pictures, thumbnails and the trash take, as a bar and in words. */
export function StorageMeter({ use }: { readonly use: StorageUse }): ReactElement {
  const { kept, trash, thumbnailBytes, isEstimate } = use;
  const { lang } = document.documentElement;
  const all: readonly Part[] = [
    { name: 'kept', bytes: kept.bytes, more: tCount('history.count', kept.count) },
    { name: 'thumbnails', bytes: thumbnailBytes, ...(isEstimate && { more: t('storage.about') }) },
    { name: 'trash', bytes: trash.bytes, more: tCount('history.count', trash.count) },
  ];
  const total = all.reduce((sum, { bytes }) => sum + bytes, 0);
  const parts = all.filter(({ bytes }) => bytes > 0);
  return (
    <>
      <p className={css['total']}>{t('storage.total', { size: formatBytes(total, lang) })}</p>
      {/* The list below says the same in words. */}
      <div className={css['meter']} aria-hidden>
        {parts.map(({ name, bytes }) => (
          <span key={name} className={css[name]} style={{ flexGrow: bytes / total }} />
        ))}
      </div>
      <dl className={css['parts']}>
        {parts.map(({ name, bytes, more }) => (
          <div key={name}>
            <dt>
              <span className={`${css['dot']} ${css[name] ?? ''}`} aria-hidden />
              {t(`storage.${name}`)}
            </dt>
            <dd>{formatBytes(bytes, lang)}</dd>
            {more !== undefined && <dd className={css['more']}>{more}</dd>}
          </div>
        ))}
      </dl>
    </>
  );
}
