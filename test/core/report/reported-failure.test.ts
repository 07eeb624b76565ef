import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Failure } from '@/utils/core/failure/failure';
import type { Job } from '@/utils/core/job/job';
import { jobReport } from '@/utils/core/report/job-report';
import { CREATED_AT, makeJob, makeJobIn, makePassage } from '../../fixtures/jobs';

const FAILURE: Failure = {
  kind: 'serverError',
  status: 500,
  code: 'server_error',
  parameter: 'size',
  requestId: 'req_42',
  detail: 'The server had an error',
  retryAfterSeconds: 20,
  host: 'api.example',
};

describe('what a person can hand to the support', () => {
  it('has everything known of the failure, one fact a line', () => {
    const parameters = { model: 'gpt-image-1', quality: 'high' };
    const request = { ...parameters, prompt: 'a fox in snow' };
    const job = { ...makeJobIn('failed', { parameters }), request, finishedAt: CREATED_AT + 3000 };
    expect(jobReport({ ...job, failure: FAILURE }, '1.2.3').split('\n')).toEqual([
      'Depict 1.2.3',
      'state: failed',
      'failure: serverError',
      'status: 500',
      'code: server_error',
      'parameter: size',
      'server said: The server had an error',
      'retry after: 20',
      'host: api.example',
      'request id: req_42',
      'endpoint: https://api.example/v1/images/generations',
      'model: gpt-image-1',
      `asked: ${new Date(CREATED_AT).toISOString()}`,
      `sent: ${new Date(CREATED_AT + 1000).toISOString()}`,
      `ended: ${new Date(CREATED_AT + 3000).toISOString()}`,
      'attempts: 1',
      'prompt characters: 13',
      'pictures: 0',
      'request: {"model":"gpt-image-1","quality":"high"}',
    ]);
  });

  it('leaves out what is not known, as of a job that was never sent', () => {
    expect(jobReport(makeJob({ failure: { kind: 'noKey' } }), '1.2.3').split('\n')).toEqual([
      'Depict 1.2.3',
      'state: queued',
      'failure: noKey',
      'model: gpt-image-1',
      `asked: ${new Date(CREATED_AT).toISOString()}`,
      'attempts: 0',
      'prompt characters: 13',
      'pictures: 0',
      'request: {}',
    ]);
  });

  it('never has the prompt, nor the page it comes from', () => {
    // Words that stand in no report by themselves.
    const secret = fc.stringMatching(/^[А-Я狐🦊"\\ ]{4,30}$/u).map((words) => `Ω${words}Ω`);
    fc.assert(
      fc.property(secret, (prompt) => {
        const job: Job = {
          ...makeJobIn('failed'),
          prompt,
          passage: makePassage({ quote: prompt, pageTitle: prompt }),
          request: { model: 'gpt-image-1', prompt },
        };
        const report = jobReport({ ...job, failure: FAILURE }, '1.2.3');
        expect(report).not.toContain('Ω');
        expect(report).not.toContain(makePassage().pageUrl);
      }),
    );
  });
});
