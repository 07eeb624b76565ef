import type { Failure } from '../failure/failure';
import type { ApprovalReason } from '../money/budget';
import type { CostEstimate } from '../money/cost';
import type { Booking } from '../money/spending';
import type { ReplySummary } from '../request/image-reply';
import type { ImageRequest } from '../request/image-request';
import type { ArrivedPicture, PendingPicture, WaitingFor } from './job';

/** Everything that can happen to a job. `at` and `until` are in milliseconds since the epoch. */
export type JobEvent =
  | {
      readonly type: 'wait';
      readonly for: WaitingFor | undefined;
      readonly until?: number;
      /** Of a job that waits for approval: why, and what it is expected to cost. */
      readonly reason?: ApprovalReason;
      readonly estimate?: CostEstimate;
    }
  | { readonly type: 'approve' }
  /** It is meant, although the same was asked for a moment ago. */
  | { readonly type: 'confirm' }
  /** A person wants it drawn before the others that wait. */
  | { readonly type: 'prioritize'; readonly at: number }
  /** Sends a job that waits for a key or for access to another server; an empty model leaves the one it has. */
  | { readonly type: 'move'; readonly providerId: string; readonly model: string }
  /** A person has seen how it ended. */
  | { readonly type: 'see' }
  /** A person wants it in the history no more, or wants it back there. */
  | { readonly type: 'dismiss'; readonly dismissed: boolean }
  | StartEvent
  /** Asked again without a field that the server refused. */
  | { readonly type: 'amend'; readonly request: ImageRequest }
  | { readonly type: 'resume' }
  | ArriveEvent
  | LookEvent
  | KeepEvent
  /** Addresses that were refused for good: no picture will come from them. */
  | { readonly type: 'drop'; readonly indexes: readonly number[] }
  | FinishEvent
  /** Refused without having been carried out: sent again without a click after a pause. */
  | { readonly type: 'postpone'; readonly until: number }
  /** Requests were not sent: the job goes back into the queue until what it waits for is there. */
  | { readonly type: 'requeue'; readonly for: WaitingFor }
  | { readonly type: 'fail'; readonly at: number; readonly failure: Failure }
  | { readonly type: 'cancel'; readonly at: number }
  /** Cancels a job whose request has not left, and no other. */
  | { readonly type: 'withdraw'; readonly at: number }
  /** Takes the cancelling of a queued job back: it returns to its place and to what it waited for. */
  | { readonly type: 'restore' }
  | { readonly type: 'interrupt'; readonly at: number }
  | { readonly type: 'retry'; readonly at: number };

export interface StartEvent {
  readonly type: 'start';
  readonly at: number;
  readonly providerId: string;
  readonly baseUrl: string;
  readonly request: ImageRequest;
  readonly estimate?: CostEstimate;
}

/** Pictures are here, as bytes that are stored with this event, or as addresses: written before anything else. */
export interface ArriveEvent {
  readonly type: 'arrive';
  readonly arrived: readonly ArrivedPicture[];
  readonly pending: readonly PendingPicture[];
  /** Indexes of pending ones whose bytes these are. */
  readonly fetched?: readonly number[];
}

/** An arrived picture is about to be decoded once more, after a background ended over it. */
export interface LookEvent {
  readonly type: 'look';
  readonly pictureId: string;
  /** Set where the cost of its reply is not booked yet. */
  readonly booking?: Booking;
}

/** Pictures are decoded and kept. */
export interface KeepEvent {
  readonly type: 'keep';
  readonly pictureIds: readonly string[];
  /** Their indexes, in the same order; absent where each has arrived before. */
  readonly indexes?: readonly number[];
  /** Arrived ones that turned out to be no pictures. */
  readonly discarded: readonly string[];
  /** Indexes of pending ones that were fetched. */
  readonly fetched: readonly number[];
  readonly reply?: ReplySummary;
  readonly booking?: Booking;
  /** Set where this was the last of the job. */
  readonly finish?: FinishEvent;
}

/** Nothing more will come. */
export interface FinishEvent {
  readonly type: 'finish';
  readonly at: number;
  /** Why one or all of the pictures are missing. */
  readonly failure?: Failure;
  /** Whether pictures are at addresses whose host may not be read yet. */
  readonly blocked?: boolean;
  /** Whether pictures are in memory only, because storage refused them. */
  readonly held?: boolean;
  /** Set where a person has seen before that the job waits for permission: that it still does is no news. */
  readonly seenBlocked?: true;
}
