import { Layers } from 'lucide-react';
import type { ReactElement } from 'react';
import { tCount } from '@/utils/i18n/translate';
import css from './version-badge.module.css';

/** Says on a tile that it stands for several versions. */
export function VersionBadge({ id, count }: { readonly id: string; readonly count: number }): ReactElement {
  return (
    <span id={id} className={css['badge']}>
      <Layers size={13} aria-hidden />
      {tCount('viewer.versionsHere', count)}
    </span>
  );
}
