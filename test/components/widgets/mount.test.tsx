import { act, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ReactElement } from 'react';
import { mount } from '@/components/widgets/mount';

afterEach(() => {
  document.body.replaceChildren();
});

/** Gives the page the element that its HTML has. */
function addRoot(): void {
  const root = document.createElement('div');
  root.id = 'root';
  document.body.append(root);
}

describe('mount', () => {
  it('shows the page at once', () => {
    addRoot();
    mount(<p>the page</p>);
    expect(screen.getByText('the page')).toBeTruthy();
  });

  it('shows words when the page cannot be drawn', () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    addRoot();
    const Faulty = (): ReactElement => {
      throw new Error('broken');
    };
    act(() => mount(<Faulty />));
    expect(screen.getByRole('alert').textContent).toContain('Something went wrong inside Depict.');
  });

  it('refuses a page without its element', () => {
    expect(() => mount(<p>the page</p>)).toThrow('The page has no #root');
  });
});
