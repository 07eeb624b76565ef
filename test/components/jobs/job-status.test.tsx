import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { JobStatus } from '@/components/jobs/job-status';
import { JOB_STATES } from '@/utils/core/job/job';
import { CREATED_AT, makeJobIn } from '../../fixtures/jobs';

const STARTED_AT = CREATED_AT + 1000;

beforeEach(() => {
  vi.useFakeTimers({ now: STARTED_AT });
});
afterEach(() => {
  vi.useRealTimers();
});

function pass(milliseconds: number): void {
  act(() => void vi.advanceTimersByTime(milliseconds));
}

describe('the seconds of a running job', () => {
  it('go on', () => {
    render(<JobStatus job={makeJobIn('running')} />);
    expect(screen.getByText('Drawing…')).toBeTruthy();
    pass(1000);
    expect(screen.getByText('Drawing… 0:01')).toBeTruthy();
    pass(64_000);
    expect(screen.getByText('Drawing… 1:05')).toBeTruthy();
  });

  it('are right at once when the page opens later', () => {
    vi.setSystemTime(STARTED_AT + 90_000);
    render(<JobStatus job={makeJobIn('running')} />);
    expect(screen.getByText('Drawing… 1:30')).toBeTruthy();
  });

  it('begin from zero when a job that waited long is started', () => {
    const { rerender } = render(<JobStatus job={makeJobIn('queued')} />);
    vi.setSystemTime(STARTED_AT + 60_000);
    rerender(<JobStatus job={{ ...makeJobIn('running'), startedAt: STARTED_AT + 60_000 }} />);
    expect(screen.getByText('Drawing…')).toBeTruthy();
    pass(2000);
    expect(screen.getByText('Drawing… 0:02')).toBeTruthy();
  });

  it('stop with the job', () => {
    const { rerender } = render(<JobStatus job={makeJobIn('running')} />);
    pass(3000);
    rerender(<JobStatus job={makeJobIn('done')} />);
    expect(screen.getByText('Done')).toBeTruthy();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('stop with the page', () => {
    const { unmount } = render(<JobStatus job={makeJobIn('running')} />);
    expect(vi.getTimerCount()).toBe(1);
    unmount();
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('a server that asked to wait', () => {
  const paused = makeJobIn('queued', { waitingFor: 'pause', waitingUntil: STARTED_AT + 90_000 });

  it('is waited for, and the rest of it counted down', () => {
    render(<JobStatus job={paused} />);
    expect(screen.getByText('The server asked to wait. Goes on in 1:30')).toBeTruthy();
    pass(31_000);
    expect(screen.getByText('The server asked to wait. Goes on in 0:59')).toBeTruthy();
  });

  it('is never waited for less than no time', () => {
    render(<JobStatus job={paused} />);
    pass(95_000);
    expect(screen.getByText('The server asked to wait. Goes on in 0:00')).toBeTruthy();
  });

  it('is waited for without a count where nobody knows how long', () => {
    render(<JobStatus job={makeJobIn('queued', { waitingFor: 'pause' })} />);
    expect(screen.getByText('The server asked to wait')).toBeTruthy();
  });

  it('needs no clock any more when the job goes on', () => {
    const { rerender } = render(<JobStatus job={paused} />);
    expect(vi.getTimerCount()).toBe(1);
    rerender(<JobStatus job={makeJobIn('queued')} />);
    expect(screen.getByText('Waiting for its turn')).toBeTruthy();
    expect(vi.getTimerCount()).toBe(0);
  });
});

it.each(JOB_STATES.filter((state) => state !== 'running'))('no clock runs for a %s job', (state) => {
  render(<JobStatus job={makeJobIn(state)} />);
  expect(vi.getTimerCount()).toBe(0);
});
