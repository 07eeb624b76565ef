import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskAddresses, maskPath, maskWords } from '@/utils/core/text/mask-words';

const PROMPT = 'A red fox\nsleeps in "deep" snow, far from home';

describe('private words in somebody else’s', () => {
  it.each([
    ['whole', 'a fox', 'Refused: a fox.', 'Refused: ….'],
    ['on one line', PROMPT, 'No: A red fox sleeps in "deep" snow, far from home!', 'No: …!'],
    ['in JSON', PROMPT, String.raw`{"p":"A red fox\nsleeps in \"deep\" snow, far from home"}`, '{"p":"…"}'],
    ['in an address', PROMPT, `See ?q=${encodeURIComponent(PROMPT)}`, 'See ?q=…'],
    ['cut off', PROMPT, 'Refused “A red fox sleeps in "de”', 'Refused “…”'],
    ['from the middle', PROMPT, 'Not allowed: snow, far from', 'Not allowed:…'],
    ['a few characters of Chinese', '月光下的红狐狸在雪地里睡觉', '不允许“红狐狸”这个词', '不允许“…”这个词'],
    ['short but whole', '猫咪', '拒绝：猫咪', '拒绝：…'],
  ])('are masked: %s', (_, secret, text, masked) => {
    expect(maskWords(text, [secret])).toBe(masked);
  });

  it.each([
    ['what only looks alike', PROMPT, 'The server is far away'],
    ['everything, where nothing is private', '', 'The server had an error'],
    ['everything, where a letter is', 'a', 'The server had an error'],
  ])('leave %s', (_, secret, text) => {
    expect(maskWords(text, [secret])).toBe(text);
  });

  it('are masked however a server cuts them', () => {
    const words = fc.stringMatching(/^[a-z ]{20,60}$/);
    fc.assert(
      fc.property(words, fc.nat(10), fc.nat(10), (secret, from, back) => {
        const part = secret.slice(from, secret.length - back).trim();
        const masked = maskWords(`<<${part}>>`, [secret]);
        // What is left of it is too short to tell anything.
        for (const rest of masked.split('…')) expect(rest.replaceAll(/[<>]/g, '').length).toBeLessThan(8);
      }),
    );
  });

  it('are looked for in long prompts as well', () => {
    const long = Array.from({ length: 20_000 }, (_, index) => `word${index}`).join(' ');
    expect(maskWords('Refused: word19990 word19991', [long])).toBe('Refused:…');
  });
});

describe('addresses', () => {
  it('keep their host and nothing else', () => {
    expect(
      maskAddresses('At https://a.example:81/p/q.png?sig=1, (http://b.example/x#y) https://c.example'),
    ).toBe('At https://a.example:81/… (http://b.example/… https://c.example');
    expect(maskAddresses('https://user:secret@a.example/')).toBe('https://a.example');
  });

  it.each([
    ['https://dddai.dev/v1', 'https://dddai.dev/v1'],
    ['http://127.0.0.1:8080/openai/v1beta', 'http://127.0.0.1:8080/openai/v1beta'],
    ['https://a.example/7f3a9c51e2/openai-gateway/v1', 'https://a.example/…/openai-gateway/v1'],
    ['https://a.example', 'https://a.example'],
    ['nowhere', '…'],
  ])('of servers keep the usual words of their path: %s', (address, masked) => {
    expect(maskPath(address)).toBe(masked);
  });
});
