/** The parts of a match pattern that matter for a host: scheme, host and an optional port (MDN, "Match patterns"). */
const PATTERN = /^(\*|https?):\/\/(\*|(?:\*\.)?[^*/:]+|\[[^\]]+\])(?::(\*|\d+))?\/\*$/i;

function isCovered(pattern: string, { protocol, hostname, port }: URL): boolean {
  if (protocol !== 'https:' && protocol !== 'http:') return false;
  if (pattern === '<all_urls>') return true;
  const [, scheme = '', host = '', wantedPort = '*'] = PATTERN.exec(pattern.toLowerCase()) ?? [];
  if (scheme !== '*' && `${scheme}:` !== protocol) return false;
  if (wantedPort !== '*' && wantedPort !== port) return false;
  if (host === '*') return true;
  return host.startsWith('*.')
    ? hostname === host.slice(2) || hostname.endsWith(host.slice(1))
    : hostname === host;
}

/**
 * Whether a grant lets the extension read an address.
 * @param patterns match patterns as the browser names them; one that cannot be read covers nothing
 */
export function coversAddress(patterns: readonly string[], address: string): boolean {
  const url = URL.parse(address);
  return url !== null && patterns.some((pattern) => isCovered(pattern, url));
}
