import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { choiceWords } from '@/components/words/choice-words';
import { namesOf } from '../support/accessible-names';
import { choose, chosenIn, optionsOf, unfold } from '../support/composer-controls';
import { generateButton, renderComposer } from '../support/composer-page';

const FOX = { prompt: 'a fox in snow' };

const GPT_IMAGE = {
  choices: ['Model', 'Size', 'Quality'],
  rare: ['Background', 'Moderation', 'Format'],
  checks: ['Show the picture while it is drawn'],
};

describe.each([
  { model: 'dall-e-2', choices: ['Model', 'Size'], rare: [], checks: [] },
  { model: 'dall-e-3', choices: ['Model', 'Size', 'Quality'], rare: ['Style'], checks: [] },
  { ...GPT_IMAGE, model: 'gpt-image-1' },
  { ...GPT_IMAGE, model: 'gpt-image-2.6-flare' },
  { ...GPT_IMAGE, model: 'openai/gpt-image-1' },
  { ...GPT_IMAGE, model: 'somebody/flux', rare: ['Background', 'Moderation', 'Style', 'Format'] },
])('the controls of $model', ({ model, choices, rare, checks }) => {
  it('are those it takes', () => {
    renderComposer({ parameters: { model } });
    expect(namesOf('combobox')).toEqual(choices);
    // More pictures than the model draws at once are drawn by several requests.
    expect(namesOf('spinbutton')).toEqual(['Images']);
  });

  it('have the rare ones folded away', async () => {
    renderComposer({ parameters: { model } });
    expect(screen.queryByRole('textbox', { name: 'User id' })).toBeNull();
    await unfold();
    expect(namesOf('combobox')).toEqual([...choices, ...rare]);
    expect(namesOf('checkbox')).toEqual(checks);
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
    const user = screen.getByRole('textbox', { name: 'User id' });
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
    expect(chosenIn('Quality')).toBe('Default');
    await userEvent.click(generateButton());
    expect(onGenerate.mock.calls[0]?.[0].parameters.model).toBe('gpt-image-1');
  });
});
