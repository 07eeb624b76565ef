import { expect, it, vi } from 'vitest';
import { createMenuRefusal, createStorageTrouble } from '@/utils/core/failure/kept-failure';
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

it('is why a click made no job, unless storage is the reason', () => {
  const announce = vi.fn<() => void>();
  const refusal = createMenuRefusal(announce);
  refusal.note(makeFailure('storageFull'));
  expect(refusal.current()).toBeUndefined();
  refusal.note(makeFailure('textTooLong'));
  expect(refusal.current()).toEqual({ kind: 'textTooLong' });
  refusal.clear();
  refusal.clear();
  expect(refusal.current()).toBeUndefined();
  expect(announce).toHaveBeenCalledTimes(2);
});
