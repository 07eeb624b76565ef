import { useEffect, useRef, type RefObject } from 'react';
import type { SetupState } from '@/utils/core/connection/connect';
import type { Job, WaitingFor } from '@/utils/core/job/job';

/** What keeps a server from being called. */
export interface MissingField {
  readonly providerId: string;
  readonly field: 'key' | 'access';
  /** Changes with each new job that waits, so that the field gets the focus again. */
  readonly cause: string;
}

const isField = (waitingFor: WaitingFor | undefined): waitingFor is MissingField['field'] =>
  waitingFor === 'key' || waitingFor === 'access';

/**
 * What a person most likely opened the settings for: what the newest waiting job waits for, otherwise what the chosen
 * server lacks.
 * @param jobs newest first
 */
export function findMissingField(
  jobs: readonly Job[],
  setup: SetupState | undefined,
): MissingField | undefined {
  for (const { id: cause, providerId = setup?.providerId, waitingFor } of jobs) {
    if (providerId !== undefined && isField(waitingFor)) return { providerId, field: waitingFor, cause };
  }
  if (!setup || !isField(setup.missing)) return undefined;
  return { providerId: setup.providerId, field: setup.missing, cause: 'setup' };
}

const CONTROL = { key: 'input[type="password"]', access: 'button[type="submit"]' } as const;

/** Moves the focus to the field that is missing, and the field into view, unless something else has the focus. */
export function useFocusOnMissing(
  form: RefObject<HTMLFormElement | null>,
  missing: MissingField | undefined,
): void {
  const handled = useRef<string>(undefined);
  useEffect(() => {
    if (!missing) return;
    const { field, cause } = missing;
    const occasion = `${field} ${cause}`;
    if (handled.current === occasion || document.activeElement !== document.body) return;
    handled.current = occasion;
    const control = form.current?.querySelector<HTMLElement>(CONTROL[field]);
    control?.focus({ preventScroll: true });
    control?.scrollIntoView({ block: 'center' });
  }, [form, missing]);
}
