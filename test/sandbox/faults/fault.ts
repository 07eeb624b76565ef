import { badRequest } from '../api/refusal';
import type { GenerationCall } from '../generation-call';

/** One way in which a server can go wrong, or be different. */
export interface Fault {
  /** One line for people. */
  readonly summary: string;
  /** What may be given with it, and what holds when nothing is. */
  readonly value?: { readonly name: string; readonly fallback: string };
  /** Whether something in front of the API answers, without the headers of the API. */
  readonly bare?: boolean;
  /** Undefined when the fault does not concern this call, which is then answered as always. */
  readonly answer: (
    call: GenerationCall,
    value: string,
  ) => Response | undefined | Promise<Response | undefined>;
}

/** Faults by name. */
export type FaultTable = Readonly<Record<string, Fault>>;

/**
 * The value of a fault that counts something.
 *
 * @throws Refusal unless it is a whole number
 */
export function countOf(value: string): number {
  if (!/^\d{1,9}$/.test(value)) {
    throw badRequest('invalid_value', null, `The fault takes a whole number, not '${value}'.`);
  }
  return Number(value);
}
