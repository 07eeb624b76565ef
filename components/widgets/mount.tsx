import { StrictMode, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { BugReportContext, type CopyBugReport } from './bug-report-context';
import { FaultBoundary } from './fault-boundary';

/**
 * Shows the page, all at once: React would otherwise draw it in slices with other work between them, and a popup is
 * waited for.
 * @param copyBugReport copies a report about a part of the page that could not be shown
 * @throws Error when the page's HTML has no element with the id `root`: a fault of the build
 */
export function mount(page: ReactNode, copyBugReport?: CopyBugReport): void {
  const element = document.getElementById('root');
  if (!element) throw new Error('The page has no #root');
  const root = createRoot(element);
  flushSync(() => {
    root.render(
      <StrictMode>
        <BugReportContext value={copyBugReport}>
          <FaultBoundary>{page}</FaultBoundary>
        </BugReportContext>
      </StrictMode>,
    );
  });
}
