import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FAILURE_KINDS, type FailureKind } from '@/utils/core/failure/failure';
import { JOB_STATES, type Job, type JobState } from '@/utils/core/job/job';
import { bugReport, REPORTED_JOBS } from '@/utils/core/report/bug-report';
import { makeDiagnosis, makeRowCounts, makeServerDiagnosis } from '../../fixtures/diagnosis';
import { CREATED_AT, makeJobIn, makePassage, makePending } from '../../fixtures/jobs';

const AT = CREATED_AT + 60_000;
const iso = (at: number): string => new Date(at).toISOString();

describe('a bug report', () => {
  it('tells of the installation, its servers and its jobs', () => {
    const diagnosis = makeDiagnosis({
      rows: makeRowCounts({ done: 3, failed: 1 }, 5),
      alarms: [{ at: AT, everySeconds: 30 }],
      servers: [
        makeServerDiagnosis(
          {
            baseUrl: 'https://api.example/team-7f3a/v1',
            extraBody: { seed: 7 },
            headerNames: ['x-team'],
            concurrency: 3,
          },
          {
            pausedUntil: AT,
            refused: { flux: ['size', 'quality'] },
            onePerRequest: ['flux'],
            trailingSlash: true,
            models: [{ id: 'flux' }],
          },
        ),
      ],
    });
    expect(bugReport(diagnosis, [makeJobIn('failed')], AT).split('\n')).toEqual([
      '# Depict 1.2.3',
      `- written: ${iso(AT)}`,
      '- browser: Chromium 140.0.1',
      '- system: linux x86-64',
      '- language: en',
      '- jobs: queued: 0, running: 0, done: 3, failed: 1, cancelled: 0, interrupted: 0, needs-permission: 0',
      '- pictures: 5',
      '- storage: 12.3 MB of 2000.0 MB, persistent',
      `- alarms: ${iso(AT)}, then every 30 s`,
      '- permissions: alarms, storage',
      '- hosts: https://api.example/*',
      '',
      '## Server 1',
      '- address: https://api.example/…/v1',
      '- chosen: yes',
      '- model: gpt-image-1',
      '- requests at once: 3',
      '- longest wait: 300 s',
      '- base64: auto',
      '- one picture a request: flux',
      '- extra fields: seed',
      '- extra headers: x-team',
      `- paused until: ${iso(AT)}`,
      '- refuses: flux (size, quality)',
      '- slash at the end: yes',
      '- listed models: 1',
      '',
      '## Job 1',
      '- state: failed',
      '- failure: serverError',
      '- status: 500',
      '- endpoint: https://api.example/v1/images/generations',
      '- model: gpt-image-1',
      `- asked: ${iso(CREATED_AT)}`,
      `- sent: ${iso(CREATED_AT + 1000)}`,
      `- ended: ${iso(CREATED_AT + 1000)}`,
      '- attempts: 1',
      '- prompt characters: 13',
      '- pictures: 0',
      '- request: {"model":"gpt-image-1"}',
      '',
    ]);
  });

  it('says why the database does not open, without addresses', () => {
    const { rows: _, ...broken } = makeDiagnosis({
      failure: { kind: 'storageUnavailable', detail: 'UnknownError: https://a.example/secret' },
    });
    const report = bugReport(broken, [], AT);
    expect(report).toContain('- database: storageUnavailable UnknownError: https://a.example/…\n');
    expect(report).not.toContain('- jobs:');
    expect(report).not.toContain('## Job');
  });

  it('admits what the browser does not tell', () => {
    const report = bugReport(makeDiagnosis({ space: { persistent: false }, hosts: [] }), [], AT);
    expect(report).toContain('- storage: unknown of unknown, not persistent');
    expect(report).toContain('- alarms: none');
    expect(report).toContain('- hosts: none');
  });

  it('has the newest jobs', () => {
    const jobs = Array.from({ length: 30 }, (_, attempts) => ({ ...makeJobIn('done'), attempts }));
    const report = bugReport(makeDiagnosis(), jobs, AT);
    expect(report.match(/## Job/g)).toHaveLength(REPORTED_JOBS);
    expect(report).toContain('- attempts: 0');
    expect(report).not.toContain('- attempts: 20');
  });
});

describe('whatever happened, a report', () => {
  /** Words that stand in no report by themselves, with something between them. */
  const canary = fc.stringMatching(/^[a-zА-Я狐🦊"\\\n ]{4,30}$/u).map((words) => `Ωcanary${words}canaryΩ`);

  /** What a server makes of a secret when it repeats it. */
  const echo = fc.constantFrom(
    (words: string) => words,
    (words: string) => words.replace(/\s+/g, ' '),
    (words: string) => JSON.stringify({ prompt: words }),
    (words: string) => `https://a.example/?q=${encodeURIComponent(words)}`,
    (words: string) => encodeURIComponent(words),
    (words: string) => words.slice(0, words.length - 5),
  );

  interface Happened {
    readonly state: JobState;
    readonly kind: FailureKind;
    readonly secret: string;
    readonly echo: (words: string) => string;
  }

  /** A job with the secret wherever private words can be, and wherever a server can repeat them. */
  function taint({ state, kind, secret, echo: repeat }: Happened): Job {
    const said = `Refused: ${repeat(secret)}!`;
    const inAddress = encodeURIComponent(secret);
    const words = { quote: secret, before: secret, after: secret, headings: [secret], pageTitle: secret };
    return {
      ...makeJobIn(state),
      prompt: secret,
      parameters: { model: 'gpt-image-1', user: secret },
      passage: makePassage({ ...words, pageUrl: `https://page.example/${inAddress}` }),
      baseUrl: `https://api.example/${inAddress}/v1`,
      request: { model: 'gpt-image-1', prompt: secret, user: secret, deep: { header: [secret] } },
      reply: { actual: { size: said }, requestId: said },
      failure: { kind, detail: said, code: said, parameter: said, requestId: said },
      pendingPictures: [
        makePending({ address: `https://images.example/${inAddress}`, revisedPrompt: secret }),
      ],
      arrivedPictures: [{ id: 'p', index: 0, revisedPrompt: secret }],
    };
  }

  const job = fc
    .record({
      state: fc.constantFrom(...JOB_STATES),
      kind: fc.constantFrom(...FAILURE_KINDS),
      secret: canary,
      echo,
    })
    .map(taint);

  it('has nothing of the prompt, the page, added values and picture addresses', () => {
    fc.assert(
      fc.property(fc.array(job, { minLength: 1, maxLength: 3 }), canary, (jobs, secret) => {
        const server = makeServerDiagnosis({
          name: secret,
          baseUrl: `https://api.example/${encodeURIComponent(secret)}`,
          extraBody: { token: secret },
          headerNames: ['x-token'],
        });
        const report = bugReport(makeDiagnosis({ servers: [server] }), jobs, AT);
        expect(report).not.toMatch(/canary|Ω|%CE%A9|page\.example/i);
        expect(report).toContain('images.example');
      }),
    );
  });
});
