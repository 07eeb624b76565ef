import { expect, it } from 'vitest';
import { createHistoryIndex } from '@/utils/core/history/history-index';
import { stackVersions } from '@/utils/core/history/stack-versions';
import { makeEntry } from '../../fixtures/entries';
import { makeJobIn } from '../../fixtures/jobs';

it('leaves a job without pictures beside the stack of the same words, and counts no picture for it', () => {
  const index = createHistoryIndex();
  index.put([makeEntry('a', { job: { prompt: 'fog' } }), makeEntry('b', { job: { prompt: 'fog' } })]);
  index.putUnfinished(makeJobIn('failed', { id: 'job-c', prompt: 'fog' }));
  const facts = ['job-c', 'picture-b', 'picture-a'].flatMap((id) => index.get(id) ?? []);
  const { tops, stacks } = stackVersions(facts);
  expect(tops.map(({ id }) => id)).toEqual(['job-c', 'picture-b']);
  expect([...stacks]).toEqual([['picture-b', 2]]);
});
