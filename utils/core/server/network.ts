/** Where a host is, as far as its name or address says. */
export type Network = 'thisComputer' | 'localNetwork' | 'internet';

const LOOPBACK_NAME = /^(?:localhost|.+\.localhost)$/;

/**
 * Names that resolve on a local network only: those without a dot, RFC 6762 (`.local` and appendix G), RFC 8375
 * (`.home.arpa`), ICANN's `.internal`, and the names of Tailscale networks (`.ts.net`), which are encrypted below HTTP.
 */
const LOCAL_NAME =
  /^[^.]+$|\.(?:local|localdomain|lan|internal|intranet|private|corp|home|home\.arpa|ts\.net)$/;

/** Ranges of IPv4 that are not routed on the internet (RFC 6890): first address, length of the prefix, where it is. */
const RANGES: readonly (readonly [string, number, Exclude<Network, 'internet'>])[] = [
  // Any address of this computer, also one that the network reaches.
  ['0.0.0.0', 8, 'localNetwork'],
  ['127.0.0.0', 8, 'thisComputer'],
  ['10.0.0.0', 8, 'localNetwork'],
  ['100.64.0.0', 10, 'localNetwork'],
  ['169.254.0.0', 16, 'localNetwork'],
  ['172.16.0.0', 12, 'localNetwork'],
  ['192.0.0.0', 24, 'localNetwork'],
  ['192.168.0.0', 16, 'localNetwork'],
  ['198.18.0.0', 15, 'localNetwork'],
];

/** The number of an IPv4 address as URLs write it; `undefined` for anything else. */
function ipv4Number(host: string): number | undefined {
  if (!/^\d{1,3}(?:\.\d{1,3}){3}$/.test(host)) return undefined;
  return host.split('.').reduce((number, part) => number * 256 + Number(part), 0);
}

function networkOfIpv4(address: number): Network {
  const range = RANGES.find(([first, prefix]) => {
    const size = 2 ** (32 - prefix);
    return Math.floor(address / size) === Math.floor((ipv4Number(first) ?? 0) / size);
  });
  return range?.[2] ?? 'internet';
}

/** The eight groups of an IPv6 address as URLs write it: lower case, without an embedded IPv4 address. */
function ipv6Groups(address: string): readonly number[] {
  const [head = '', tail] = address.split('::');
  const groupsOf = (part: string): number[] =>
    part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16));
  const [first, last] = [groupsOf(head), groupsOf(tail ?? '')];
  const zeros = tail === undefined ? 0 : 8 - first.length - last.length;
  return [...first, ...Array.from({ length: zeros }, () => 0), ...last];
}

/** Prefixes of IPv6 that are followed by an IPv4 address: mapped, compatible, translated (RFC 4291, RFC 6052). */
const BEFORE_IPV4: readonly (readonly number[])[] = [
  [0, 0, 0, 0, 0, 0xffff],
  [0, 0, 0, 0, 0, 0],
  [0, 0, 0, 0, 0xffff, 0],
  [0x64, 0xff9b, 0, 0, 0, 0],
];

function networkOfIpv6(address: string): Network {
  const groups = ipv6Groups(address);
  const [first = 0, second = 0, third = 0] = groups;
  const isLoopback = groups.slice(0, 7).every((group) => group === 0) && groups[7] === 1;
  if (isLoopback) return 'thisComputer';
  if (BEFORE_IPV4.some((prefix) => prefix.every((group, place) => groups[place] === group))) {
    return networkOfIpv4((groups[6] ?? 0) * 65_536 + (groups[7] ?? 0));
  }
  // 6to4 carries the IPv4 address behind its prefix (RFC 3056).
  if (first === 0x2002) return networkOfIpv4(second * 65_536 + third);
  const isLocal = (first & 0xfe00) === 0xfc00 || (first & 0xffc0) === 0xfe80 || (first & 0xffc0) === 0xfec0;
  return isLocal ? 'localNetwork' : 'internet';
}

/**
 * Where a host is. Names are taken at their word: one on the internet may still resolve to an address nearby, which an
 * extension cannot see.
 * @param hostname as `URL.hostname` writes it: lower case, IPv4 in four decimal parts, IPv6 in brackets
 */
export function networkOf(hostname: string): Network {
  const host = hostname.replace(/\.$/, '');
  if (host.startsWith('[')) return networkOfIpv6(host.slice(1, -1));
  const ipv4 = ipv4Number(host);
  if (ipv4 !== undefined) return networkOfIpv4(ipv4);
  if (LOOPBACK_NAME.test(host)) return 'thisComputer';
  return LOCAL_NAME.test(host) ? 'localNetwork' : 'internet';
}

/** Whether an address is on the internet, or the server itself is as near as that. */
export function mayFetchFrom(address: string, serverAddress: string): boolean {
  const url = URL.parse(address);
  if (!url) return false;
  const server = URL.parse(serverAddress);
  return (
    networkOf(url.hostname) === 'internet' || (server !== null && networkOf(server.hostname) !== 'internet')
  );
}
