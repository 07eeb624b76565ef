import { expect, it } from 'vitest';
import { COMPARE_KEYS } from '@/components/compare/compare-keys';
import type { KeyWords } from '@/components/widgets/key-press';
import { VIEWER_KEYS } from '@/components/viewer/viewer-keys';
import { t } from '@/utils/i18n/translate';

it.each<[string, readonly KeyWords<string>[]]>([
  ['the viewer', VIEWER_KEYS],
  ['the comparison', COMPARE_KEYS],
])('each key of %s does one thing, and a sentence says which', (_, table) => {
  const keys = table.flatMap((one) => one.keys);
  expect(new Set(keys).size).toBe(keys.length);
  const actions = table.map(({ action }) => action);
  expect(new Set(actions).size).toBe(actions.length);
  for (const { words } of table) expect(t(words)).not.toBe('');
});
