import { act } from '@testing-library/react';

/** Lets settled promises have their effect, also while the clock stands still. */
export async function settle(): Promise<void> {
  await act(async () => {
    await Promise.resolve();
  });
}
