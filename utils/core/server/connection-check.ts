import type { Failure } from '../failure/failure';
import type { ListedModel } from '../model/listed-model';

/** What "Test connection" looks at, in this order; a failed one ends the test, as nothing after it could be known. */
export type CheckSubject = 'access' | 'server' | 'key' | 'model';

/** One line of the report. `unknown`: this server does not tell. */
export interface ConnectionCheck {
  readonly subject: CheckSubject;
  readonly outcome: 'works' | 'fails' | 'unknown';
  /** Why it fails, or why it cannot be known. */
  readonly failure?: Failure;
}

/** The report of a test; it costs nothing, because it only lists the server's models. */
export interface ConnectionReport {
  readonly checks: readonly ConnectionCheck[];
  /** Image models the server lists, or empty. */
  readonly models: readonly ListedModel[];
}

const ABOUT_THE_KEY: ReadonlySet<Failure['kind']> = new Set([
  'authentication',
  'quotaExhausted',
  'organizationUnverified',
]);

/** What a refusal to list models says about the server, the key and the model. */
export function checksAfterFailure(failure: Failure): readonly ConnectionCheck[] {
  if (failure.kind === 'network' || failure.kind === 'timedOut') {
    return [{ subject: 'server', outcome: 'fails', failure }];
  }
  const answers: ConnectionCheck = { subject: 'server', outcome: 'works' };
  if (ABOUT_THE_KEY.has(failure.kind)) return [answers, { subject: 'key', outcome: 'fails', failure }];
  // A server without a list of models answers 404 in JSON; a web page means that this is no API at all.
  if (failure.kind === 'wrongEndpoint' && failure.status === 404 && failure.detail !== undefined) {
    return [answers, { subject: 'model', outcome: 'unknown', failure }];
  }
  return [{ subject: 'server', outcome: 'fails', failure }];
}

/** What a list of models says. */
export function checksAfterList(models: readonly string[], model: string): readonly ConnectionCheck[] {
  const listed = models.includes(model);
  return [
    { subject: 'server', outcome: 'works' },
    { subject: 'key', outcome: 'works' },
    { subject: 'model', outcome: listed ? 'works' : models.length > 0 ? 'fails' : 'unknown' },
  ];
}
