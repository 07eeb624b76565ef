import { useId, type ReactElement, type ReactNode } from 'react';
import css from './field.module.css';

/** What a control needs to belong to its label and hints. */
export interface FieldControl {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

interface FieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly problem?: string | undefined;
  readonly children: (control: FieldControl) => ReactNode;
}

/** A labelled control with a hint below, or what is wrong with its value. */
export function Field({ label, hint, problem, children }: FieldProps): ReactElement {
  const id = useId();
  const hintId = `${id}-hint`;
  const described = problem !== undefined || Boolean(hint);
  return (
    <div className={css['field']}>
      <label className={css['label']} htmlFor={id}>
        {label}
      </label>
      {children({
        id,
        'aria-describedby': described ? hintId : undefined,
        'aria-invalid': problem === undefined ? undefined : true,
      })}
      {described && (
        <div id={hintId} className={problem === undefined ? css['hint'] : css['problem']}>
          {problem ?? hint}
        </div>
      )}
    </div>
  );
}
