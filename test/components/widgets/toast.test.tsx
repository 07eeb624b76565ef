import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Toast } from '@/components/widgets/toast';
import { installFakePopover } from '../support/fake-popover';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Shows the place for passing messages, still empty. */
function renderToast() {
  const popover = installFakePopover();
  const onLeave = vi.fn<() => void>();
  const { rerender, unmount } = render(<Toast message={undefined} onLeave={onLeave} />);
  return {
    onLeave,
    unmount,
    isShown: () => popover.isOpen(screen.getByRole('status')),
    say: (text: string | undefined) =>
      rerender(<Toast message={text === undefined ? undefined : { text }} onLeave={onLeave} />),
  };
}

function pass(milliseconds: number): void {
  act(() => void vi.advanceTimersByTime(milliseconds));
}

describe('a passing message', () => {
  it('has a status region from the start, so that it is announced', () => {
    const { isShown } = renderToast();
    expect(screen.getByRole('status').textContent).toBe('');
    expect(isShown()).toBe(false);
  });

  it('stands above everything for twelve seconds', () => {
    const { say, isShown, onLeave } = renderToast();
    say('Picture deleted');
    expect(screen.getByRole('status').textContent).toBe('Picture deleted');
    expect(isShown()).toBe(true);
    pass(11_999);
    expect(onLeave).not.toHaveBeenCalled();
    pass(1);
    expect(onLeave).toHaveBeenCalledTimes(1);
  });

  it('has its own time when it follows another', () => {
    const { say, isShown, onLeave } = renderToast();
    say('first');
    pass(11_000);
    say('second');
    pass(11_000);
    expect(onLeave).not.toHaveBeenCalled();
    expect(isShown()).toBe(true);
    pass(1000);
    expect(onLeave).toHaveBeenCalledTimes(1);
  });

  it('is gone when it is taken back', () => {
    const { say, isShown, onLeave } = renderToast();
    say('first');
    say(undefined);
    expect(isShown()).toBe(false);
    pass(20_000);
    expect(onLeave).not.toHaveBeenCalled();
  });

  it('leaves no clock behind', () => {
    const { say, unmount } = renderToast();
    say('first');
    unmount();
    expect(vi.getTimerCount()).toBe(0);
  });
});
