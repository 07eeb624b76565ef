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
    [
      'a kind of error beside the sentence',
      { error: 'server_error', message: 'No.' },
      { message: 'No.', type: 'server_error' },
    ],
    [
      'the field of a detail',
      { detail: [{ loc: ['body', 'images', 0, 'size'], msg: 'No.', type: 'value_error' }] },
      { message: 'No.', parameter: 'size', type: 'value_error' },
    ],
    ['an error inside the detail', { detail: { error: 'No.' } }, { message: 'No.' }],
    ['errorMessage', { code: 'X', details: { errorMessage: 'No.' } }, { message: 'No.', code: 'X' }],
    ['a header', { header: { code: 10_013, message: 'No.' } }, { message: 'No.', code: '10013' }],
    [
      'a response that failed',
      { type: 'response.failed', response: { error: { code: 'x', message: 'No.' } } },
      { type: 'response.failed', message: 'No.', code: 'x' },
    ],
    [
      'a list of sentences in its place',
      { statusCode: 400, message: ['No.', 'Not at all.'] },
      { message: 'No.' },
    ],
    [
      "Google's word for its kind",
      { error: { code: 400, message: 'No.', status: 'INVALID' } },
      { message: 'No.', code: '400', type: 'INVALID' },
    ],
    [
      'an error with metadata',
      { error: { message: 'No.', code: 402, metadata: { raw: 'x' } } },
      { message: 'No.', code: '402' },
    ],
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

  it.each([
    ["Unknown parameter: 'style'.", 'style'],
    ["This model does not support the 'style' parameter.", 'style'],
    ['Unrecognized request argument supplied: style', 'style'],
    ['json: unknown field "style"', 'style'],
    ['json: cannot unmarshal string into Go struct field ImageRequest.n of type int', 'n'],
    ["got an unexpected keyword argument 'style'", 'style'],
    ["litellm.UnsupportedParamsError: x does not support parameters: {'style': 'vivid'}", 'style'],
    ["litellm.UnsupportedParamsError: x does not support parameters: ['style', 'user']", 'style'],
    ['Parameter style is not supported for this model', 'style'],
    ["The 'style' parameter is not supported", 'style'],
    ["'style' is not a valid parameter", 'style'],
    ['该模型不支持参数 style', 'style'],
    ['参数 style 不支持', 'style'],
    ["The model 'dream' is not supported", undefined],
    ['Invalid parameter value', undefined],
    ['The server had an error', undefined],
  ])('finds in %j the parameter %s', (message, parameter) => {
    expect(errorDetails(openAiError({ message }))?.parameter).toBe(parameter);
  });

  it('believes the field rather than the sentence', () => {
    const body = openAiError({ message: "Unknown parameter: 'a'.", param: 'b' });
    expect(errorDetails(body)?.parameter).toBe('b');
  });

  it('reads a sentence of any length in no time', () => {
    const message = `${' '.repeat(1e6)}x${'model '.repeat(1e5)}`;
    expect(errorDetails({ error: { message } })?.message?.length).toBeLessThan(10_000);
  });

  it('takes any JSON without a fault', () => {
    const anyBody = fc.oneof(
      fc.jsonValue(),
      fc.record(
        { error: fc.jsonValue(), message: fc.jsonValue(), code: fc.jsonValue() },
        { requiredKeys: [] },
      ),
      fc.record(
        {
          errors: fc.jsonValue(),
          detail: fc.oneof(fc.jsonValue(), fc.array(fc.record({ loc: fc.jsonValue(), msg: fc.jsonValue() }))),
          details: fc.jsonValue(),
          header: fc.jsonValue(),
          response: fc.record({ error: fc.jsonValue() }),
        },
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
