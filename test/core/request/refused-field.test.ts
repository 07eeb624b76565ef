import { describe, expect, it } from 'vitest';
import type { Failure } from '@/utils/core/failure/failure';
import { refusedField } from '@/utils/core/request/refused-field';

const REQUEST = { model: 'gpt-image-1', prompt: 'a fox', n: 2, background: 'opaque', seed: 7 };

const refusal = (changes: Partial<Failure>): Failure => ({
  kind: 'invalidParameter',
  status: 400,
  parameter: 'background',
  code: 'unknown_parameter',
  ...changes,
});

describe('a field that a server does not know', () => {
  it.each<[string, Partial<Failure>]>([
    ['by the code of OpenAI', {}],
    ['by another code', { code: 'unsupported_parameter' }],
    ['in words of OpenAI', { code: 'x', detail: "Unknown parameter: 'background'." }],
    ['in words of FastAPI', { code: 'x', detail: 'Extra inputs are not permitted' }],
    ['in words of Python', { code: 'x', detail: "got an unexpected keyword argument 'background'" }],
    ['in words of Azure', { code: 'x', detail: 'This model does not support the background option.' }],
    ['as not supported', { code: 'x', detail: 'The parameter background is not supported by this model' }],
    ['as not recognised', { code: 'x', detail: 'Unrecognized request argument supplied: background' }],
    ['in Chinese', { code: 'x', detail: '不支持的参数: background' }],
    ['in other Chinese words', { code: 'x', detail: '参数 background 不支持' }],
  ])('is told %s', (_, changes) => {
    expect(refusedField(refusal(changes), REQUEST)).toBe('background');
  });

  it.each(['n', 'seed'])('may be %s', (parameter) => {
    expect(refusedField(refusal({ parameter }), REQUEST)).toBe(parameter);
  });
});

describe('nothing is left out', () => {
  it.each<[string, Failure]>([
    ['of another failure', refusal({ kind: 'serverError' })],
    ['of one that names no field', { kind: 'invalidParameter', code: 'unknown_parameter' }],
    ['of a refused value', refusal({ code: 'invalid_value', detail: "Invalid value: 'opaque'." })],
    ['of a refusal without a word', { kind: 'invalidParameter', parameter: 'background' }],
    ['that was not sent', refusal({ parameter: 'style' })],
    ['that every object has', refusal({ parameter: 'constructor' })],
    ['without which there is no request: the model', refusal({ parameter: 'model' })],
    ['without which there is no request: the prompt', refusal({ parameter: 'prompt' })],
  ])('%s', (_, failure) => {
    expect(refusedField(failure, REQUEST)).toBeUndefined();
  });
});
