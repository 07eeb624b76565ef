import { useState, type MouseEvent, type ReactElement } from 'react';
import { t, tCount } from '@/utils/i18n/translate';
import { Button } from './button';

interface EmptyTrashButtonProps {
  /** How many pictures go. */
  readonly count: number;
  readonly onEmpty: () => void;
}

/** Empties the trash. That cannot be taken back, so that it takes a second click, which says how many pictures go. */
export function EmptyTrashButton({ count, onEmpty }: EmptyTrashButtonProps): ReactElement {
  const [askedFor, setAskedFor] = useState<number>();
  // Another number is another question.
  const isAsked = askedFor === count;
  const click = ({ detail }: MouseEvent): void => {
    // The second half of a double click is no answer.
    if (detail > 1) return;
    setAskedFor(isAsked ? undefined : count);
    if (isAsked) onEmpty();
  };
  return (
    <Button look={isAsked ? 'primary' : undefined} onClick={click} onBlur={() => setAskedFor(undefined)}>
      {isAsked ? tCount('trash.emptySure', count) : t('trash.empty')}
    </Button>
  );
}
