import { expect, it } from 'vitest';
import type { KeptDraft } from '@/utils/core/job/draft';
import { createDatabaseOpener } from '@/utils/storage/database';
import { readDraft, replaceDraft, writeDraft } from '@/utils/storage/draft-store';
import { recordChanges } from '../fakes/changes';
import { makePassage } from '../fixtures/jobs';

const KEPT: KeptDraft = {
  draft: {
    prompt: 'a fox\nin snow',
    passage: makePassage(),
    parameters: { model: 'dall-e-3', quality: 'hd' },
  },
  writer: 'popup-1',
};

it('keeps one draft, the last, and who wrote it', async () => {
  const open = createDatabaseOpener();
  const { announce, changes } = recordChanges();
  expect(await readDraft(open)).toBeUndefined();
  await writeDraft(open, announce, { draft: { prompt: 'a wolf' }, writer: 'panel-1' });
  await writeDraft(open, announce, KEPT);
  expect(await readDraft(createDatabaseOpener())).toEqual(KEPT);
  expect(await (await open()).count('drafts')).toBe(1);
  expect(changes).toEqual([{ draft: true }, { draft: true }]);
});

it('keeps nothing of an earlier draft when the box was emptied', async () => {
  const open = createDatabaseOpener();
  const { announce } = recordChanges();
  await writeDraft(open, announce, KEPT);
  await writeDraft(open, announce, { draft: { prompt: '' }, writer: 'popup-1' });
  expect(await readDraft(open)).toEqual({ draft: { prompt: '' }, writer: 'popup-1' });
});

it('keeps a draft that another one replaces, until the next is typed', async () => {
  const open = createDatabaseOpener();
  const { announce } = recordChanges();
  await writeDraft(open, announce, KEPT);
  await replaceDraft(open, announce, { draft: { prompt: 'a wolf' }, writer: 'menu' });
  expect(await readDraft(open)).toEqual({
    draft: { prompt: 'a wolf' },
    writer: 'menu',
    replaced: KEPT.draft,
  });
  await writeDraft(open, announce, { draft: { prompt: 'a wolf!' }, writer: 'panel-1' });
  expect(await readDraft(open)).not.toHaveProperty('replaced');
});

it.each([
  ['nothing', { prompt: '  ' }],
  ['the same words', { prompt: 'a wolf' }],
])('keeps no draft of %s', async (_, before) => {
  const open = createDatabaseOpener();
  const { announce } = recordChanges();
  await writeDraft(open, announce, { draft: before, writer: 'panel-1' });
  await replaceDraft(open, announce, { draft: { prompt: 'a wolf' }, writer: 'menu' });
  expect(await readDraft(open)).toEqual({ draft: { prompt: 'a wolf' }, writer: 'menu' });
});

it('says in words that it could not be kept, and announces nothing', async () => {
  const { announce, changes } = recordChanges();
  const full = (): Promise<never> => Promise.reject(new DOMException('x', 'QuotaExceededError'));
  await expect(writeDraft(full, announce, KEPT)).rejects.toMatchObject({ failure: { kind: 'storageFull' } });
  expect(changes).toEqual([]);
});
