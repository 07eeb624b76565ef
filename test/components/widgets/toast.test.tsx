import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Toast } from '@/components/widgets/toast';
import { installFakePopover, messageBox } from '../support/fake-popover';

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
  const box = messageBox();
  return {
    onLeave,
    unmount,
    box,
    isShown: () => popover.isOpen(box),
    say: (text: string | undefined) =>
      rerender(<Toast message={text === undefined ? undefined : { text }} onLeave={onLeave} />),
  };
}

function pass(milliseconds: number): void {
  act(() => void vi.advanceTimersByTime(milliseconds));
}

describe('a passing message', () => {
  it('comes into a status region that is not hidden before, so that it is announced', () => {
    const { isShown, say, box } = renderToast();
    const region = screen.getByRole('status');
    expect(region.textContent).toBe('');
    expect(isShown()).toBe(false);
    say('Picture deleted');
    expect(screen.getByRole('status')).toBe(region);
    expect(box.textContent).toBe('Picture deleted');
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

  it.each([
    ['the pointer', fireEvent.pointerEnter, fireEvent.pointerLeave],
    ['the focus', fireEvent.focus, fireEvent.blur],
  ])('stays while %s is on it, and then for twelve seconds', (_, enter, leave) => {
    const { say, box, onLeave } = renderToast();
    say('Picture deleted');
    enter(box);
    pass(60_000);
    expect(onLeave).not.toHaveBeenCalled();
    leave(box);
    pass(11_999);
    expect(onLeave).not.toHaveBeenCalled();
    pass(1);
    expect(onLeave).toHaveBeenCalledTimes(1);
  });

  it('does not stay for what went with the message before', () => {
    const { say, box, onLeave } = renderToast();
    say('first');
    fireEvent.focus(box);
    say(undefined);
    say('second');
    pass(12_000);
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
