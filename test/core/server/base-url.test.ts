import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  endpointAddress,
  originPattern,
  parseServerAddress,
  withoutQuery,
} from '@/utils/core/server/base-url';

function baseUrlOf(text: string): string | undefined {
  const parsed = parseServerAddress(text);
  return parsed.ok ? parsed.address.baseUrl : undefined;
}

describe('what is pasted', () => {
  const BASE = 'https://api.example/v1';
  it.each([
    ['the base URL', 'https://api.example/v1', BASE],
    ['a slash at the end', 'https://api.example/v1/', BASE],
    ['many slashes', 'https://api.example//v1///', BASE],
    ['the host alone', 'https://api.example', BASE],
    ['no scheme', 'api.example/v1', BASE],
    ['the host without scheme', 'api.example', BASE],
    ['white space around it', '  https://api.example/v1\n', BASE],
    ['the whole path', 'https://api.example/v1/images/generations', BASE],
    ['the whole path with a slash', 'https://api.example/v1/images/generations/', BASE],
    ['the path of edits', 'https://api.example/v1/images/edits', BASE],
    ['the path of chats', 'https://api.example/v1/chat/completions', BASE],
    ['the path of models', 'https://api.example/v1/models', BASE],
    ['the endpoint without a version', 'https://api.example/images/generations', BASE],
    ['a query and a fragment', 'https://api.example/v1?api-version=1#top', `${BASE}?api-version=1`],
    ['the whole path with a query', 'https://api.example/v1/images/generations?a=b&c=d', `${BASE}?a=b&c=d`],
    ['a query without a path', 'https://api.example?a=b', `${BASE}?a=b`],
    ['an empty query', 'https://api.example/v1?', BASE],
    ['an empty user name', 'https://@api.example/v1', BASE],
    ['capitals in scheme and host', 'HTTPS://API.Example/v1', BASE],
    ['the usual port', 'https://api.example:443/v1', BASE],
    ['another port', 'https://api.example:8443/v1', 'https://api.example:8443/v1'],
    ['another path', 'https://api.example/openai/v1', 'https://api.example/openai/v1'],
    ['a longer path', 'https://api.example/v1beta/openai/', 'https://api.example/v1beta/openai'],
    ['an international host', 'https://bücher.example/v1', 'https://xn--bcher-kva.example/v1'],
  ])('may have %s', (_, text, baseUrl) => {
    expect(baseUrlOf(text)).toBe(baseUrl);
  });
});

describe('servers nearby', () => {
  it.each([
    ['http://localhost:8787/v1', 'thisComputer', 'http://localhost:8787/v1'],
    ['localhost:8787', 'thisComputer', 'http://localhost:8787/v1'],
    ['api.localhost', 'thisComputer', 'http://api.localhost/v1'],
    ['127.0.0.1:8787/v1', 'thisComputer', 'http://127.0.0.1:8787/v1'],
    ['http://127.1/v1', 'thisComputer', 'http://127.0.0.1/v1'],
    ['http://[::1]:8787/v1', 'thisComputer', 'http://[::1]:8787/v1'],
    ['[::1]:8787/v1', 'thisComputer', 'http://[::1]:8787/v1'],
    ['192.168.1.20:3000', 'localNetwork', 'http://192.168.1.20:3000/v1'],
    ['http://10.0.0.5/v1', 'localNetwork', 'http://10.0.0.5/v1'],
    ['http://172.16.0.1/v1', 'localNetwork', 'http://172.16.0.1/v1'],
    ['http://172.31.255.255/v1', 'localNetwork', 'http://172.31.255.255/v1'],
    ['http://169.254.1.1/v1', 'localNetwork', 'http://169.254.1.1/v1'],
    ['http://[fd12:3456::1]/v1', 'localNetwork', 'http://[fd12:3456::1]/v1'],
    ['http://[fe80::1]/v1', 'localNetwork', 'http://[fe80::1]/v1'],
    ['http://nas:8080', 'localNetwork', 'http://nas:8080/v1'],
    ['nas:8080', 'localNetwork', 'http://nas:8080/v1'],
    ['box.lan', 'localNetwork', 'http://box.lan/v1'],
    ['http://printer.home.arpa', 'localNetwork', 'http://printer.home.arpa/v1'],
    ['http://api.internal:3000/v1', 'localNetwork', 'http://api.internal:3000/v1'],
    ['http://0.0.0.0:8080', 'localNetwork', 'http://0.0.0.0:8080/v1'],
    ['http://100.64.0.7', 'localNetwork', 'http://100.64.0.7/v1'],
    ['http://box.tail1234.ts.net', 'localNetwork', 'http://box.tail1234.ts.net/v1'],
    ['nas.local', 'localNetwork', 'http://nas.local/v1'],
    ['https://localhost:8787', 'encrypted', 'https://localhost:8787/v1'],
    ['https://192.168.1.20', 'encrypted', 'https://192.168.1.20/v1'],
    ['https://[2001:db8::1]:8443/v1', 'encrypted', 'https://[2001:db8::1]:8443/v1'],
  ])('%s is reached as %s', (text, transport, baseUrl) => {
    const parsed = parseServerAddress(text);
    expect(parsed).toMatchObject({ ok: true, address: { transport, baseUrl } });
  });
});

describe('what cannot be called', () => {
  it.each([
    ['', 'empty'],
    [' \n\t', 'empty'],
    ['https://', 'unreadable'],
    ['https://api example/v1', 'unreadable'],
    ['https://api.example:99999/v1', 'unreadable'],
    ['javascript:alert(1)', 'unreadable'],
    ['ftp://api.example/v1', 'unsupportedScheme'],
    ['ws://localhost:8787', 'unsupportedScheme'],
    ['chrome-extension://abcdef/options.html', 'unsupportedScheme'],
    ['http://api.example/v1', 'unencrypted'],
    ['http://8.8.8.8/v1', 'unencrypted'],
    ['http://172.15.0.1/v1', 'unencrypted'],
    ['http://172.32.0.1/v1', 'unencrypted'],
    ['http://192.169.0.1/v1', 'unencrypted'],
    ['http://[2001:db8::1]/v1', 'unencrypted'],
    ['http://localhost.evil.example/v1', 'unencrypted'],
    ['http://10.0.0.1.evil.example/v1', 'unencrypted'],
    ['http://127.0.0.1@evil.example/v1', 'unencrypted'],
    ['https://me:secret@api.example/v1', 'credentials'],
    ['https://me@api.example/v1', 'credentials'],
    ['https://:secret@api.example/v1', 'credentials'],
    ['me:secret@192.168.0.1:8080', 'credentials'],
    ['me:secret@api.example', 'credentials'],
  ])('%j is %s', (text, problem) => {
    expect(parseServerAddress(text)).toEqual({ ok: false, problem });
  });
});

it('tells what a key is bound to', () => {
  expect(parseServerAddress('https://API.example:8443/v1/images/generations')).toEqual({
    ok: true,
    address: {
      baseUrl: 'https://api.example:8443/v1',
      origin: 'https://api.example:8443',
      host: 'api.example:8443',
      transport: 'encrypted',
    },
  });
});

const anyAddress = fc
  .tuple(
    fc.constantFrom('https://', 'http://', ''),
    fc.constantFrom('api.example', 'localhost:8787', '192.168.0.1', '[::1]:80', 'me:secret@api.example'),
    fc.array(fc.constantFrom('v1', 'openai', 'images', 'generations', 'edits', 'models', '', 'a b', '%2F'), {
      maxLength: 6,
    }),
    fc.constantFrom('', '/', '?q=1', '#top'),
  )
  .map(([scheme, host, path, end]) => `${scheme}${[host, ...path].join('/')}${end}`);

it('reads its own result as the same server', () => {
  fc.assert(
    fc.property(fc.oneof(anyAddress, fc.webUrl(), fc.string()), (text) => {
      const baseUrl = baseUrlOf(text);
      expect(baseUrlOf(baseUrl ?? text)).toBe(baseUrl);
    }),
    { examples: [['https://api.example/images/images'], ['https://api.example/v1/models/models']] },
  );
});

it('gives an address to which a path can be added', () => {
  fc.assert(
    fc.property(fc.oneof(anyAddress, fc.webUrl(), fc.string()), (text) => {
      const parsed = parseServerAddress(text);
      if (!parsed.ok) return;
      const { baseUrl, origin } = parsed.address;
      const url = new URL(endpointAddress(baseUrl, '/images/generations'));
      expect(url.href).toBe(endpointAddress(baseUrl, '/images/generations'));
      expect(url.pathname).toMatch(/.\/images\/generations$/);
      const { search } = new URL(baseUrl);
      expect([url.origin, url.username, url.search, url.hash]).toEqual([origin, '', search, '']);
      expect(`${withoutQuery(baseUrl)}${search}`).toBe(baseUrl);
    }),
  );
});

describe('originPattern', () => {
  it.each([
    ['https://api.example/v1', 'https://api.example/*'],
    ['https://api.example:8443/v1', 'https://api.example/*'],
    ['http://127.0.0.1:8787/v1', 'http://127.0.0.1/*'],
    ['http://[::1]:8787/v1', 'http://[::1]/*'],
    ['https://images.example/a.png?sig=%2B', 'https://images.example/*'],
  ])('grants for %s only %s', (address, pattern) => {
    expect(originPattern(address)).toBe(pattern);
  });
});
