import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errorDetails } from '@/utils/api/error-details';
import { parseJson } from '@/utils/api/json-value';
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
    [
      'what the provider behind a gateway said, as JSON in a text',
      {
        error: {
          message: 'Provider returned error',
          code: 400,
          metadata: { raw: JSON.stringify(openAiError({ message: 'Rejected.', code: 'x', param: 'size' })) },
        },
      },
      {
        message: 'Provider returned error: Rejected.',
        code: '400',
        type: 'invalid_request_error',
        parameter: 'size',
        reason: 'x',
      },
    ],
    [
      'JSON inside a sentence',
      { error: { message: `litellm.X: Y - ${JSON.stringify({ error: { message: 'No.', code: 'x' } })}` } },
      { message: 'litellm.X: Y - No.', code: 'x' },
    ],
    [
      'MiniMax',
      { data: null, base_resp: { status_code: 1026, status_msg: 'No.' } },
      { message: 'No.', code: '1026', reason: 'base_resp:1026' },
    ],
    [
      'DashScope',
      { output: { task_status: 'FAILED', code: 'X', message: 'No.' }, request_id: 'r' },
      { message: 'No.', code: 'X', type: 'FAILED', requestId: 'r' },
    ],
    [
      'Volcengine',
      { ResponseMetadata: { RequestId: 'r', Error: { Code: 'X', Message: 'No.' } } },
      { message: 'No.', code: 'X', requestId: 'r' },
    ],
    [
      'Cloudflare',
      { success: false, errors: [{ code: 5007, message: 'No.' }], result: null },
      { message: 'No.', code: '5007' },
    ],
    [
      'a problem document',
      { title: 'X', detail: 'No.', status: 422, invalid_fields: [{ field: 'input.size' }] },
      { message: 'No.', parameter: 'input.size' },
    ],
    [
      "the reasons in Google's details",
      { error: { code: 400, message: 'No.', details: [{ reason: 'A' }, { reason: 'B', retryDelay: '2s' }] } },
      { message: 'No.', code: '400', reason: 'A B', retryAfterSeconds: 2 },
    ],
    [
      'a filter that tells what it found beside the error',
      { error: { code: '1', message: 'No.' }, contentFilter: [{ level: 1 }] },
      { message: 'No.', code: '1', reason: 'content_filter' },
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

  it.each<[string, (depth: number) => unknown]>([
    ['objects', (depth) => parseJson(`${'{"error":'.repeat(depth)}{}${'}'.repeat(depth)}`)],
    ['lists', (depth) => parseJson(`${'['.repeat(depth)}${']'.repeat(depth)}`)],
    [
      'filters',
      (depth) => ({
        message: 'No.',
        content_filter_results: parseJson(`${'{"a":'.repeat(depth)}{}${'}'.repeat(depth)}`),
      }),
    ],
    ['many errors', (depth) => ({ errors: Array.from({ length: depth }, () => ({ error: {} })) })],
  ])('is not exhausted by %s of any depth', (_, build) => {
    expect(() => errorDetails(build(100_000))).not.toThrow();
  });

  it('does not read JSON in JSON in JSON without end', () => {
    const nest = (depth: number): string =>
      depth === 0 ? 'end' : JSON.stringify({ error: { message: nest(depth - 1) } });
    expect(errorDetails(JSON.parse(nest(3)))).toEqual({ message: 'end' });
    expect(errorDetails(JSON.parse(nest(10)))?.message).toContain('error');
  });

  it.each([
    undefined,
    null,
    '',
    'No.',
    7,
    true,
    [],
    {},
    { error: null },
    { data: [] },
    { message: ' ' },
    { base_resp: { status_code: 0, status_msg: 'success' }, data: {} },
  ])('finds no error in %j', (body) => {
    expect(errorDetails(body)).toBeUndefined();
  });

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
        const { retryAfterSeconds: _, ...texts } = errorDetails(body) ?? {};
        for (const value of Object.values(texts)) expect(value).toBeTypeOf('string');
      }),
    );
  });
});
