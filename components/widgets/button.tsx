import type { ComponentProps, ReactElement } from 'react';
import css from './button.module.css';

interface ButtonProps extends Omit<ComponentProps<'button'>, 'className'> {
  readonly look?: 'primary' | 'quiet' | undefined;
  readonly small?: boolean;
  /** Only a picture inside: the name is in `aria-label`. */
  readonly icon?: boolean;
}

/** A native button in the product's dress; does not submit unless told to. */
export function Button({ look, small, icon, type = 'button', ...rest }: ButtonProps): ReactElement {
  const names = [css['button'], look && css[look], small && css['small'], icon && css['icon']];
  return <button type={type} className={names.filter(Boolean).join(' ')} {...rest} />;
}
