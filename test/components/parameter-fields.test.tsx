import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { choiceWords } from '@/components/choice-field';
import { KNOWN_MODELS } from '@/utils/core/models';
import { namesOf } from './support/accessible-names';
import { generateButton, renderComposer } from './support/composer-page';

const FOX = { prompt: 'a fox in snow' };

/** Chooses by what a person reads. */
async function choose(control: string, option: string): Promise<void> {
  await userEvent.selectOptions(screen.getByRole('combobox', { name: control }), option);
}

/** Opens the folded part. */
async function unfold(): Promise<void> {
  await userEvent.click(screen.getByText('More settings'));
}

/** What can be chosen there, in order. */
function optionsOf(control: string): readonly string[] {
  return namesOf('option', screen.getByRole('combobox', { name: control }));
}

describe.each([
  { model: 'dall-e-2', choices: ['Size'], images: true, rare: [] },
  { model: 'dall-e-3', choices: ['Size', 'Quality'], images: false, rare: ['Style'] },
  { model: 'gpt-image-1', choices: ['Size', 'Quality'], images: true, rare: ['Background', 'Moderation'] },
  {
    model: 'gpt-image-2.6-flare',
    choices: ['Size', 'Quality'],
    images: true,
    rare: ['Background', 'Moderation'],
  },
  {
    model: 'openai/gpt-image-1',
    choices: ['Size', 'Quality'],
    images: true,
    rare: ['Background', 'Moderation'],
  },
  {
    model: 'somebody/flux',
    choices: ['Size', 'Quality'],
    images: true,
    rare: ['Background', 'Moderation', 'Style'],
  },
])('the controls of $model', ({ model, choices, images, rare }) => {
  it('are those it takes', () => {
    renderComposer({ parameters: { model } });
    expect(namesOf('combobox')).toEqual(['Model', ...choices]);
    expect(namesOf('spinbutton')).toEqual(images ? ['Images'] : []);
  });

  it('have the rare ones folded away', async () => {
    renderComposer({ parameters: { model } });
    expect(screen.queryByRole('textbox', { name: 'User id' })).toBeNull();
    await unfold();
    expect(await screen.findByRole('textbox', { name: 'User id' })).toBeTruthy();
    expect(namesOf('combobox')).toEqual(['Model', ...choices, ...rare]);
  });
});

describe('the list of models', () => {
  it('has every known one, and shows the one in use', () => {
    renderComposer({ parameters: { model: 'dall-e-3' } });
    expect(optionsOf('Model')).toEqual(KNOWN_MODELS);
    expect(screen.getByRole('combobox', { name: 'Model' })).toHaveProperty('value', 'dall-e-3');
  });

  it('has an unknown one in use as well', () => {
    renderComposer({ parameters: { model: 'somebody/flux' } });
    expect(optionsOf('Model')).toEqual(['somebody/flux', ...KNOWN_MODELS]);
    expect(screen.getByRole('combobox', { name: 'Model' })).toHaveProperty('value', 'somebody/flux');
  });

  it('changes the controls with the model', async () => {
    renderComposer();
    await choose('Model', 'dall-e-2');
    expect(namesOf('combobox')).toEqual(['Model', 'Size']);
    await choose('Model', 'dall-e-3');
    expect(namesOf('combobox')).toEqual(['Model', 'Size', 'Quality']);
    expect(namesOf('spinbutton')).toEqual([]);
  });
});

describe('the choices', () => {
  it('of the first generation are in words a person understands', () => {
    renderComposer();
    expect(optionsOf('Quality')).toEqual(['Default', 'Automatic', 'Low', 'Medium', 'High']);
    expect(optionsOf('Size')).toEqual(['Default', 'Automatic', '1024 × 1024', '1536 × 1024', '1024 × 1536']);
  });

  it('of the newest have its qualities and large sizes', () => {
    renderComposer({ parameters: { model: 'gpt-image-2.6-sunburst' } });
    expect(optionsOf('Quality')).toEqual([
      'Default',
      'Automatic',
      'Low',
      'Medium',
      'High',
      'Very high',
      'Maximum',
    ]);
    expect(optionsOf('Size')).toContain('3840 × 2160');
  });

  it('of dall-e-3 are its own', async () => {
    renderComposer({ parameters: { model: 'dall-e-3' } });
    await unfold();
    expect(optionsOf('Quality')).toEqual(['Default', 'Standard', 'HD']);
    await screen.findByRole('combobox', { name: 'Style' });
    expect(optionsOf('Style')).toEqual(['Default', 'Vivid', 'Natural']);
  });

  it('nobody named stand for themselves', () => {
    expect(choiceWords('cinematic')).toBe('cinematic');
    expect(choiceWords('1024x1024')).toBe('1024 × 1024');
  });
});

describe('what is ordered', () => {
  it('has nothing that nobody chose', async () => {
    const { onGenerate } = renderComposer({ draft: FOX });
    await userEvent.click(generateButton());
    expect(onGenerate.mock.calls[0]?.[0].parameters).toStrictEqual({ model: 'gpt-image-1' });
  });

  it('has what was chosen, in the words of the API', async () => {
    const { onGenerate } = renderComposer({ draft: FOX });
    await choose('Size', '1536 × 1024');
    await choose('Quality', 'High');
    await unfold();
    await screen.findByRole('combobox', { name: 'Background' });
    await choose('Background', 'Transparent');
    await choose('Moderation', 'Low');
    await userEvent.type(screen.getByRole('textbox', { name: 'User id' }), 'reader-7');
    await userEvent.click(generateButton());
    expect(onGenerate.mock.calls[0]?.[0].parameters).toStrictEqual({
      model: 'gpt-image-1',
      size: '1536x1024',
      quality: 'high',
      background: 'transparent',
      moderation: 'low',
      user: 'reader-7',
    });
  });

  it('has nothing left of what was given back to the server', async () => {
    const { onGenerate } = renderComposer({ draft: FOX });
    await choose('Quality', 'High');
    await choose('Quality', 'Default');
    await unfold();
    const user = await screen.findByRole('textbox', { name: 'User id' });
    await userEvent.type(user, 'reader-7');
    await userEvent.clear(user);
    await userEvent.click(generateButton());
    expect(onGenerate.mock.calls[0]?.[0].parameters).toStrictEqual({ model: 'gpt-image-1' });
  });

  it('has the new model after a switch, and shows as default what that does not take', async () => {
    const { onGenerate } = renderComposer({
      draft: FOX,
      parameters: { model: 'gpt-image-2.6-flare', quality: 'max' },
    });
    await choose('Model', 'gpt-image-1');
    const quality = screen.getByRole('combobox', { name: 'Quality' });
    expect(within(quality).getByRole('option', { selected: true }).textContent).toBe('Default');
    await userEvent.click(generateButton());
    expect(onGenerate.mock.calls[0]?.[0].parameters.model).toBe('gpt-image-1');
  });
});
