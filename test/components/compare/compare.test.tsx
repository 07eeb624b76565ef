import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { makeEntry, type EntryChanges } from '../../fixtures/entries';
import { renderHistory, travelTo, viewer } from '../support/history-page';
import { pressEscapeIn } from '../support/press-escape';

const fox = (name: string, changes: EntryChanges = {}) =>
  makeEntry(name, { ...changes, job: { prompt: 'A red fox', ...changes.job } });
const [OLD, NEW] = [fox('a'), fox('b', { job: { prompt: 'A red  fox', parameters: { model: 'dall-e-3' } } })];
const OTHER = makeEntry('c', { job: { prompt: 'A red hare' } });

const dialog = () => screen.getByRole('dialog', { name: 'Compare images' });
const shown = () =>
  within(dialog())
    .getAllByRole('img')
    .map((image) => image.getAttribute('alt'));
const button = (name: string) => within(dialog()).getByRole('button', { name });
const row = (name: string) =>
  within(dialog())
    .queryByRole('row', { name: new RegExp(`^${name} `) })
    ?.querySelectorAll('td');

describe('the comparison', () => {
  it('begins at another version of the picture in front, the older one at the left, in a new step', async () => {
    renderHistory({ hash: '#image=picture-b' }).show([NEW, OLD]);
    const steps = history.length;
    await userEvent.click(within(viewer()).getByRole('button', { name: 'Compare' }));
    expect(location.hash).toBe('#image=picture-b&compare=picture-a,picture-b');
    expect(history.length).toBe(steps + 1);
    expect(shown()).toEqual(['A red fox', 'A red  fox']);
  });

  it('lets choose among several versions', async () => {
    renderHistory({ hash: '#image=picture-b' }).show([fox('d'), NEW, OLD]);
    await userEvent.click(within(viewer()).getByRole('button', { name: 'Compare with…' }));
    await userEvent.click(within(viewer()).getByRole('button', { name: 'Compare with version 3 of 3' }));
    expect(location.hash).toBe('#image=picture-b&compare=picture-b,picture-d');
  });

  it('stands in the address, of any two pictures', () => {
    const { show, showPicture } = renderHistory({ hash: '#compare=picture-a,picture-c' });
    show([OTHER, NEW, OLD]);
    showPicture('picture-a', OLD);
    expect(shown()).toEqual(['A red fox', 'A red hare']);
  });

  it('is left with Escape for where it began, and by Back', async () => {
    renderHistory({ hash: '#image=picture-b&compare=picture-a,picture-b' }).show([NEW, OLD]);
    pressEscapeIn(dialog());
    expect(location.hash).toBe('#image=picture-b');
    await screen.findByRole('dialog', { name: 'Image viewer' });
    travelTo('#compare=picture-a,picture-b');
    expect(dialog()).toBeTruthy();
    travelTo('');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('of a picture that is gone says so', () => {
    const { show, showPicture } = renderHistory({ hash: '#compare=picture-a,picture-z' });
    show([OLD]);
    showPicture('picture-z', undefined);
    expect(within(dialog()).getByText('This picture is no longer there')).toBeTruthy();
  });

  it.each([
    ['the button', () => fireEvent.click(button('Swap'))],
    ['a key', () => fireEvent.keyDown(dialog(), { key: 'x' })],
  ])('changes sides by %s', (_, swap) => {
    renderHistory({ hash: '#compare=picture-a,picture-c' }).show([OTHER, OLD]);
    swap();
    expect(shown()).toEqual(['A red hare', 'A red fox']);
    expect(location.hash).toBe('#compare=picture-c,picture-a');
  });

  it('lays one over the other, as far as a slider says', () => {
    renderHistory({ hash: '#compare=picture-a,picture-c' }).show([OTHER, OLD]);
    expect(within(dialog()).queryByRole('slider')).toBeNull();
    fireEvent.keyDown(dialog(), { key: 'v' });
    expect(button('Slider').getAttribute('aria-pressed')).toBe('true');
    const slider = within(dialog()).getByRole('slider', { name: 'How much of the left picture is seen' });
    fireEvent.change(slider, { target: { value: '30' } });
    expect(slider.getAttribute('aria-valuetext')).toBe('30%');
    const cover = within(dialog()).getByRole('img', { name: 'A red hare' }).parentElement;
    expect(cover?.style.clipPath).toBe('inset(0 0 0 30%)');
    expect(shown()).toEqual(['A red fox', 'A red hare']);
  });
});

describe('what is different', () => {
  it('is told, and nothing else', () => {
    const dear = makeEntry('c', {
      picture: { width: 1536 },
      job: { prompt: 'A red hare', parameters: { model: 'dall-e-3', quality: 'hd' } },
    });
    renderHistory({ hash: '#compare=picture-a,picture-c' }).show([dear, OLD]);
    const [model, otherModel] = row('Model') ?? [];
    expect([model?.textContent, otherModel?.textContent]).toEqual(['gpt-image-1', 'dall-e-3']);
    expect(row('Quality')?.[0]?.textContent).toBe('–');
    expect(row('Picture')?.[1]?.textContent).toContain('1536');
    expect(row('Server')).toBeUndefined();
  });

  it('about the prompts is marked', () => {
    renderHistory({ hash: '#compare=picture-a,picture-c' }).show([OTHER, OLD]);
    const marked = [...dialog().querySelectorAll('mark')].map(({ textContent }) => textContent);
    expect(marked).toEqual(['fox', 'hare']);
  });

  it('may be nothing', () => {
    renderHistory({ hash: '#compare=picture-a,picture-d' }).show([fox('d'), OLD]);
    expect(within(dialog()).getByText('Nothing is different but the pictures')).toBeTruthy();
  });
});
