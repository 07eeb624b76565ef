import { expect, it, vi } from 'vitest';
import { createStorageTrouble } from '@/utils/core/failure/storage-trouble';
import { makeFailure } from '../../fakes/image-api';

it('is what storage refused last, until something is written', () => {
  const announce = vi.fn<() => void>();
  const trouble = createStorageTrouble(announce);
  trouble.note(makeFailure('storageFull'));
  expect(trouble.current()).toEqual({ kind: 'storageFull' });
  trouble.clear();
  expect(trouble.current()).toBeUndefined();
  expect(announce).toHaveBeenCalledTimes(2);
});

it('is no fault of another kind, and nobody is told of nothing', () => {
  const announce = vi.fn<() => void>();
  const trouble = createStorageTrouble(announce);
  trouble.note(makeFailure('network'));
  trouble.note(new Error('something else'));
  trouble.clear();
  expect(trouble.current()).toBeUndefined();
  expect(announce).not.toHaveBeenCalled();
});
