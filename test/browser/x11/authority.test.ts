import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { findCookie } from './authority';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'depict-authority-'));
  vi.stubEnv('XAUTHORITY', join(folder, 'authority'));
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const counted = (text: string) => {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(text.length);
  return Buffer.concat([length, Buffer.from(text)]);
};

const entry = (display: string, kind: string, password: string) =>
  Buffer.concat([Buffer.from([1, 0]), ...['my-computer', display, kind, password].map(counted)]);

function write(...entries: readonly Buffer[]): void {
  writeFileSync(join(folder, 'authority'), Buffer.concat(entries));
}

test('takes the cookie of the display that is asked for', () => {
  write(
    entry('0', 'MIT-MAGIC-COOKIE-1', 'the first 16 b..'),
    entry('7', 'XDM-AUTHORIZATION-1', 'of another kind.'),
    entry('7', 'MIT-MAGIC-COOKIE-1', 'the right 16 b..'),
  );
  expect(findCookie('7')).toEqual({ kind: 'MIT-MAGIC-COOKIE-1', password: Buffer.from('the right 16 b..') });
});

test('takes a cookie that is for every display', () => {
  write(entry('', 'MIT-MAGIC-COOKIE-1', 'for all of them.'));
  expect(String(findCookie('3').password)).toBe('for all of them.');
});

test.each(['another display', 'no file'])('without a fitting cookie asks with none: %s', (why) => {
  if (why === 'another display') write(entry('0', 'MIT-MAGIC-COOKIE-1', 'the first 16 b..'));
  expect(findCookie('7')).toEqual({ kind: '', password: Buffer.alloc(0) });
});
