import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { makeEntry } from '../../fixtures/entries';
import { renderHistory, viewer } from '../support/history-page';

const A = makeEntry('a', { picture: { tags: ['sea'], note: 'for the cover' } });
const B = makeEntry('b');

const tags = () => within(viewer()).getByRole('textbox', { name: 'Tags' });
const note = () => within(viewer()).getByRole('textbox', { name: 'Note' });

function open() {
  const page = renderHistory({ hash: '#image=picture-a' });
  page.show([A, B]);
  return page;
}

it('shows the tags and the note of the picture', () => {
  open();
  expect(tags()).toHaveProperty('value', 'sea');
  expect(note()).toHaveProperty('value', 'for the cover');
});

it('keeps tags with Enter, in commas of either script', async () => {
  const { setTags } = open();
  await userEvent.type(tags(), '， blue,, 蓝{Enter}');
  expect(setTags.mock.calls).toEqual([[A, ['sea', 'blue', '蓝']]]);
});

it('keeps a note when the field is left, and nothing where nothing was changed', async () => {
  const { setNote, setTags } = open();
  await userEvent.click(tags());
  await userEvent.type(note(), ', left page');
  await userEvent.tab();
  expect(setNote.mock.calls).toEqual([[A, 'for the cover, left page']]);
  expect(setTags).not.toHaveBeenCalled();
});

it('leaves arrows and Delete to who is writing', async () => {
  const { bulk } = open();
  await userEvent.type(note(), '{ArrowRight}{ArrowLeft}{Delete}x');
  expect(location.hash).toBe('#image=picture-a');
  expect(bulk.remove).not.toHaveBeenCalled();
  expect(screen.getAllByRole('dialog')).toHaveLength(1);
});
