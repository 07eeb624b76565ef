import { expect, it } from 'vitest';
import { PictureShelf } from './picture-shelf';

const order = {
  prompt: 'a fox',
  index: 0,
  size: { width: 256, height: 256 },
  transparent: false,
  format: 'webp',
  compression: 100,
} as const;

it('finds what it keeps, and lets go of the oldest', () => {
  const shelf = new PictureShelf(2);
  const names = [0, 1, 2].map((index) => shelf.add({ ...order, index }));
  expect(names[0]).toMatch(/\.webp$/);
  expect(names.map((name) => shelf.find(name)?.index)).toEqual([undefined, 1, 2]);
});
