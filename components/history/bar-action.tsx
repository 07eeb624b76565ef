import type { LucideIcon } from 'lucide-react';
import type { ComponentProps, ReactElement } from 'react';
import { Button } from '../widgets/button';
import css from './selection-bar.module.css';

interface BarActionProps extends Omit<ComponentProps<typeof Button>, 'children' | 'icon' | 'title'> {
  readonly icon: LucideIcon;
  readonly words: string;
  readonly filled?: boolean;
}

/** What can be done with what is chosen: a picture and words, and the picture alone in a narrow window. */
export function BarAction({ icon: Icon, words, filled = false, ...rest }: BarActionProps): ReactElement {
  return (
    <Button {...rest} title={words}>
      <Icon size={15} fill={filled ? 'currentColor' : 'none'} aria-hidden />
      <span className={css['words']}>{words}</span>
    </Button>
  );
}
