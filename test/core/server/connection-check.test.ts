import { describe, expect, it } from 'vitest';
import { FAILURE_KINDS, type Failure } from '@/utils/core/failure/failure';
import { checksAfterFailure, checksAfterList } from '@/utils/core/server/connection-check';

const outcomes = (checks: ReturnType<typeof checksAfterList>): readonly string[] =>
  checks.map(({ subject, outcome }) => `${subject} ${outcome}`);

describe('a list of models', () => {
  it.each([
    ['with the model', ['a', 'b'], ['server works', 'key works', 'model works']],
    ['without the model', ['b'], ['server works', 'key works', 'model fails']],
    ['that is empty', [], ['server works', 'key works', 'model unknown']],
  ])('%s', (_, models, report) => {
    expect(outcomes(checksAfterList(models, 'a'))).toEqual(report);
  });
});

describe('a refusal', () => {
  it.each<[Failure, readonly string[]]>([
    [{ kind: 'network' }, ['server fails']],
    [{ kind: 'timedOut' }, ['server fails']],
    [{ kind: 'authentication', status: 401 }, ['server works', 'key fails']],
    [{ kind: 'quotaExhausted', status: 402 }, ['server works', 'key fails']],
    [{ kind: 'organizationUnverified', status: 403 }, ['server works', 'key fails']],
    [{ kind: 'wrongEndpoint', status: 404, detail: 'Not Found' }, ['server works', 'model unknown']],
    [{ kind: 'wrongEndpoint', status: 200 }, ['server fails']],
    [{ kind: 'serverError', status: 500 }, ['server fails']],
    [{ kind: 'unreadableReply', status: 200 }, ['server fails']],
  ])('of %j', (failure, report) => {
    expect(outcomes(checksAfterFailure(failure))).toEqual(report);
  });

  it('of any kind is in the last line of the report', () => {
    for (const kind of FAILURE_KINDS) {
      const checks = checksAfterFailure({ kind });
      expect(checks.at(-1), kind).toMatchObject({ failure: { kind } });
      expect(checks.at(-1)?.outcome, kind).not.toBe('works');
    }
  });
});
