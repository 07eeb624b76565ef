import { describe, expect, it } from 'vitest';
import { FailureError, failureOf, FAILURE_KINDS } from '@/utils/core/failure/failure';
import { mayHaveCost, nextStepFor, retryMayHelp, waitingHelps } from '@/utils/core/failure/failure-advice';

describe('failureOf', () => {
  it('takes the failure out of what carries it', () => {
    const failure = { kind: 'network', host: 'api.example' } as const;
    expect(failureOf(new FailureError(failure))).toBe(failure);
  });

  it.each([
    [new TypeError('x is not a function'), 'x is not a function'],
    ['a text', 'a text'],
    [undefined, 'undefined'],
  ])('calls %s unexpected and keeps its words', (thrown, detail) => {
    expect(failureOf(thrown)).toEqual({ kind: 'unexpected', detail });
  });
});

it('is an error with words and a cause', () => {
  const cause = new Error('inner');
  const error = new FailureError({ kind: 'network', detail: 'no route' }, { cause });
  expect(error).toMatchObject({ name: 'FailureError', message: 'no route', cause });
  expect(new FailureError({ kind: 'network' }).message).toBe('network');
});

describe('advice', () => {
  it('is there for every kind', () => {
    for (const kind of FAILURE_KINDS) {
      expect(nextStepFor(kind), kind).toBeTypeOf('string');
    }
  });

  it.each([
    ['noKey', 'openSettings'],
    ['authentication', 'openSettings'],
    ['wrongEndpoint', 'openSettings'],
    ['emptyPrompt', 'reword'],
    ['promptTooLong', 'shorten'],
    ['textTooLong', 'shorten'],
    ['contentBlocked', 'reword'],
    ['network', 'retry'],
    ['rateLimited', 'wait'],
    ['storageFull', 'freeSpace'],
    ['storageBlocked', 'closeOtherPages'],
    ['storageOutdated', 'reloadPage'],
    ['storageDamaged', 'restartBrowser'],
    ['quotaExhausted', 'pay'],
    ['modelUnavailable', 'chooseModel'],
    ['invalidParameter', 'changeParameter'],
    ['redirected', 'openSettings'],
  ] as const)('for %s is %s', (kind, step) => {
    expect(nextStepFor(kind)).toBe(step);
  });

  it('is never to retry what was refused before it was sent', () => {
    expect(FAILURE_KINDS.filter((kind) => !retryMayHelp(kind))).toEqual([
      'serverRemoved',
      'emptyPrompt',
      'promptTooLong',
      'textTooLong',
    ]);
  });

  it('is to wait only where waiting helps', () => {
    expect(FAILURE_KINDS.filter(waitingHelps)).toEqual([
      'rateLimited',
      'gatewayTimeout',
      'timedOut',
      'serverError',
      'network',
      'connectionBroken',
    ]);
    expect(FAILURE_KINDS.filter((kind) => nextStepFor(kind) === 'wait').every(waitingHelps)).toBe(true);
  });

  it('warns of a second cost wherever the server may have drawn, and nowhere else', () => {
    expect(FAILURE_KINDS.filter((kind) => mayHaveCost({ kind }))).toEqual([
      'gatewayTimeout',
      'timedOut',
      'connectionBroken',
      'unreadableReply',
      'replyTooLarge',
      'incompleteStream',
      'asynchronousServer',
      'noPicture',
      'unsupportedPicture',
      'pictureUnreachable',
      'privateAddress',
      'storageFull',
      'storageBlocked',
      'storageOutdated',
      'storageDamaged',
      'storageUnavailable',
      'unexpected',
    ]);
  });
});
