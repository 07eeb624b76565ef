import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { BugReportContext } from '@/components/widgets/bug-report-context';
import { FaultBoundary } from '@/components/widgets/fault-boundary';
import { FailureError } from '@/utils/core/failure/failure';

/** Throws as long as the row is broken. */
function Row({ fault }: { readonly fault: Error | undefined }): ReactElement {
  if (fault) throw fault;
  return <p>a good row</p>;
}

const BROKEN = new TypeError('x is undefined');

// React writes everything that is thrown while it draws to the console.
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});

describe('the boundary', () => {
  it('stays out of the way of a part that works', () => {
    render(
      <FaultBoundary>
        <Row fault={undefined} />
      </FaultBoundary>,
    );
    expect(screen.getByText('a good row')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('shows words in the place of the part, and leaves the others', () => {
    render(
      <>
        <FaultBoundary>
          <Row fault={BROKEN} />
        </FaultBoundary>
        <p>another part</p>
      </>,
    );
    expect(screen.getByRole('alert').textContent).toContain('Something went wrong inside Depict.');
    expect(screen.getByRole('alert').textContent).toContain('x is undefined');
    expect(screen.getByText('another part')).toBeTruthy();
  });

  it('shows the words of a known failure', () => {
    render(
      <FaultBoundary>
        <Row fault={new FailureError({ kind: 'storageUnavailable' })} />
      </FaultBoundary>,
    );
    expect(screen.getByRole('alert').textContent).toContain("The browser's storage does not work right now.");
  });

  it('draws the part again when its row changes', () => {
    const page = (fault: Error | undefined): ReactElement => (
      <FaultBoundary subject={fault}>
        <Row fault={fault} />
      </FaultBoundary>
    );
    const { rerender } = render(page(BROKEN));
    rerender(page(undefined));
    expect(screen.getByText('a good row')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('draws the part again on request', async () => {
    let fault: Error | undefined = BROKEN;
    const Part = (): ReactElement => <Row fault={fault} />;
    render(
      <FaultBoundary>
        <Part />
      </FaultBoundary>,
    );
    fault = undefined;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(screen.getByText('a good row')).toBeTruthy();
  });

  it('copies a bug report about what was thrown', async () => {
    const copied: unknown[] = [];
    render(
      <BugReportContext value={(thrown) => Promise.resolve(copied.push(thrown))}>
        <FaultBoundary>
          <Row fault={BROKEN} />
        </FaultBoundary>
      </BugReportContext>,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Copy bug report' }));
    expect(copied).toEqual([BROKEN]);
    expect(screen.getByRole('status').textContent).toBe('Copied');
  });

  it('closes what cannot be shown', async () => {
    const close = vi.fn<() => void>();
    render(
      <FaultBoundary
        onClose={close}
        renderNotice={(notice) => <section aria-label="dialog">{notice}</section>}
      >
        <Row fault={BROKEN} />
      </FaultBoundary>,
    );
    expect(screen.getByRole('region', { name: 'dialog' })).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(close).toHaveBeenCalledOnce();
  });
});
