import { render, screen } from '@testing-library/react';
import { vi } from 'vitest';
import { DiagnosticsPage, type DiagnosticsPageProps } from '@/components/diagnostics/diagnostics-page';
import type { JobLog } from '@/components/diagnostics/job-log-live';
import type { Job, JobState } from '@/utils/core/job/job';
import type { Diagnosis } from '@/utils/core/report/diagnosis';
import { createFakeLive } from './fake-live';

/** Shows the page with nothing read yet. */
export function renderDiagnostics() {
  document.documentElement.lang = 'en';
  const diagnosis = createFakeLive<Diagnosis>();
  const log = createFakeLive<JobLog>();
  const on = {
    showOlder: vi.fn<() => void>(),
    showOnly: vi.fn<(state: JobState | undefined) => void>(),
    reload: vi.fn<() => void>(),
    copyReport: vi.fn<DiagnosticsPageProps['copyReport']>(() => Promise.resolve()),
    copyJob: vi.fn<DiagnosticsPageProps['copyJob']>(() => Promise.resolve()),
    openJob: vi.fn<DiagnosticsPageProps['openJob']>(),
    openGallery: vi.fn<DiagnosticsPageProps['openGallery']>(),
    openOptions: vi.fn<DiagnosticsPageProps['openOptions']>(),
  };
  const { showOlder, showOnly, reload, ...callbacks } = on;
  render(
    <DiagnosticsPage diagnosis={diagnosis} jobs={{ ...log, showOlder, showOnly, reload }} {...callbacks} />,
  );
  return {
    ...on,
    diagnosis,
    failJobs: log.fail,
    showJobs: (jobs: readonly Job[], changes: Partial<JobLog> = {}) =>
      log.show({ state: undefined, jobs, more: false, ...changes }),
  };
}

/** What stands beside a name, wherever that is. */
export function factsIn(container: HTMLElement): Readonly<Record<string, string>> {
  const names = Array.from(container.querySelectorAll('dt'));
  return Object.fromEntries(
    names.map((name) => [name.textContent, name.nextElementSibling?.textContent ?? '']),
  );
}

/** The card or group with this heading. */
export function partOf(heading: string): HTMLElement {
  const part = screen.getByRole('heading', { name: heading }).closest('section');
  if (!part) throw new Error(`No part has the heading ${heading}`);
  return part;
}
