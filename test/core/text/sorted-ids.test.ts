import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idsAfter, withIds } from '@/utils/core/text/sorted-ids';

const newestFirst = (ids: Iterable<string>): string[] => [...new Set(ids)].toSorted().toReversed();

const someIds = fc.array(fc.stringMatching(/^[a-e]{1,2}$/), { maxLength: 12 });

describe('a list of ids, newest first', () => {
  it('has what was added and not what was removed, in its order, however many', () => {
    fc.assert(
      fc.property(someIds, someIds, someIds, (present, added, removed) => {
        const ids = newestFirst(present);
        const expected = newestFirst([...ids.filter((id) => !removed.includes(id)), ...added]);
        expect(withIds(ids, added, removed)).toEqual(expected);
      }),
    );
  });

  it('is the very same list where nothing changes', () => {
    const ids = ['c', 'b', 'a'];
    expect(withIds(ids, ['b'], ['x'])).toBe(ids);
    expect(withIds(ids, [], [])).toBe(ids);
  });

  it('goes on after an id, also after one that is gone', () => {
    expect(idsAfter(['d', 'c', 'a'], undefined, 2)).toEqual(['d', 'c']);
    expect(idsAfter(['d', 'c', 'a'], 'c', 2)).toEqual(['a']);
    expect(idsAfter(['d', 'c', 'a'], 'b', 2)).toEqual(['a']);
  });
});
