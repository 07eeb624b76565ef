import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { measureEntry } from './measure-entry';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'depict-size-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(files: Record<string, string>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

describe('what a page loads', () => {
  test('is its scripts, its preloads, and what those import, each once', () => {
    write({
      'popup.html': `<!doctype html>
        <script type="module" crossorigin src="/chunks/popup.js"></script>
        <link rel="modulepreload" crossorigin href="/chunks/shared.js">
        <link rel="stylesheet" href="/assets/popup.css">`,
      'chunks/popup.js': 'import{a as b}from"./shared.js";import"./effects.js";b()',
      'chunks/shared.js': 'export*from"./deep.js";export{x}from"./deeper.js"',
      'chunks/deep.js': 'export const a=()=>1',
      'chunks/deeper.js': 'export const x=1',
      'chunks/effects.js': 'globalThis.y=1',
      'chunks/other-page.js': 'import"./shared.js"',
    });
    expect(measureEntry(folder, 'popup.html').files).toEqual([
      'chunks/deep.js',
      'chunks/deeper.js',
      'chunks/effects.js',
      'chunks/popup.js',
      'chunks/shared.js',
    ]);
  });

  test('leaves out what is imported later', () => {
    write({
      'gallery.html': '<script type="module" src="./gallery.js"></script>',
      'gallery.js': 'const open=()=>import("./viewer.js");open()',
      'viewer.js': 'export const viewer=1',
    });
    expect(measureEntry(folder, 'gallery.html').files).toEqual(['gallery.js']);
  });

  test('is not fooled by words that look like an import', () => {
    write({
      'options.html': '<script type="module" src="/options.js"></script>',
      'options.js': 'const text=`import"./nowhere.js"`;console.log(text)',
    });
    expect(measureEntry(folder, 'options.html').files).toEqual(['options.js']);
  });
});

test('weighs the background alone, as gzip', () => {
  const code = 'console.log("background");'.repeat(100);
  write({ 'background.js': code });
  expect(measureEntry(folder, 'background.js')).toEqual({
    files: ['background.js'],
    gzipBytes: gzipSync(code, { level: 9 }).length,
  });
});

test('an import that the build lacks is an error, not a small page', () => {
  write({ 'background.js': 'import"./missing.js"' });
  expect(() => measureEntry(folder, 'background.js')).toThrow(/missing\.js/);
});
