import type { ReactElement, ReactNode } from 'react';
import css from './picture-details.module.css';

interface DetailRowProps {
  readonly name: string;
  /** Short enough to share its line with another. */
  readonly short?: boolean;
  /** Nothing is shown where nothing is known. */
  readonly children: ReactNode;
}

/** One thing known of a picture, with its name; absent where it is not known. */
export function DetailRow({ name, short, children }: DetailRowProps): ReactElement | null {
  if (children === undefined) return null;
  return (
    <div className={short ? undefined : css['wide']}>
      <dt>{name}</dt>
      <dd dir="auto">{children}</dd>
    </div>
  );
}
