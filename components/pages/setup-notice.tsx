import type { ReactElement } from 'react';
import type { SetupState } from '@/utils/core/connection/connect';
import { t } from '@/utils/i18n/translate';
import { Button } from '../widgets/button';
import css from './workbench.module.css';

interface SetupNoticeProps {
  readonly state: SetupState;
  readonly onOpenOptions: () => void;
}

/** Says what is missing and leads there; absent when all is in place. */
export function SetupNotice({ state, onOpenOptions }: SetupNoticeProps): ReactElement | null {
  const { missing, host } = state;
  if (!missing) return null;
  return (
    <div className={css['setup']}>
      <p>{t(missing === 'key' ? 'setup.noKey' : 'setup.noAccess', { host })}</p>
      <Button small onClick={onOpenOptions}>
        {t('setup.action')}
      </Button>
    </div>
  );
}
