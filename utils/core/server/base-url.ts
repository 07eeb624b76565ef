import { networkOf } from './network';

/** How well the road to a server is protected. */
export type Transport = 'encrypted' | 'thisComputer' | 'localNetwork';

/** A server address the extension can call. */
export interface ServerAddress {
  /**
   * Without trailing slash or fragment. A query is kept, as Azure needs one (`?api-version=…`);
   * {@link endpointAddress} makes the address of an endpoint.
   */
  readonly baseUrl: string;
  /** Scheme, host and port: what a key is bound to. */
  readonly origin: string;
  readonly host: string;
  readonly transport: Transport;
}

export type AddressProblem = 'empty' | 'unreadable' | 'unsupportedScheme' | 'unencrypted' | 'credentials';

export type ParsedAddress =
  | { readonly ok: true; readonly address: ServerAddress }
  | { readonly ok: false; readonly problem: AddressProblem };

const ENDPOINT_SUFFIX = /(?:\/(?:images(?:\/(?:generations|edits|variations))?|models|chat\/completions))+$/;

function transportOf(url: URL): Transport | undefined {
  if (url.protocol === 'https:') return 'encrypted';
  const network = networkOf(url.hostname);
  return network === 'internet' ? undefined : network;
}

function withScheme(text: string): string {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return text;
  const [, host = ''] = /^(?:[^/?#@]*@)?(\[[^\]]*\]|[^/:?#]*)/.exec(text.toLowerCase()) ?? [];
  const isNearby = host !== '' && networkOf(host) !== 'internet';
  return `${isNearby ? 'http' : 'https'}://${text}`;
}

function basePath(pathname: string): string {
  const path = pathname.replace(/\/{2,}/g, '/').replace(/\/+$/, '');
  const base = path.replace(ENDPOINT_SUFFIX, '');
  return base === '' ? '/v1' : base;
}

/**
 * Reads what a person pasted as the server's address: with or without scheme, with a trailing slash, or with the
 * whole path of the endpoint. An empty path means `/v1`; any other path is kept (`/api/v1`, `/openai/v1`).
 * Plain http is taken only where the packets stay on this computer or the local network. A user name or a password is
 * refused: `fetch` takes no address with one, and without it the server would refuse the request. A fragment is dropped,
 * as browsers never send it.
 */
export function parseServerAddress(text: string): ParsedAddress {
  const trimmed = text.trim();
  if (trimmed === '') return { ok: false, problem: 'empty' };
  const url = URL.parse(withScheme(trimmed));
  if (url === null || url.hostname === '') return { ok: false, problem: 'unreadable' };
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return { ok: false, problem: 'unsupportedScheme' };
  const transport = transportOf(url);
  if (transport === undefined) return { ok: false, problem: 'unencrypted' };
  if (url.username !== '' || url.password !== '') return { ok: false, problem: 'credentials' };
  const baseUrl = `${url.origin}${basePath(url.pathname)}${url.search}`;
  return { ok: true, address: { baseUrl, origin: url.origin, host: url.host, transport } };
}

/** The address of an endpoint below a base URL: the path goes before the query. */
export function endpointAddress(baseUrl: string, path: string): string {
  const [base = '', ...query] = baseUrl.split('?');
  return [`${base}${path}`, ...query].join('?');
}

/** A base URL without its query, which may hold a secret. */
export function withoutQuery(baseUrl: string): string {
  return baseUrl.replace(/\?.*$/s, '');
}

/**
 * The match pattern that grants exactly one server. Patterns carry no port: Firefox refuses one and Chrome grants the
 * host whatever the port.
 */
export function originPattern(address: string): string {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}/*`;
}
