import { expect, it } from 'vitest';
import type { Job } from '@/utils/core/job/job';
import { leftOutFields } from '@/utils/core/job/left-out-fields';
import { makeJob } from '../../fixtures/jobs';

const PARAMETERS = { model: 'gpt-image-1', quality: 'high', background: 'opaque' };
const REQUEST = { ...PARAMETERS, prompt: 'a fox in snow' };
const { background: _, ...WITHOUT_BACKGROUND } = REQUEST;

it.each<[string, Partial<Job>, readonly string[]]>([
  ['nothing before the request left', { parameters: PARAMETERS }, []],
  ['nothing when everything was sent', { parameters: PARAMETERS, request: REQUEST }, []],
  ['what was not sent', { parameters: PARAMETERS, request: WITHOUT_BACKGROUND }, ['background']],
  [
    'all that was not sent',
    { parameters: PARAMETERS, request: { model: 'gpt-image-1', prompt: 'a fox in snow' } },
    ['quality', 'background'],
  ],
  [
    'nothing of a number: the pictures were asked for one by one',
    { parameters: { ...PARAMETERS, n: 3 }, request: REQUEST },
    [],
  ],
  [
    'nothing of what the model does not take anyway',
    { parameters: { ...PARAMETERS, style: 'vivid', size: '' }, request: REQUEST },
    [],
  ],
  [
    'a switch and a number that were not sent',
    { parameters: { ...PARAMETERS, stream: true, partial_images: 0 }, request: REQUEST },
    ['stream', 'partial_images'],
  ],
])('tells %s', (_name, changes, fields) => {
  expect(leftOutFields(makeJob(changes))).toEqual(fields);
});
