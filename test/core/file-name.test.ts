import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { pictureFileName } from '@/utils/core/file-name';
import { makePicture } from '../fixtures/pictures';

const picture = makePicture({ id: '01890a5d-ac96-774b-bcce-b302099a8057', type: 'image/jpeg' });
const nameFor = (prompt: string): string => pictureFileName(picture, prompt);

it.each([
  ['a fox in snow', 'a fox in snow 099a8057.jpg'],
  ['a fox\nin snow', 'a fox in snow 099a8057.jpg'],
  ['', 'Depict 099a8057.jpg'],
  ['???', 'Depict 099a8057.jpg'],
  ['../../etc/passwd', 'etc passwd 099a8057.jpg'],
  ['.hidden', 'hidden 099a8057.jpg'],
  ['"...and then?" he said: <run>', 'and then he said run 099a8057.jpg'],
  ['a\u202Egpj.exe', 'a gpj.exe 099a8057.jpg'],
  ['雪中的狐狸', '雪中的狐狸 099a8057.jpg'],
  ['x'.repeat(100), `${'x'.repeat(60)}… 099a8057.jpg`],
])('for %j is %j', (prompt, name) => {
  expect(nameFor(prompt)).toBe(name);
});

it('is one every file system takes, and never hidden', () => {
  const anyPrompt = fc.string({
    unit: fc.oneof(
      fc.string({ unit: 'binary', maxLength: 2 }),
      fc.constantFrom('.', '/', '\\', ':', '"', ' ', '\0'),
    ),
  });
  fc.assert(
    fc.property(anyPrompt, (prompt) => {
      const name = nameFor(prompt);
      // eslint-disable-next-line no-control-regex -- control characters are what must not be in a name
      expect(name).not.toMatch(/[\\/:*?"<>|\0-\x1f]/);
      expect(name).not.toMatch(/^[.\s]/);
      expect(name.endsWith(' 099a8057.jpg')).toBe(true);
      expect(name.isWellFormed()).toBe(true);
    }),
    { examples: [['"..hidden']] },
  );
});
