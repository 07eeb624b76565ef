import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errorDetails } from '@/utils/api/error-details';
import { openAiError } from '../fixtures/error-bodies';

describe('errorDetails', () => {
  it('reads every field of the usual shape', () => {
    const body = openAiError({
      message: 'Bad size.',
      type: 'user_error',
      code: 'invalid_value',
      param: 'size',
    });
    expect(errorDetails(body)).toEqual({
      message: 'Bad size.',
      type: 'user_error',
      code: 'invalid_value',
      parameter: 'size',
    });
  });

  it('leaves out what is null or empty', () => {
    expect(errorDetails(openAiError({ message: 'No.', type: '', code: null, param: '' }))).toEqual({
      message: 'No.',
    });
  });

  it.each<[string, unknown, object]>([
    ['an error that is a sentence', { error: 'No.' }, { message: 'No.' }],
    ['a sentence with a code beside it', { error: 'No.', code: 'x' }, { message: 'No.', code: 'x' }],
    ['a number as code', { error: { message: 'No.', code: 404 } }, { message: 'No.', code: '404' }],
    [
      'the code of an inner error',
      { error: { message: 'No.', inner_error: { code: 'x' } } },
      { message: 'No.', code: 'x' },
    ],
    ['a message beside the error', { error: { code: 'x' }, message: 'No.' }, { message: 'No.', code: 'x' }],
    ['a list of sentences', { errors: ['No.', 'Not at all.'] }, { message: 'No.' }],
    ['a list of errors', { errors: [{ message: 'No.' }] }, { message: 'No.' }],
    ['a detail', { detail: 'Not Found' }, { message: 'Not Found' }],
    [
      'a list of details',
      { detail: [{ loc: ['body'], msg: 'field required' }] },
      { message: 'field required' },
    ],
    ['a message alone', { success: false, message: 'No.' }, { message: 'No.' }],
    ['msg', { msg: 'No.' }, { message: 'No.' }],
    ['error_msg', { error_msg: 'No.' }, { message: 'No.' }],
    ['err', { err: 'No.' }, { message: 'No.' }],
    ['a list around the error', [{ error: { message: 'No.' } }], { message: 'No.' }],
    ['an error without words', { error: {} }, {}],
  ])('reads %s', (_, body, details) => {
    expect(errorDetails(body)).toEqual(details);
  });

  it('takes the request id off the sentence', () => {
    expect(errorDetails(openAiError({ message: '无效的令牌 (request id: 2026-1)', type: 'x' }))).toEqual({
      message: '无效的令牌',
      requestId: '2026-1',
      type: 'x',
    });
  });

  it.each([undefined, null, '', 'No.', 7, true, [], {}, { error: null }, { data: [] }, { message: ' ' }])(
    'finds no error in %j',
    (body) => {
      expect(errorDetails(body)).toBeUndefined();
    },
  );

  it('takes any JSON without a fault', () => {
    const anyBody = fc.oneof(
      fc.jsonValue(),
      fc.record(
        { error: fc.jsonValue(), message: fc.jsonValue(), code: fc.jsonValue() },
        { requiredKeys: [] },
      ),
      fc.record({
        error: fc.record({ message: fc.jsonValue(), code: fc.jsonValue(), param: fc.jsonValue() }),
      }),
    );
    fc.assert(
      fc.property(anyBody, (body) => {
        for (const value of Object.values(errorDetails(body) ?? {})) expect(value).toBeTypeOf('string');
      }),
    );
  });
});
