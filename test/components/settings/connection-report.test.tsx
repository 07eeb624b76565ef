import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ConnectionReport } from '@/components/settings/connection-report';
import { FAILURE_KINDS, type Failure } from '@/utils/core/failure/failure';
import {
  checksAfterFailure,
  checksAfterList,
  type ConnectionCheck,
} from '@/utils/core/server/connection-check';

const MODEL = 'gpt-image-1';
const SERVER_ANSWERS = 'The server answers.';

/** The lines of the report, as they are announced. */
function linesFor(checks: readonly ConnectionCheck[]): readonly string[] {
  render(<ConnectionReport status={{ kind: 'tested', model: MODEL, checks }} />);
  return Array.from(screen.getByRole('status').children, (line) => line.textContent.trim());
}

/** The lines after this failure of the list of models. */
const linesAfter = (failure: Failure): readonly string[] => linesFor(checksAfterFailure(failure));

describe('the report of a test', () => {
  it('tells of access', () => {
    expect(linesFor([{ subject: 'access', outcome: 'works' }])).toEqual([
      'The browser lets Depict talk to this server.',
    ]);
  });

  it('tells how to give access', () => {
    const failure = { kind: 'accessMissing', host: 'api.example' } as const;
    expect(linesFor([{ subject: 'access', outcome: 'fails', failure }])).toEqual([
      'Depict may not talk to this server yet: press “Save and allow access”.',
    ]);
  });

  it('tells that there is no key', () => {
    const failure = { kind: 'noKey', host: 'api.example' } as const;
    expect(linesFor([{ subject: 'key', outcome: 'fails', failure }])).toEqual([
      'No key is saved for this server. Enter one first.',
    ]);
  });

  it('tells that all is well', () => {
    expect(linesFor(checksAfterList([MODEL, 'dall-e-3'], MODEL))).toEqual([
      SERVER_ANSWERS,
      'The server accepts the key.',
      'The server offers the model gpt-image-1.',
    ]);
  });

  it('tells that the model is not among those of the server', () => {
    expect(linesFor(checksAfterList(['dall-e-3'], MODEL))[2]).toBe(
      'The server answers, but does not list the model gpt-image-1.',
    );
  });

  it('tells nothing of a model while none is named', () => {
    const checks = checksAfterList(['dall-e-3'], '');
    render(<ConnectionReport status={{ kind: 'tested', model: '', checks }} />);
    expect(screen.getByRole('status').textContent).not.toContain('model');
  });

  it('tells that the server lists no models', () => {
    expect(linesFor(checksAfterList([], MODEL))[2]).toBe(
      'The server does not tell which models it has. The first picture will show whether gpt-image-1 works.',
    );
  });

  it('tells that the server has no list, and what it said', () => {
    expect(linesAfter({ kind: 'wrongEndpoint', status: 404, detail: 'Not here' })).toEqual([
      SERVER_ANSWERS,
      'The server does not tell which models it has. The first picture will show whether gpt-image-1 works. The server says: Not here',
    ]);
  });

  it('tells that there is no API at all', () => {
    expect(linesAfter({ kind: 'wrongEndpoint', status: 404 })).toEqual([
      'There is no image API at this address. Check the API base URL.',
    ]);
  });

  it('tells that nobody is there', () => {
    expect(linesAfter({ kind: 'network', host: 'api.example' })).toEqual([
      'api.example cannot be reached. Is the server running, and are you online?',
    ]);
  });

  it('tells that the key is refused, and what the server said', () => {
    expect(linesAfter({ kind: 'authentication', status: 401, detail: 'Incorrect API key' })).toEqual([
      SERVER_ANSWERS,
      'The server does not accept the key. The server says: Incorrect API key',
    ]);
  });

  it.each([
    ['quotaExhausted', 'Your account at the server has no credit left.'],
    ['organizationUnverified', 'Your account at the server must be verified before it may use this model.'],
  ] as const)('tells what is wrong with the account: %s', (kind, words) => {
    expect(linesAfter({ kind, status: 403 })).toEqual([SERVER_ANSWERS, words]);
  });

  it.each(FAILURE_KINDS)('has whole sentences after %s', (kind) => {
    const lines = linesAfter({ kind, host: 'api.example', limit: 10, actual: 11, status: 500 });
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) {
      expect(line).toMatch(/[.?]$/);
      expect(line).not.toMatch(/[{}]|undefined/);
    }
  });

  const subjects = ['access', 'server', 'key', 'model'] as const;
  const outcomes = ['works', 'fails', 'unknown'] as const;
  it.each(subjects.flatMap((subject) => outcomes.map((outcome) => ({ subject, outcome }))))(
    'has a whole sentence when $subject $outcome without a reason',
    (check) => {
      expect(linesFor([check])[0]).toMatch(/^[A-Z][^{}]+\.$/);
    },
  );
});

it('the report stays one and the same region, whatever is told', () => {
  const { rerender } = render(<ConnectionReport status={{ kind: 'idle' }} />);
  const region = screen.getByRole('status');
  expect(region.textContent).toBe('');
  rerender(<ConnectionReport status={{ kind: 'testing' }} />);
  expect(region.textContent).toBe('Asking the server…');
  rerender(<ConnectionReport status={{ kind: 'problem', text: 'It broke.' }} />);
  expect(region.textContent).toContain('It broke.');
  expect(screen.getByRole('status')).toBe(region);
});
