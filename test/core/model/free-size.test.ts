import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freeSizeProblem, normaliseSize } from '@/utils/core/model/free-size';

describe('a typed size', () => {
  it.each([
    ['1024x768', '1024x768'],
    ['1024 × 768', '1024x768'],
    ['1024X768', '1024x768'],
    ['1024*768', '1024x768'],
    ['  1024x768\n', '1024x768'],
    ['01024x0768', '1024x768'],
    ['1024 by 768', '1024 by 768'],
    [' auto ', 'auto'],
    ['1024x', '1024x'],
    ['', ''],
  ])('%j is sent as %j', (text, size) => {
    expect(normaliseSize(text)).toBe(size);
  });

  it('stays what it is when it is read once more', () => {
    const text = fc.oneof(fc.string(), fc.stringMatching(/^ ?\d{0,6} ?[x×*] ?\d{0,6}$/));
    fc.assert(
      fc.property(text, (typed) => {
        expect(normaliseSize(normaliseSize(typed))).toBe(normaliseSize(typed));
      }),
    );
  });
});

describe('a free size', () => {
  it.each(['1024x1024', '1920x1088', '3840x2160', '2160x3840', '1024x640', '3840x1280', '1280x3840'])(
    '%s is taken',
    (size) => {
      expect(freeSizeProblem(size)).toBeUndefined();
    },
  );

  it.each([
    ['', 'form'],
    ['auto', 'form'],
    ['1024x', 'form'],
    ['1024×1024', 'form'],
    ['-1024x1024', 'form'],
    ['1024.5x1024', 'form'],
    ['1000x1024', 'step'],
    ['1024x1000', 'step'],
    ['3856x2048', 'edge'],
    ['3840x1264', 'ratio'],
    ['1264x3840', 'ratio'],
    ['1024x624', 'small'],
    ['0x0', 'small'],
    ['3840x2176', 'large'],
  ])('%j is refused for its %s', (size, problem) => {
    expect(freeSizeProblem(size)).toBe(problem);
  });

  it('that is taken lying is taken standing', () => {
    const edge = fc.integer({ min: 0, max: 260 }).map((steps) => steps * 16);
    fc.assert(
      fc.property(edge, edge, (width, height) => {
        expect(freeSizeProblem(`${width}x${height}`)).toBe(freeSizeProblem(`${height}x${width}`));
      }),
    );
  });
});
