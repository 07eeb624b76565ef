import { expect, it } from 'vitest';
import { classifyError } from '@/utils/api/classify-error';
import { errorDetails } from '@/utils/api/error-details';
import { OPEN_AI_ERRORS } from '../fixtures/error-bodies';
import { RELAY_ERRORS } from '../fixtures/relay-errors';

it.each([...OPEN_AI_ERRORS, ...RELAY_ERRORS])('$name ($status) is $kind', ({ status, body, kind }) => {
  expect(classifyError(status, errorDetails(body) ?? {})).toBe(kind);
});
