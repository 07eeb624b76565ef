import { expect, it } from 'vitest';
import { offer, takeOffer } from '@/utils/messaging/offer';

it('brings bytes to the one who was asked, and the answer back', async () => {
  const answer = await offer(new Blob([Uint8Array.of(1, 2)]), async (channel) => {
    const taken = await takeOffer(channel);
    return taken instanceof Blob ? [...new Uint8Array(await taken.arrayBuffer())] : [];
  });
  expect(answer).toEqual([1, 2]);
});

it('passes on why it was not taken', async () => {
  await expect(offer(1, () => Promise.reject(new Error('full')))).rejects.toThrow('full');
});

it('does not wait for ever for one that is gone', async () => {
  await expect(takeOffer('nobody', 1)).rejects.toThrow('Nothing was handed over');
});
