import { badRequest } from '../api/refusal';
import type { LoggedRequest } from '../request-log';
import { directivesIn, parseDirective, type Directive } from './directive';
import type { Fault } from './fault';
import { faults } from './table';

/** A fault that is switched on for whoever asks for pictures. */
export interface FaultSetting {
  readonly name: string;
  /** What the fault takes, such as seconds; each has a default. */
  readonly value?: string | number | undefined;
  /** How many requests meet it; all until it is cleared by default. */
  readonly times?: number | undefined;
}

/** The fault that one request meets. */
interface ChosenFault {
  readonly name: string;
  readonly fault: Fault;
  readonly value: string;
}

/** The switchboard: which request meets which fault. */
export class FaultBoard {
  #setting: Directive | undefined;
  /** How many requests each counted directive has met, by what was sent. */
  readonly #met = new Map<string, number>();

  /**
   * Switches a fault on; it takes the place of the one before.
   *
   * @throws Refusal for a name that no fault has
   */
  set({ name, value, times }: FaultSetting): void {
    findFault(name);
    this.#met.delete(adminKey);
    this.#setting = { text: adminKey, name, value: value === undefined ? undefined : String(value), times };
  }

  /** Switches off what was set, and starts counting anew. */
  clear(): void {
    this.#setting = undefined;
    this.#met.clear();
  }

  /**
   * The first that holds of: the request's header, the directives in its prompt, what was set.
   *
   * @throws Refusal for a name that no fault has
   */
  choose(request: LoggedRequest): ChosenFault | undefined {
    const prompt = promptOf(request.body);
    const header = request.headers['x-sandbox-fault'];
    const asked = [...(header === undefined ? [] : [parseDirective(header)]), ...directivesIn(prompt)].map(
      (directive) => ({ directive, key: `${directive.text}\n${prompt}` }),
    );
    const set = this.#setting ? [{ directive: this.#setting, key: adminKey }] : [];
    for (const { directive, key } of [...asked, ...set]) {
      const fault = findFault(directive.name);
      if (this.#holds(directive, key)) {
        return { name: directive.name, fault, value: directive.value ?? fault.value?.fallback ?? '' };
      }
    }
    return undefined;
  }

  #holds({ times }: Directive, key: string): boolean {
    if (times === undefined) return true;
    const met = this.#met.get(key) ?? 0;
    if (met >= times) return false;
    this.#met.set(key, met + 1);
    return true;
  }
}

/** No prompt can collide with it, because theirs have a line break. */
const adminKey = 'set';

function findFault(name: string): Fault {
  const fault = Object.hasOwn(faults, name) ? faults[name] : undefined;
  if (fault) return fault;
  const names = Object.keys(faults).join(', ');
  throw badRequest('unknown_fault', null, `There is no fault '${name.slice(0, 60)}'. There are: ${names}.`);
}

function promptOf(body: unknown): string {
  const isObject = typeof body === 'object' && body !== null;
  return isObject && 'prompt' in body && typeof body.prompt === 'string' ? body.prompt : '';
}
