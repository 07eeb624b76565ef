import { render, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FaultBoundary } from '@/components/widgets/fault-boundary';
import { FailureError } from '@/utils/core/failure/failure';

function Faulty({ fault }: { readonly fault: Error }): ReactElement {
  throw fault;
}

// React tells the console of everything that is thrown while it draws.
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});

describe('the boundary', () => {
  it('stays out of the way of a page that works', () => {
    render(
      <FaultBoundary>
        <p>all is well</p>
      </FaultBoundary>,
    );
    expect(screen.getByText('all is well')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('shows words instead of an empty page', () => {
    render(
      <FaultBoundary>
        <Faulty fault={new TypeError('x is undefined')} />
      </FaultBoundary>,
    );
    expect(screen.getByRole('alert').textContent).toContain('Something went wrong inside Depict.');
    expect(screen.getByRole('alert').textContent).toContain('x is undefined');
  });

  it('shows the words of a known failure', () => {
    render(
      <FaultBoundary>
        <Faulty fault={new FailureError({ kind: 'storageUnavailable' })} />
      </FaultBoundary>,
    );
    expect(screen.getByRole('alert').textContent).toContain("The browser's storage does not work right now.");
  });
});
