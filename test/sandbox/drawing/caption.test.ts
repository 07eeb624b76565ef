import { expect, it } from 'vitest';
import { cleanText, escapeXml } from './clean-text';
import { pictureSvg } from './picture';
import { estimateWidth, wrap } from './wrap';

const order = {
  index: 0,
  size: { width: 1024, height: 1024 },
  transparent: false,
  format: 'png',
  compression: 100,
} as const;

it.each([
  ['short', 'A fox in snow'],
  ['long', 'It was the best of times, it was the worst of times. '.repeat(20)],
  ['without blanks', '一只狐狸在下雪的森林里安静地睡着了'.repeat(20)],
  ['one endless word', 'x'.repeat(500)],
  ['emoji families', '👩‍👩‍👧‍👦'.repeat(100)],
])('keeps every line of a text within its width: %s', (_, text) => {
  const { lines } = wrap(text, 12, 4);
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.length).toBeLessThanOrEqual(4);
  for (const line of lines) expect(estimateWidth(line)).toBeLessThanOrEqual(12);
});

it('loses no word of a text that fits, and breaks between words', () => {
  const text = 'the quick brown fox jumps over the lazy dog';
  const { lines, truncated } = wrap(text, 10, 8);
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.join(' ')).toBe(text);
  expect(truncated).toBe(false);
});

it('ends a text that does not fit with an ellipsis', () => {
  const { lines, truncated } = wrap('the quick brown fox jumps over the lazy dog', 8, 2);
  expect(lines).toHaveLength(2);
  expect(lines[1]).toMatch(/…$/);
  expect(truncated).toBe(true);
});

it('removes what XML forbids and escapes the rest', () => {
  expect(escapeXml(cleanText(' a\u0000\ud800 <b>\n& \ufffec '))).toBe('a &lt;b&gt; &amp; c');
});

it('shows the whole of a short prompt, and an ellipsis for one that was cut off long before the picture', () => {
  expect(pictureSvg({ ...order, prompt: 'A fox in snow' })).toContain('>A fox in snow</text>');
  expect(pictureSvg({ ...order, prompt: 'il '.repeat(10_000) })).toMatch(/…<\/text>/);
});

it('writes Hebrew and Arabic from right to left', () => {
  expect(pictureSvg({ ...order, prompt: '«שועל» fox' })).toContain('direction="rtl"');
  expect(pictureSvg({ ...order, prompt: 'fox שועל' })).not.toContain('direction="rtl"');
});

it('leaves no single word in the last line of a caption', () => {
  const svg = pictureSvg({ ...order, prompt: 'The astronaut saw three moons' });
  expect(svg).toContain('>The astronaut</text>');
  expect(svg).toContain('>saw three moons</text>');
});
