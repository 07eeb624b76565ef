import { expect, it } from 'vitest';
import { originPattern } from '@/utils/core/server/base-url';
import { coversAddress } from '@/utils/core/server/match-pattern';

it.each([
  ['https://a.example/*', 'https://a.example/1.png?sig=1'],
  ['https://a.example/*', 'https://A.example:8443/1.png'],
  ['*://a.example/*', 'http://a.example/'],
  ['https://*/*', 'https://b.example/1.png'],
  ['*://*/*', 'http://b.example/1.png'],
  ['<all_urls>', 'http://b.example/1.png'],
  ['https://*.example/*', 'https://images.a.example/1.png'],
  ['https://*.a.example/*', 'https://a.example/1.png'],
  ['http://[::1]/*', 'http://[::1]:81/1.png'],
  ['https://a.example:8443/*', 'https://a.example:8443/1.png'],
])('%s covers %s', (pattern, address) => {
  expect(coversAddress(['https://other.example/*', pattern], address)).toBe(true);
});

it.each([
  ['https://a.example/*', 'https://b.example/1.png'],
  ['https://a.example/*', 'http://a.example/1.png'],
  ['https://a.example/*', 'https://a.example.evil/1.png'],
  ['https://*.a.example/*', 'https://nota.example/1.png'],
  ['https://a.example:8443/*', 'https://a.example/1.png'],
  ['<all_urls>', 'file:///etc/passwd'],
  ['https://a.example/*', 'no address'],
  ['no pattern', 'https://a.example/1.png'],
  ['', 'https://a.example/1.png'],
])('%s does not cover %s', (pattern, address) => {
  expect(coversAddress([pattern], address)).toBe(false);
});

it('covers what was asked for with its own pattern', () => {
  for (const address of ['https://a.example/1.png', 'http://127.0.0.1:8080/1.png', 'http://[::1]:81/1.png']) {
    expect(coversAddress([originPattern(address)], address)).toBe(true);
  }
});
