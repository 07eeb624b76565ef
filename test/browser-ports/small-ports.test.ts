import { describe, expect, it, onTestFinished } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { installMenuEntry, onSelectionClick, type SelectionClick } from '@/utils/browser/context-menu';
import { hasAccess, onAccessGranted, requestAccess } from '@/utils/browser/host-access';
import { ownOrigin } from '@/utils/browser/lifecycle';
import { currentWindowId, openDiagnostics, openGallery } from '@/utils/browser/pages';
import { openPanel } from '@/utils/browser/panel';
import { onWatch, setWatch } from '@/utils/browser/watch-alarm';
import { fakeEvent, fakeFunction } from '../fakes/extension-functions';
import { replaceGlobal } from '../fakes/replace-global';

describe('the menu entry', () => {
  it('is made once, for selections, with the title in the language of the browser', async () => {
    const removed = fakeFunction('contextMenus', 'removeAll');
    const created = fakeFunction('contextMenus', 'create', () => 'generate-from-selection');
    await installMenuEntry('Generate image from “%s”');
    expect(removed).toHaveLength(1);
    expect(created).toEqual([
      [{ id: 'generate-from-selection', contexts: ['selection'], title: 'Generate image from “%s”' }],
    ]);
  });

  /** What the listener is told of a click. */
  function clicked(info: object, tab?: object): readonly SelectionClick[] {
    const clicks: SelectionClick[] = [];
    const event = fakeEvent('contextMenus', 'onClicked');
    onSelectionClick((click) => void clicks.push(click));
    event.trigger(info, tab);
    return clicks;
  }

  const INFO = {
    menuItemId: 'generate-from-selection',
    selectionText: 'a fox',
    pageUrl: 'https://example.org/',
  };

  it('tells what was clicked, and where', () => {
    expect(clicked({ ...INFO, frameId: 3 }, { id: 7, windowId: 2, title: 'Tales' })).toEqual([
      {
        text: 'a fox',
        tabId: 7,
        windowId: 2,
        frameId: 3,
        pageTitle: 'Tales',
        pageUrl: 'https://example.org/',
      },
    ]);
  });

  it('does without a tab and without words', () => {
    expect(clicked({ menuItemId: INFO.menuItemId })).toEqual([
      { text: '', tabId: undefined, windowId: undefined, frameId: 0, pageTitle: '', pageUrl: '' },
    ]);
  });

  it('is deaf to other entries', () => {
    expect(clicked({ ...INFO, menuItemId: 'another' })).toEqual([]);
  });
});

describe('access', () => {
  it('is looked up for exactly the host of an address', async () => {
    const asked = fakeFunction('permissions', 'contains', () => Promise.resolve(true));
    expect(await hasAccess('https://api.example:8443/v1')).toBe(true);
    expect(asked).toEqual([[{ origins: ['https://api.example/*'] }]]);
  });

  it('is asked for in the turn of the click, once for each host', async () => {
    const asked = fakeFunction('permissions', 'request', () => Promise.resolve(false));
    const answer = requestAccess([
      'https://a.example/1.png',
      'https://a.example/2.png',
      'http://b.example:81/',
    ]);
    expect(asked).toEqual([[{ origins: ['https://a.example/*', 'http://b.example/*'] }]]);
    expect(await answer).toBe(false);
  });

  it('is noticed when it is given', () => {
    const event = fakeEvent('permissions', 'onAdded');
    const granted: (readonly string[])[] = [];
    const stop = onAccessGranted((patterns) => void granted.push(patterns));
    event.trigger({ origins: ['https://a.example/*'] });
    event.trigger({ permissions: ['notifications'] });
    stop();
    event.trigger({ origins: ['https://b.example/*'] });
    expect(granted).toEqual([['https://a.example/*'], []]);
  });
});

describe('the watch', () => {
  it('is an alarm while it is needed, as often as Chrome takes', async () => {
    await setWatch({ running: true });
    expect(await fakeBrowser.alarms.getAll()).toMatchObject([{ periodInMinutes: 0.5 }]);
    await setWatch({ running: true });
    expect(await fakeBrowser.alarms.getAll()).toHaveLength(1);
    await setWatch({ running: false });
    expect(await fakeBrowser.alarms.getAll()).toEqual([]);
  });

  it('is an alarm at the end of a pause while nothing else is under way', async () => {
    const wakeAt = Date.now() + 90_000;
    await setWatch({ running: false, wakeAt });
    expect(await fakeBrowser.alarms.getAll()).toMatchObject([{ scheduledTime: wakeAt }]);
  });

  it('wakes for its own alarm only', async () => {
    await setWatch({ running: true });
    const [alarm] = await fakeBrowser.alarms.getAll();
    let woken = 0;
    onWatch(() => void (woken += 1));
    if (!alarm) throw new Error('There is no alarm');
    await fakeBrowser.alarms.onAlarm.trigger(alarm);
    await fakeBrowser.alarms.onAlarm.trigger({ ...alarm, name: 'another' });
    expect(woken).toBe(1);
  });
});

describe('the panel', () => {
  it('opens in the window of the click, in its very turn', async () => {
    const opened: unknown[] = [];
    const open = (options: unknown): Promise<void> => Promise.resolve(void opened.push(options));
    replaceGlobal('chrome', { sidePanel: { open } });
    const opening = openPanel(7);
    expect(opened).toEqual([{ windowId: 7 }]);
    expect(await opening).toBe(true);
  });

  it('is the sidebar in Firefox', async () => {
    replaceGlobal('chrome', undefined);
    const opened: unknown[] = [];
    Object.assign(fakeBrowser, { sidebarAction: { open: () => Promise.resolve(void opened.push(true)) } });
    onTestFinished(() => void Reflect.deleteProperty(fakeBrowser, 'sidebarAction'));
    expect(await openPanel(7)).toBe(true);
    expect(opened).toHaveLength(1);
  });

  it.each([
    ['refuses', () => Promise.reject(new Error('No gesture'))],
    [
      'throws',
      () => {
        throw new Error('No gesture');
      },
    ],
  ])('may stay closed: the browser %s', async (_, open) => {
    replaceGlobal('chrome', { sidePanel: { open } });
    expect(await openPanel(7)).toBe(false);
  });
});

describe('pages', () => {
  it.each([
    [{ image: 'a b&c' }, 'gallery.html#image=a+b%26c'],
    [{ job: 'job-1' }, 'gallery.html#job=job-1'],
    [undefined, 'gallery.html'],
  ])('the history opens at %j', async (place, path) => {
    const opened = fakeFunction('tabs', 'create');
    await openGallery(place);
    expect(opened).toEqual([[{ url: `chrome-extension://${fakeBrowser.runtime.id}/${path}` }]]);
  });

  it('the one under the hood opens in a tab', async () => {
    const opened = fakeFunction('tabs', 'create');
    await openDiagnostics();
    expect(opened).toEqual([[{ url: `chrome-extension://${fakeBrowser.runtime.id}/diagnostics.html` }]]);
  });

  it('know their window', async () => {
    const window = await fakeBrowser.windows.create();
    fakeFunction('windows', 'getCurrent', () => Promise.resolve(window));
    expect(await currentWindowId()).toBe(window?.id);
  });

  it('begin with an address that ends in a slash, so that no other id can begin like it', () => {
    expect(ownOrigin()).toBe(`chrome-extension://${fakeBrowser.runtime.id}/`);
  });
});
