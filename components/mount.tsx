import { StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { FaultBoundary } from './fault-boundary';

/**
 * Shows the page.
 * @throws Error when the page's HTML has no element with the id `root`: a fault of the build
 */
export function mount(page: ReactNode): void {
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no #root');
  createRoot(root).render(
    <StrictMode>
      <FaultBoundary>{page}</FaultBoundary>
    </StrictMode>,
  );
}
