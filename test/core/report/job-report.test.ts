import { describe, expect, it } from 'vitest';
import type { Job } from '@/utils/core/job/job';
import { jobFacts, jobReport } from '@/utils/core/report/job-report';
import { CREATED_AT, makeJob, makeJobIn, makePassage, makePending } from '../../fixtures/jobs';

const iso = (at: number): string => new Date(at).toISOString();

/** The value of one fact. */
function fact(job: Job, name: string): string | undefined {
  return jobFacts(job)
    .find((line) => line.startsWith(`${name}: `))
    ?.slice(name.length + 2);
}

describe('what is told of a job', () => {
  it('is everything that is known of a finished one', () => {
    const parameters = { model: 'gpt-image-1', n: 2, quality: 'low' };
    const job: Job = {
      ...makeJobIn('done', { parameters }),
      finishedAt: CREATED_AT + 4000,
      automaticRetries: 1,
      request: { ...parameters, prompt: 'a fox in snow' },
      reply: { actual: { size: '1024x1024' }, usage: { totalTokens: 7 }, requestId: 'req_42' },
      cost: { amount: 0.04, unknownReplies: 0 },
      estimate: { amount: 0.05, basis: 'list', atMost: true },
    };
    expect(jobReport(job, '1.2.3').split('\n')).toEqual([
      'Depict 1.2.3',
      'state: done',
      'request id: req_42',
      'endpoint: https://api.example/v1/images/generations',
      'model: gpt-image-1',
      `asked: ${iso(CREATED_AT)}`,
      `sent: ${iso(CREATED_AT + 1000)}`,
      `ended: ${iso(CREATED_AT + 4000)}`,
      'attempts: 1',
      'automatic retries: 1',
      'prompt characters: 13',
      'pictures: 1',
      'server used: size: 1024x1024',
      'usage: totalTokens: 7',
      'cost: amount: 0.04, unknownReplies: 0',
      'estimate: amount: 0.05, basis: list, atMost: true',
      'request: {"model":"gpt-image-1","n":2,"quality":"low"}',
    ]);
  });

  it('is what it waits for', () => {
    const job = makeJob({ waitingFor: 'pause', waitingUntil: CREATED_AT + 9000 });
    expect(fact(job, 'waits for')).toBe('pause');
    expect(fact(job, 'waits until')).toBe(iso(CREATED_AT + 9000));
  });

  it('is at which hosts its pictures are, and not where there', () => {
    const pendingPictures = [makePending(), makePending({ index: 1, address: 'https://b.example/b?sig=2' })];
    expect(fact({ ...makeJobIn('needs-permission'), pendingPictures }, 'still at')).toBe(
      'images.example, b.example',
    );
  });

  it('has the names of fields that a person added, and not their values', () => {
    const request = {
      model: 'gpt-image-1',
      size: 'mine',
      seed: 7,
      token: 'secret',
      user: 'anna',
      nested: { deep: 'secret' },
      stream: true,
      response_format: 'b64_json',
      prompt: 'a fox',
    } as const;
    const job = { ...makeJobIn('failed', { parameters: { model: 'gpt-image-1', user: 'anna' } }), request };
    expect(fact(job, 'request')).toBe(
      '{"model":"gpt-image-1","size":"…","seed":"…","token":"…","user":"…","nested":"…","stream":true,"response_format":"b64_json"}',
    );
  });

  it('is the server’s answer without what it repeats of the prompt, of added values and of addresses', () => {
    const job: Job = {
      ...makeJobIn('failed', { prompt: 'the secret garden', parameters: { model: 'm', user: 'anna-42' } }),
      request: { model: 'm', prompt: 'the secret garden', tenant: { name: 'blue-whale' } },
      passage: makePassage(),
      failure: {
        kind: 'serverError',
        code: 'no_the secret garden',
        detail: 'anna-42 of blue-whale: “the secret garden” see https://docs.example/errors?p=the',
        requestId: 'the secret garden',
      },
    };
    expect(fact(job, 'server said')).toBe('… of …: “…” see https://docs.example/…');
    expect(fact(job, 'code')).toBe('no_…');
    expect(fact(job, 'request id')).toBe('…');
  });

  it('keeps each fact on its line', () => {
    const job = makeJob({ parameters: { model: 'two\nlines: yes' } });
    expect(fact(job, 'model')).toBe('two lines: yes');
  });
});
