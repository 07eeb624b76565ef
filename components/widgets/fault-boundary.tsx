import { Component, type ReactNode } from 'react';
import { FaultNotice } from './fault-notice';

interface FaultBoundaryProps {
  readonly children: ReactNode;
  /** What is drawn, for example a row: another one is drawn anew. */
  readonly subject?: unknown;
  /** Closes what cannot be shown. */
  readonly onClose?: () => void;
  /** Puts the notice into the element that its place needs, for example an item of a list. */
  readonly renderNotice?: (notice: ReactNode) => ReactNode;
}

interface FaultBoundaryState {
  readonly fault: { readonly thrown: unknown } | undefined;
}

/**
 * Keeps a fault of our code to one part of a page: a notice stands in its place, and the others stay. React takes only a
 * class for this.
 */
export class FaultBoundary extends Component<FaultBoundaryProps, FaultBoundaryState> {
  override state: FaultBoundaryState = { fault: undefined };

  static getDerivedStateFromError(thrown: unknown): FaultBoundaryState {
    return { fault: { thrown } };
  }

  override componentDidUpdate(before: FaultBoundaryProps): void {
    if (this.state.fault && before.subject !== this.props.subject) this.retry();
  }

  private readonly retry = (): void => this.setState({ fault: undefined });

  override render(): ReactNode {
    const { fault } = this.state;
    const { children, onClose, renderNotice = (notice: ReactNode) => notice } = this.props;
    if (!fault) return children;
    return renderNotice(<FaultNotice thrown={fault.thrown} onRetry={this.retry} onClose={onClose} />);
  }
}
