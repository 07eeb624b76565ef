/** Ids of rows that were added, changed or removed by one transaction, or the draft. */
export interface Change {
  readonly jobs?: readonly string[];
  readonly pictures?: readonly string[];
  readonly draft?: true;
}

/** Called after the transaction is durable, never before. */
export type AnnounceChange = (change: Change) => void;
