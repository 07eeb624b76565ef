import { useState, type ReactElement } from 'react';
import { excerpt } from '@/utils/core/text/excerpt';
import { t } from '@/utils/i18n/translate';
import { Button } from '../widgets/button';

/** Characters that are shown at first; laying out a text of a million takes seconds. */
const SHOWN_LENGTH = 2000;

/** A text whose beginning is shown, and the rest on demand. */
export function LongText({ children }: { readonly children: string }): ReactElement {
  const [showsAll, setShowsAll] = useState(false);
  if (showsAll || children.length <= SHOWN_LENGTH) return <>{children}</>;
  return (
    <>
      {excerpt(children, SHOWN_LENGTH)}{' '}
      <Button small onClick={() => setShowsAll(true)}>
        {t('details.showAll', { count: children.length })}
      </Button>
    </>
  );
}
