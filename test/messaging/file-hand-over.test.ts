import { expect, it } from 'vitest';
import { handOverFiles, receiveFiles } from '@/utils/messaging/file-hand-over';

it('brings the bytes to the page that asked, under their names', async () => {
  const sent = [{ name: 'a fox.png', bytes: new Blob([Uint8Array.of(1, 2)], { type: 'image/png' }) }];
  const files = await receiveFiles((channel) => Promise.resolve(handOverFiles(channel, sent)));
  expect(files.map(({ name }) => name)).toEqual(['a fox.png']);
  expect(await files[0]?.bytes.arrayBuffer()).toEqual(Uint8Array.of(1, 2).buffer);
});

it('brings them to nobody else', async () => {
  const channels: string[] = [];
  const send = (channel: string): Promise<void> => {
    channels.push(channel);
    return Promise.resolve(handOverFiles(channel, []));
  };
  await Promise.all([receiveFiles(send), receiveFiles(send)]);
  expect(new Set(channels).size).toBe(2);
});

it('passes on why they were not sent', async () => {
  await expect(receiveFiles(() => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
});

it.each([
  ['no list', 'files'],
  ['a file without bytes', [{ name: 'a.png', bytes: 'AAEC' }]],
])('refuses %s instead of waiting for ever', async (_, message) => {
  const send = (channel: string): Promise<void> => {
    const sender = new BroadcastChannel(channel);
    sender.postMessage(message);
    sender.close();
    return Promise.resolve();
  };
  await expect(receiveFiles(send)).rejects.toThrow('Invalid');
});

it('does not wait for ever for files that were not sent', async () => {
  await expect(receiveFiles(() => Promise.resolve(), 1)).rejects.toThrow('Nothing was handed over');
});
