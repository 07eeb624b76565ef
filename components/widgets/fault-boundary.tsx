import { Component, type ReactNode } from 'react';
import { failureOf, type Failure } from '@/utils/core/failure/failure';
import { FailureNotice } from './failure-notice';

interface FaultBoundaryState {
  readonly failure?: Failure;
}

/** Shows words instead of an empty page when a component of ours throws. React takes only a class for this. */
export class FaultBoundary extends Component<{ readonly children: ReactNode }, FaultBoundaryState> {
  override state: FaultBoundaryState = {};

  static getDerivedStateFromError(thrown: unknown): FaultBoundaryState {
    return { failure: failureOf(thrown) };
  }

  override render(): ReactNode {
    const { failure } = this.state;
    return failure ? <FailureNotice failure={failure} /> : this.props.children;
  }
}
