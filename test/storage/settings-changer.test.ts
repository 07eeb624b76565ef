import { expect, it } from 'vitest';
import { createSettingsChanger } from '@/utils/storage/settings-changer';
import { readSettings } from '@/utils/storage/settings-store';

it('loses none of several changes at once', async () => {
  const change = createSettingsChanger();
  await Promise.all([
    change((settings) => ({ ...settings, monthlyLimit: 5 })),
    change((settings) => ({ ...settings, afterMenuClick: 'edit' })),
    change((settings) => ({ ...settings, parameters: { model: 'flux' } })),
  ]);
  expect(await readSettings()).toMatchObject({
    monthlyLimit: 5,
    afterMenuClick: 'edit',
    parameters: { model: 'flux' },
  });
});

it('goes on after a change that failed, and tells whoever asked for it', async () => {
  const change = createSettingsChanger();
  const failing = change(() => {
    throw new Error('no');
  });
  const next = change((settings) => ({ ...settings, monthlyLimit: 7 }));
  await expect(failing).rejects.toThrow('no');
  await next;
  expect(await readSettings()).toMatchObject({ monthlyLimit: 7 });
});
