import { expect, it } from 'vitest';
import { VIEWER_KEYS } from '@/components/viewer-keys';
import { t } from '@/utils/i18n/translate';

it('each key of the viewer does one thing, and a sentence says which', () => {
  const keys = VIEWER_KEYS.flatMap((one) => one.keys);
  expect(new Set(keys).size).toBe(keys.length);
  const actions = VIEWER_KEYS.map(({ action }) => action);
  expect(new Set(actions).size).toBe(actions.length);
  for (const { words } of VIEWER_KEYS) expect(t(words)).not.toBe('');
});
