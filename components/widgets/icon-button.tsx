import type { LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from './button';

interface IconButtonProps {
  readonly name: string;
  /** Shown to who rests the pointer on it; the name, unless there is more to say. */
  readonly title?: string;
  readonly icon: LucideIcon;
  readonly onClick: () => void;
}

/** A button that is a picture, with its name for who cannot see it. */
export function IconButton({ name, title = name, icon: Icon, onClick }: IconButtonProps): ReactElement {
  return (
    <Button look="quiet" icon aria-label={name} title={title} onClick={onClick}>
      <Icon size={18} aria-hidden />
    </Button>
  );
}
