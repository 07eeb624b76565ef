import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { DownloadName } from '@/components/settings/download-name';
import { DEFAULT_FILE_NAME } from '@/utils/core/server/settings';
import { wordsBelow } from '../support/server-form-page';

type OnChange = (template: string) => Promise<unknown>;

const box = () => screen.getByRole('textbox', { name: 'Save downloads as' });

function renderName(template = DEFAULT_FILE_NAME, answer: OnChange = () => Promise.resolve()) {
  const onChange = vi.fn<OnChange>(answer);
  render(<DownloadName template={template} onChange={onChange} />);
  return onChange;
}

describe('the names of files', () => {
  it('are shown by an example that follows what is typed', async () => {
    renderName();
    expect(wordsBelow(box())).toBe('For example: A heron at dawn 099a8057.png');
    await userEvent.clear(box());
    await userEvent.type(box(), '{{model} {{size}');
    expect(wordsBelow(box())).toBe('For example: gpt-image-2 1536x1024.png');
  });

  it('are kept with Enter, once', async () => {
    const onChange = renderName();
    await userEvent.type(box(), ' {{date}{Enter}');
    expect(onChange.mock.calls).toEqual([['{prompt} {id} {date}']]);
    expect(wordsBelow(box())).toBe('Saved.');
    await userEvent.tab();
    expect(onChange).toHaveBeenCalledTimes(1);
  });

  it('take a part by its button, at the place of the cursor', async () => {
    const onChange = renderName('{id}');
    await userEvent.type(box(), ' by ', { initialSelectionStart: 0, initialSelectionEnd: 0 });
    await userEvent.click(screen.getByRole('button', { name: 'Insert: Model' }));
    await userEvent.tab({ shift: true });
    expect(onChange.mock.calls).toEqual([['by {model}{id}']]);
  });

  it('are the usual ones where nothing is entered', async () => {
    const onChange = renderName('{id}');
    await userEvent.clear(box());
    await userEvent.type(box(), '{Enter}');
    expect(onChange.mock.calls).toEqual([[DEFAULT_FILE_NAME]]);
    expect(box()).toHaveProperty('value', DEFAULT_FILE_NAME);
  });

  it('with a part that is not known are not kept, and it is said why', async () => {
    const onChange = renderName();
    await userEvent.type(box(), ' {{seed}{Enter}');
    expect(wordsBelow(box())).toBe('Nothing is known by this name: {seed}');
    expect(onChange).not.toHaveBeenCalled();
  });

  it('that could not be kept say so', async () => {
    renderName(DEFAULT_FILE_NAME, () => Promise.reject(new Error('No')));
    await userEvent.type(box(), 'x{Enter}');
    expect(wordsBelow(box())).toBe('Something went wrong inside Depict.');
  });
});
