import type { FailureKind } from '../core/failure/failure';

/**
 * One row of the table that turns a server's words into a kind of failure. Where its codes and sentences come from (a
 * documentation page, or a repository as `owner/name`) stands above each row: comments add nothing to the program.
 */
export interface ErrorRule {
  readonly kind: FailureKind;
  /** Codes, types or statuses, whole; a relay's prefix before them (`packy_…`) does not matter. */
  readonly codes?: readonly string[];
  /** Looked for in the sentence and in all codes. */
  readonly words?: RegExp;
  /** Where these words stand as well, the row does not apply. */
  readonly except?: RegExp;
}
