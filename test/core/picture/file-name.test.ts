import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Job } from '@/utils/core/job/job';
import { FILE_NAME_PARTS, fileNameFor, unknownParts } from '@/utils/core/picture/file-name';
import { DEFAULT_FILE_NAME } from '@/utils/core/server/settings';
import { makeJobIn, makePassage } from '../../fixtures/jobs';
import { makePicture } from '../../fixtures/pictures';

const picture = makePicture({
  id: '01890a5d-ac96-774b-bcce-b302099a8057',
  type: 'image/jpeg',
  index: 1,
  createdAt: new Date(2026, 4, 7, 9, 5, 3).getTime(),
});

function nameFor(prompt: string, template = DEFAULT_FILE_NAME, changes: Partial<Job> = {}): string {
  return fileNameFor({ picture, job: makeJobIn('done', { prompt, ...changes }) }, template);
}

it.each([
  ['a fox in snow', 'a fox in snow 099a8057.jpg'],
  ['a fox\nin snow', 'a fox in snow 099a8057.jpg'],
  ['', '099a8057.jpg'],
  ['???', '099a8057.jpg'],
  ['../../etc/passwd', 'etc passwd 099a8057.jpg'],
  ['.hidden', 'hidden 099a8057.jpg'],
  ['"...and then?" he said: <run>', 'and then he said run 099a8057.jpg'],
  ['a\u202Egpj.exe', 'a gpj.exe 099a8057.jpg'],
  ['雪中的狐狸', '雪中的狐狸 099a8057.jpg'],
  ['👨‍👩‍👧 at sea', '👨‍👩‍👧 at sea 099a8057.jpg'],
  ['❤️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿', '❤️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿 099a8057.jpg'],
  ['نمی\u200Cخواهم', 'نمی\u200Cخواهم 099a8057.jpg'],
  ['क्\u200Dष', 'क्\u200Dष 099a8057.jpg'],
  ['a\u2067b\u2069', 'a b 099a8057.jpg'],
  ['x'.repeat(100), `${'x'.repeat(60)}… 099a8057.jpg`],
])('for %j is %j', (prompt, name) => {
  expect(nameFor(prompt)).toBe(name);
});

describe('a template', () => {
  const passage = makePassage({ pageTitle: 'Chicago / Poems', pageUrl: 'https://example.org:8080/poems' });

  it.each([
    ['{prompt}', 'a fox.jpg'],
    ['{date} {time} {prompt}', '2026-05-07 09-05-03 a fox.jpg'],
    ['{model}, {size}', 'gpt-image-1, 1024x1536.jpg'],
    ['{site} - {title}', 'example.org 8080 - Chicago Poems.jpg'],
    ['{server}_{number}', 'api.example_2.jpg'],
    ['Depict/{id}', 'Depict 099a8057.jpg'],
    ['{nothing} {prompt}', '{nothing} a fox.jpg'],
    ['no part at all', 'no part at all.jpg'],
  ])('%j names it %j', (template, name) => {
    expect(nameFor('a fox', template, { passage })).toBe(name);
  });

  it.each([
    ['nothing', '{site}', 'Depict.jpg'],
    ['dots', '...', 'Depict.jpg'],
    ['a device', 'CON', 'CON_.jpg'],
    ['a device with an extension', 'nul.txt', 'nul_.txt.jpg'],
    ['a device in other letters', 'Com¹', 'Com¹_.jpg'],
    ['blanks and dots at the end', '{prompt}. . ', 'a fox.jpg'],
    ['words that only begin like a device', 'CONcert', 'CONcert.jpg'],
  ])('that comes to %s is a name all the same', (_, template, name) => {
    expect(nameFor('a fox', template)).toBe(name);
  });

  it('that gets too long loses of the prompt first, and keeps what tells pictures apart', () => {
    const name = nameFor('🐉'.repeat(80));
    expect(name).toBe(`${'🐉'.repeat(40)}… 099a8057.jpg`);
    expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(200);
  });

  it('has parts that are known, and others', () => {
    expect(unknownParts(FILE_NAME_PARTS.map((part) => `{${part}}`).join(' '))).toEqual([]);
    expect(unknownParts('{prompt} {seed} {seed} {Prompt} {x y}')).toEqual(['{seed}']);
  });
});

it('is one every file system takes, and never hidden', () => {
  const anyText = fc
    .array(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 6 }),
        fc.constantFrom('.', '/', '\\', ':', '"', ' ', '\0', 'con', 'LPT1', '👨‍👩‍👧‍👦'.repeat(30)),
        fc.constantFrom(...FILE_NAME_PARTS.map((part) => `{${part}}`)),
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(anyText, anyText, (prompt, template) => {
      const name = nameFor(prompt, template);
      // eslint-disable-next-line no-control-regex -- control characters are what must not be in a name
      expect(name).not.toMatch(/[\\/:*?"<>|\0-\x1f]/);
      expect(name).toMatch(/^[^.\s].*\.jpg$/u);
      expect(name).not.toMatch(/[.\s]\.jpg$/u);
      expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)\./i);
      expect(name.isWellFormed()).toBe(true);
      expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(200);
    }),
    { examples: [['"..hidden', DEFAULT_FILE_NAME]] },
  );
});
