/** Ids of rows that were added, changed or removed by one transaction, the draft, or other things that changed as a whole. */
export interface Change {
  readonly jobs?: readonly string[];
  readonly pictures?: readonly string[];
  readonly draft?: true;
  /** What is known of servers. */
  readonly servers?: true;
  /** Whether storage works, and what it did not take. */
  readonly storage?: true;
}

/** Called after the transaction is durable, never before. */
export type AnnounceChange = (change: Change) => void;
