import type { ReactElement, ReactNode } from 'react';
import css from './fact-list.module.css';

/** Something known under a name. */
export interface Fact {
  readonly name: string;
  /** Left out where there is nothing to say. */
  readonly value: ReactNode;
  /** Whether it is written by machines for machines. */
  readonly code?: boolean;
}

/** Whether there is something to say. */
export function isKnown({ value }: Fact): boolean {
  return value !== undefined && value !== '';
}

/** Facts one below the other, names aligned. */
export function FactList({ facts }: { readonly facts: readonly Fact[] }): ReactElement {
  return (
    <dl className={css['facts']}>
      {facts.filter(isKnown).map(({ name, value, code }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className={code ? css['code'] : undefined} dir="auto">
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
