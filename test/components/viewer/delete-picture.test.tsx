import { act, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { FailureError } from '@/utils/core/failure/failure';
import type { PictureEntry } from '@/utils/core/history/history';
import { makeEntry } from '../../fixtures/entries';
import { messageBox } from '../support/fake-popover';
import { queryViewer, renderHistory, viewer, type HistoryOptions } from '../support/history-page';
import { settle } from '../support/settle';

const A = makeEntry('a');
const B = makeEntry('b');
const C = makeEntry('c');

/** Shows pictures with the viewer at one of them, and a clock that the test moves. */
function renderAt(name: string, entries: readonly PictureEntry[] = [A, B, C], options: HistoryOptions = {}) {
  vi.useFakeTimers();
  const world = renderHistory({ ...options, hash: `#image=picture-${name}` });
  world.show(entries);
  return world;
}
afterEach(() => {
  vi.useRealTimers();
});

/** Deletes the picture in front with the mouse. */
async function pressDelete(): Promise<void> {
  fireEvent.click(within(viewer()).getByRole('button', { name: 'Delete' }));
  await settle();
}

/** The passing message. */
function message(): HTMLElement {
  return screen.getByRole('status');
}

/** Waits until a passing message has passed. */
function pass(): void {
  act(() => void vi.advanceTimersByTime(12_000));
}

describe('Delete', () => {
  it.each([
    ['the button', () => fireEvent.click(within(viewer()).getByRole('button', { name: 'Delete' }))],
    ['the key', () => fireEvent.keyDown(viewer(), { key: 'Delete' })],
  ])('with %s removes the picture in front, once', async (_, press) => {
    const { bulk } = renderAt('b');
    press();
    await settle();
    expect(bulk.remove.mock.calls).toEqual([[['picture-b']]]);
  });

  it('goes on to the next, older picture', async () => {
    renderAt('b');
    await pressDelete();
    expect(location.hash).toBe('#image=picture-c');
    expect(within(viewer()).getByRole('img', { name: 'words of c' })).toBeTruthy();
  });

  it('goes back to the previous one after the last', async () => {
    renderAt('c');
    await pressDelete();
    expect(location.hash).toBe('#image=picture-b');
  });

  it('closes the viewer after the only one', async () => {
    const { show } = renderAt('a', [A]);
    await pressDelete();
    show([]);
    expect(queryViewer()).toBeNull();
    expect(location.hash).toBe('');
    expect(screen.getByText('No pictures yet')).toBeTruthy();
    expect(message().textContent).toContain('Picture deleted');
  });

  it('says so where a modal viewer lets it be reached', async () => {
    const { popover } = renderAt('b');
    await pressDelete();
    expect(message().textContent).toContain('Picture deleted');
    expect(viewer().contains(message())).toBe(true);
    expect(popover.isOpen(messageBox())).toBe(true);
  });

  it('says nothing before it is done', async () => {
    renderAt('b', undefined, { remove: () => new Promise(() => undefined) });
    await pressDelete();
    expect(message().textContent).toBe('');
  });

  it('says why when it failed, and offers no Undo', async () => {
    const failure = new FailureError({ kind: 'storageUnavailable' });
    renderAt('b', undefined, { remove: () => Promise.reject(failure) });
    await pressDelete();
    expect(message().textContent).toContain("The browser's storage does not work right now.");
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it('held down deletes one picture, not all of them', async () => {
    const { bulk } = renderAt('a');
    fireEvent.keyDown(viewer(), { key: 'Delete' });
    fireEvent.keyDown(viewer(), { key: 'Delete', repeat: true });
    fireEvent.keyDown(viewer(), { key: 'Delete', repeat: true });
    await settle();
    expect(bulk.remove).toHaveBeenCalledTimes(1);
  });
});

describe('Undo', () => {
  it('brings the picture back, and takes the message away', async () => {
    const { bulk, popover } = renderAt('b');
    await pressDelete();
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await settle();
    expect(bulk.restore.mock.calls).toEqual([[['picture-b']]]);
    expect(message().textContent).toBe('');
    expect(popover.isOpen(messageBox())).toBe(false);
  });

  it('works from the grid as well', async () => {
    const { bulk, show } = renderAt('a', [A]);
    await pressDelete();
    show([]);
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(bulk.restore.mock.calls).toEqual([[['picture-a']]]);
  });

  it('brings back the picture that was deleted last', async () => {
    const { bulk } = renderAt('a');
    await pressDelete();
    await pressDelete();
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(bulk.restore.mock.calls).toEqual([[['picture-b']]]);
  });

  it('says why when it failed', async () => {
    const failure = new FailureError({ kind: 'storageFull' });
    renderAt('b', undefined, { restore: () => Promise.reject(failure) });
    await pressDelete();
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await settle();
    expect(message().textContent).toContain('There is no room left on this computer');
  });

  it('passes with its message after twelve seconds', async () => {
    const { popover } = renderAt('b');
    await pressDelete();
    act(() => void vi.advanceTimersByTime(11_999));
    expect(screen.getByRole('button', { name: 'Undo' })).toBeTruthy();
    pass();
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
    expect(message().textContent).toBe('');
    expect(popover.isOpen(messageBox())).toBe(false);
  });

  it('has its full time again after another picture was deleted', async () => {
    renderAt('a');
    await pressDelete();
    act(() => void vi.advanceTimersByTime(11_000));
    await pressDelete();
    act(() => void vi.advanceTimersByTime(11_000));
    expect(screen.getByRole('button', { name: 'Undo' })).toBeTruthy();
  });
});
