import type { ReactElement } from 'react';
import { excerpt } from '@/utils/core/text/excerpt';
import css from './prompt-excerpt.module.css';

/** The beginning of a prompt: two lines of it, in the direction of its own script. */
export function PromptExcerpt({ prompt }: { readonly prompt: string }): ReactElement {
  return (
    <p className={css['excerpt']} dir="auto">
      {excerpt(prompt)}
    </p>
  );
}
