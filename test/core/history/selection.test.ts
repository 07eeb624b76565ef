import { describe, expect, it } from 'vitest';
import { choose, chosenOf, extend, NO_SELECTION, stretchTo, toggle } from '@/utils/core/history/selection';

const IDS = ['f', 'e', 'd', 'c', 'b', 'a'];

describe('a selection', () => {
  it('takes one after the other, and lets each go again', () => {
    const both = toggle(toggle(NO_SELECTION, 'b'), 'e');
    expect(chosenOf(IDS, both)).toEqual(['e', 'b']);
    expect(chosenOf(IDS, toggle(both, 'b'))).toEqual(['e']);
  });

  it('stretches from the last one to another, in both directions', () => {
    const begun = toggle(NO_SELECTION, 'd');
    expect(chosenOf(IDS, stretchTo(begun, IDS, 'b'))).toEqual(['d', 'c', 'b']);
    expect(chosenOf(IDS, stretchTo(begun, IDS, 'f'))).toEqual(['f', 'e', 'd']);
  });

  it('lets another end take the place of the last one', () => {
    const long = stretchTo(toggle(NO_SELECTION, 'f'), IDS, 'a');
    expect(chosenOf(IDS, stretchTo(long, IDS, 'e'))).toEqual(['f', 'e']);
  });

  it('keeps what was chosen before a stretch, and a stretch that something else came after', () => {
    const begun = toggle(toggle(NO_SELECTION, 'a'), 'f');
    const more = toggle(stretchTo(begun, IDS, 'e'), 'c');
    expect(chosenOf(IDS, more)).toEqual(['f', 'e', 'c', 'a']);
  });

  it('begins a stretch with its end where nothing was chosen, and ignores what is not in the list', () => {
    const begun = stretchTo(NO_SELECTION, IDS, 'c');
    expect(chosenOf(IDS, begun)).toEqual(['c']);
    expect(chosenOf(IDS, stretchTo(begun, IDS, 'e'))).toEqual(['e', 'd', 'c']);
    expect(stretchTo(begun, IDS, 'gone')).toBe(begun);
  });

  it('goes on step by step, and back over what it took', () => {
    const two = extend(extend(toggle(NO_SELECTION, 'a'), IDS, 'e', 'd'), IDS, 'd', 'c');
    expect(chosenOf(IDS, two)).toEqual(['e', 'd', 'c', 'a']);
    expect(chosenOf(IDS, extend(two, IDS, 'c', 'd'))).toEqual(['e', 'd', 'a']);
    expect(chosenOf(IDS, extend(two, IDS, 'f', 'e'))).toEqual(['f', 'e', 'd', 'c', 'a']);
  });

  it('takes many at once, beside the others or in their place', () => {
    const begun = toggle(NO_SELECTION, 'f');
    expect(chosenOf(IDS, choose(begun, ['b', 'a'], 'add'))).toEqual(['f', 'b', 'a']);
    expect(chosenOf(IDS, choose(begun, ['b', 'a'], 'replace'))).toEqual(['b', 'a']);
  });

  it('is only what the list has', () => {
    expect(chosenOf(['e'], choose(NO_SELECTION, IDS, 'add'))).toEqual(['e']);
  });
});
