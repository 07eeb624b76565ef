import { parseServerAddress, type ServerAddress } from './base-url';
import { checksAfterFailure, checksAfterList, type ConnectionReport } from './connection-check';
import { FailureError, failureOf } from './failure';
import type { Server } from './ports';

/** The server as it stands in the form; without a key, the saved one of the same origin is used. */
export interface ServerForm {
  readonly address: string;
  readonly key?: string;
  readonly model: string;
}

/** What the test needs of the world. */
export interface CheckPorts {
  readonly readKey: (origin: string) => Promise<string | undefined>;
  readonly hasAccess: (address: string) => Promise<boolean>;
  /** Throws FailureError. */
  readonly listModels: (server: Server) => Promise<readonly string[]>;
}

/**
 * The address of a form.
 * @throws FailureError `wrongEndpoint` when it is none; the form says why before it is sent here
 */
export function addressOf(text: string): ServerAddress {
  const parsed = parseServerAddress(text);
  if (!parsed.ok) throw new FailureError({ kind: 'wrongEndpoint', detail: parsed.problem });
  return parsed.address;
}

/** Tries what works with a server, without drawing anything. */
export async function checkConnection(ports: CheckPorts, form: ServerForm): Promise<ConnectionReport> {
  const { baseUrl, origin, host, transport } = addressOf(form.address);
  if (!(await ports.hasAccess(baseUrl))) {
    const failure = { kind: 'accessMissing', host } as const;
    return { checks: [{ subject: 'access', outcome: 'fails', failure }], models: [] };
  }
  const access = { subject: 'access', outcome: 'works' } as const;
  const key = form.key ?? (await ports.readKey(origin));
  if (key === undefined && transport === 'encrypted') {
    const failure = { kind: 'noKey', host } as const;
    return { checks: [access, { subject: 'key', outcome: 'fails', failure }], models: [] };
  }
  try {
    const models = await ports.listModels({ baseUrl, ...(key !== undefined && { key }) });
    const checks = checksAfterList(models, form.model).filter(
      ({ subject }) => key !== undefined || subject !== 'key',
    );
    return { checks: [access, ...checks], models };
  } catch (thrown) {
    return { checks: [access, ...checksAfterFailure(failureOf(thrown))], models: [] };
  }
}
