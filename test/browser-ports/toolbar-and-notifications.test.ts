import { describe, expect, it } from 'vitest';
import { showBadge } from '@/utils/browser/badge';
import { notify, onNotificationClick, requestNotifications } from '@/utils/browser/notifications';
import { fakeEvent, fakeFunction } from '../fakes/extension-functions';

describe('the toolbar button', () => {
  it('gets its text, and what it means as a title, which screen readers read', async () => {
    const texts = fakeFunction('action', 'setBadgeText');
    const titles = fakeFunction('action', 'setTitle');
    const colors = fakeFunction('action', 'setBadgeBackgroundColor');
    await showBadge('2!', 'Depict: 2 pictures on their way', true);
    await showBadge('', 'Depict', false);
    expect(texts).toEqual([[{ text: '2!' }], [{ text: '' }]]);
    expect(titles).toEqual([[{ title: 'Depict: 2 pictures on their way' }], [{ title: 'Depict' }]]);
    expect(new Set(colors.map((color) => JSON.stringify(color))).size).toBe(2);
  });
});

describe('a notification', () => {
  const NOTE = { id: 'job-1', title: 'Your picture is ready', message: 'Click to see it.' };

  it('takes the place of the last one', async () => {
    fakeFunction('notifications', 'getAll', () => Promise.resolve({ 'job-0': {} }));
    const cleared = fakeFunction('notifications', 'clear', () => Promise.resolve(true));
    const created = fakeFunction('notifications', 'create', () => Promise.resolve('job-1'));
    await notify(NOTE);
    expect(cleared).toEqual([['job-0']]);
    expect(created).toMatchObject([['job-1', { type: 'basic', title: NOTE.title, message: NOTE.message }]]);
  });

  it('is asked for in the turn of the click', async () => {
    const asked = fakeFunction('permissions', 'request', () => Promise.resolve(true));
    const answer = requestNotifications();
    expect(asked).toEqual([[{ permissions: ['notifications'] }]]);
    expect(await answer).toBe(true);
  });

  it('that is clicked leaves, and tells its id', () => {
    const cleared = fakeFunction('notifications', 'clear', () => Promise.resolve(true));
    fakeEvent('permissions', 'onAdded');
    const clicks = fakeEvent('notifications', 'onClicked');
    const heard: string[] = [];
    onNotificationClick((id) => void heard.push(id));
    clicks.trigger('job-1');
    expect(heard).toEqual(['job-1']);
    expect(cleared).toEqual([['job-1']]);
  });
});
