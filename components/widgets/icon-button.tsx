import type { LucideIcon } from 'lucide-react';
import type { ComponentProps, ReactElement } from 'react';
import { Button } from './button';

interface IconButtonProps extends Omit<
  ComponentProps<typeof Button>,
  'aria-label' | 'children' | 'icon' | 'look' | 'name'
> {
  readonly name: string;
  /** Shown to who rests the pointer on it; the name, unless there is more to say. */
  readonly title?: string;
  readonly icon: LucideIcon;
  /** Of the picture, in CSS pixels. */
  readonly size?: number;
  /** Whether it has a frame and a ground of its own, as over a picture. */
  readonly framed?: boolean;
}

/** A button that is a picture, with its name for who cannot see it. */
export function IconButton(props: IconButtonProps): ReactElement {
  const { name, title = name, icon: Icon, size = 18, framed = false, ...rest } = props;
  return (
    <Button {...rest} look={framed ? undefined : 'quiet'} icon aria-label={name} title={title}>
      <Icon size={size} aria-hidden />
    </Button>
  );
}
