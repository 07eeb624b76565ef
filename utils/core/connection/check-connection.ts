import { FailureError, failureOf } from '../failure/failure';
import { imageModels, type ListedModel } from '../model/listed-model';
import type { Server } from '../ports';
import { parseServerAddress, type ServerAddress } from '../server/base-url';
import { checksAfterFailure, checksAfterList, type ConnectionReport } from '../server/connection-check';
import type { Credential } from '../server/credential';
import { keySuffices, type ConnectionPorts } from './connect';

/** The part of a provider's form that a test needs; a key or headers that are absent are the saved ones. */
export interface ConnectionForm extends Credential {
  readonly providerId: string;
  readonly address: string;
  readonly model: string;
}

/** What the test needs of the world. */
export interface CheckPorts extends Pick<ConnectionPorts, 'readCredential' | 'hasAccess'> {
  /** Throws FailureError. */
  readonly listModels: (server: Server) => Promise<readonly ListedModel[]>;
}

/** How long a test of a connection may take, in milliseconds. */
const TEST_TIMEOUT_MS = 20_000;

/**
 * The address of a form.
 * @throws FailureError `wrongEndpoint` when it is none; the form says why before it is sent here
 */
export function addressOf(text: string): ServerAddress {
  const parsed = parseServerAddress(text);
  if (!parsed.ok) throw new FailureError({ kind: 'wrongEndpoint', detail: parsed.problem });
  return parsed.address;
}

/** What a form says of the account, over what is saved. */
export function mergeCredential(saved: Credential, { key, headers }: Credential): Credential {
  return { ...saved, ...(key !== undefined && { key }), ...(headers && { headers }) };
}

/** Tries what works with a server, without drawing anything. */
export async function checkConnection(ports: CheckPorts, form: ConnectionForm): Promise<ConnectionReport> {
  const { baseUrl, origin, host, transport } = addressOf(form.address);
  if (!(await ports.hasAccess(baseUrl))) {
    const failure = { kind: 'accessMissing', host } as const;
    return { checks: [{ subject: 'access', outcome: 'fails', failure }], models: [] };
  }
  const access = { subject: 'access', outcome: 'works' } as const;
  const credential = mergeCredential(await ports.readCredential(form.providerId, origin), form);
  const keyless = credential.key === undefined;
  if (!keySuffices(transport, credential)) {
    const failure = { kind: 'noKey', host } as const;
    return { checks: [access, { subject: 'key', outcome: 'fails', failure }], models: [] };
  }
  try {
    const listed = await ports.listModels({ baseUrl, ...credential, timeoutMs: TEST_TIMEOUT_MS });
    const ids = listed.map(({ id }) => id);
    const checks = checksAfterList(ids, form.model).filter(({ subject }) => !keyless || subject !== 'key');
    return { checks: [access, ...checks], models: imageModels(listed) };
  } catch (thrown) {
    return { checks: [access, ...checksAfterFailure(failureOf(thrown))], models: [] };
  }
}
