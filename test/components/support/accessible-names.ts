import { within } from '@testing-library/react';

/** What a screen reader calls everything of this role, in order. */
export function namesOf(role: string, container: HTMLElement = document.body): readonly string[] {
  const names: string[] = [];
  within(container).queryAllByRole(role, {
    name(name) {
      names.push(name);
      return true;
    },
  });
  return names;
}
