import type { ConnectionForm } from '@/utils/core/connection/check-connection';
import type { ProviderForm } from '@/utils/core/connection/save-provider';
import { reservedFields } from '@/utils/core/request/image-request';
import { parseServerAddress } from '@/utils/core/server/base-url';
import { CONCURRENCY_BOUNDS, TIMEOUT_BOUNDS, type Provider } from '@/utils/core/server/provider';
import { t } from '@/utils/i18n/translate';
import { readHeaderLines } from './server-header-lines';

/** What stands in the boxes of a server's form. */
export interface ServerValues {
  readonly name: string;
  readonly address: string;
  /** Empty: the saved key stays. */
  readonly key: string;
  readonly model: string;
  readonly base64: Provider['base64'];
  readonly onePicturePerRequest: boolean;
  readonly concurrency: string;
  readonly timeoutSeconds: string;
  readonly extraBody: string;
  /** Empty: the saved headers stay, unless they are to be removed. */
  readonly headers: string;
  readonly removesHeaders: boolean;
}

/** What is wrong, in words, by the box it stands in. */
export type ServerProblems = Readonly<
  Partial<Record<'address' | 'model' | 'concurrency' | 'timeoutSeconds' | 'extraBody' | 'headers', string>>
>;

/** What the boxes say. */
export interface ReadServerValues {
  readonly problems: ServerProblems;
  /** Absent while something in the way of a test is wrong. */
  readonly connection?: ConnectionForm;
  /** Absent while anything is wrong. */
  readonly form?: ProviderForm;
}

/** What the boxes of a server's form begin with; secrets are never among it. */
export function valuesOf({
  baseUrl,
  extraBody,
  concurrency,
  timeoutSeconds,
  ...rest
}: Provider): ServerValues {
  const { name, model, base64, onePicturePerRequest } = rest;
  return {
    name,
    address: baseUrl,
    key: '',
    model,
    base64,
    onePicturePerRequest,
    concurrency: String(concurrency),
    timeoutSeconds: String(timeoutSeconds),
    extraBody: Object.keys(extraBody).length > 0 ? JSON.stringify(extraBody, null, 2) : '',
    headers: '',
    removesHeaders: false,
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text.trim() || '{}');
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function extraBodyProblem(extraBody: Readonly<Record<string, unknown>> | undefined): string | undefined {
  if (!extraBody) return t('options.extraBodyUnreadable');
  const reserved = reservedFields(extraBody);
  return reserved.length > 0 ? t('options.extraBodyReserved', { fields: reserved.join(', ') }) : undefined;
}

interface Bounds {
  readonly least: number;
  readonly most: number;
}

function countProblem(text: string, { least, most }: Bounds): string | undefined {
  const value = Number(text);
  const fits = text.trim() !== '' && Number.isInteger(value) && value >= least && value <= most;
  return fits ? undefined : t('options.outOfBounds', { least, most });
}

function addressProblem(address: string): string | undefined {
  const parsed = parseServerAddress(address);
  return parsed.ok ? undefined : t(`address.${parsed.problem}`);
}

function present(problems: Readonly<Record<string, string | undefined>>): ServerProblems {
  return Object.fromEntries(Object.entries(problems).filter(([, problem]) => problem !== undefined));
}

/** Reads the boxes of a server's form. The server's own model stands in for an empty one. */
export function readServerValues(values: ServerValues, provider: Provider): ReadServerValues {
  const { name, base64, onePicturePerRequest } = values;
  const model = values.model.trim() || provider.model;
  const key = values.key.trim();
  const lines = readHeaderLines(values.headers);
  const headers = lines.headers ?? (values.removesHeaders ? {} : undefined);
  const extraBody = parseObject(values.extraBody);
  const problems = present({
    address: addressProblem(values.address),
    model: model === '' ? t('options.modelMissing') : undefined,
    concurrency: countProblem(values.concurrency, CONCURRENCY_BOUNDS),
    timeoutSeconds: countProblem(values.timeoutSeconds, TIMEOUT_BOUNDS),
    extraBody: extraBodyProblem(extraBody),
    headers: lines.problem,
  });
  if (problems.address !== undefined || problems.headers !== undefined) return { problems };
  const connection: ConnectionForm = {
    providerId: provider.id,
    address: values.address,
    model,
    ...(key !== '' && { key }),
    ...(headers && { headers }),
  };
  if (!extraBody || Object.keys(problems).length > 0) return { problems, connection };
  const concurrency = Number(values.concurrency);
  const timeoutSeconds = Number(values.timeoutSeconds);
  const manners = { base64, onePicturePerRequest, concurrency, timeoutSeconds, extraBody };
  return { problems, connection, form: { ...connection, name: name.trim(), ...manners } };
}
