/* oxlint-disable no-console -- the one place that writes to the console */

/** Tells whoever looks at the console of a fault that belongs to no job; errors are told in production too. */
export function reportFault(fault: unknown): void {
  console.error('[Depict]', fault);
}
