/** Ranges that are nobody's business from a link: `[first bytes, prefix bits]`. https://www.iana.org/assignments/iana-ipv4-special-registry */
const IPV4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/** Loopback, unspecified, discard, local NAT64, documentation, unique local, link-local, old site-local, multicast. */
const IPV6: readonly (readonly [string, number])[] = [
  ['::', 127],
  ['100::', 64],
  ['64:ff9b:1::', 48],
  ['2001:db8::', 32],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
];

/** Prefixes that carry an IPv4 address, and the bit it starts at: mapped, compatible, NAT64, 6to4. */
const CARRIERS: readonly (readonly [string, number, number])[] = [
  ['::ffff:0:0', 96, 96],
  ['::', 96, 96],
  ['64:ff9b::', 96, 96],
  ['2002::', 16, 16],
];

/** Names that lead into the own network or to a cloud's metadata, whatever a DNS server says. */
const NAMES = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home\.arpa)\.?$/i;

export const isPrivateName = (host: string): boolean => NAMES.test(host);

/** Whether an address, IPv4 or IPv6 (also in brackets), is no public one. What is no address is none. */
export function isPrivateAddress(address: string): boolean {
  const plain = address.replace(/^\[|\]$/g, '').split('%')[0] ?? '';
  const four = ipv4Bits(plain);
  if (four !== undefined) return isPrivate4(four);
  const six = ipv6Bits(plain);
  if (six === undefined) return true;
  if (IPV6.some(([prefix, bits]) => sharesPrefix(six, ipv6Bits(prefix) ?? '', bits))) return true;
  const carrier = CARRIERS.find(([prefix, bits]) => sharesPrefix(six, ipv6Bits(prefix) ?? '', bits));
  return carrier !== undefined && isPrivate4(six.slice(carrier[2], carrier[2] + 32));
}

/** Whether a URL's host is written as an address. */
export const isAddress = (host: string): boolean => host.startsWith('[') || ipv4Bits(host) !== undefined;

const isPrivate4 = (bits: string): boolean =>
  IPV4.some(([prefix, length]) => sharesPrefix(bits, ipv4Bits(prefix) ?? '', length));

const sharesPrefix = (a: string, b: string, bits: number): boolean => a.slice(0, bits) === b.slice(0, bits);

function ipv4Bits(address: string): string | undefined {
  const parts = address.split('.');
  if (parts.length !== 4 || parts.some((part) => !/^\d{1,3}$/.test(part) || Number(part) > 255)) return undefined;
  return parts.map((part) => Number(part).toString(2).padStart(8, '0')).join('');
}

function ipv6Bits(address: string): string | undefined {
  const dotted = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(address);
  const tail = dotted?.[2] === undefined ? '' : ipv4Bits(dotted[2]);
  if (tail === undefined) return undefined;
  const [before = '', behind, more] = (dotted?.[1] ? dotted[1].replace(/([^:]):$/, '$1') : address).split('::');
  if (more !== undefined) return undefined;
  const groups = (part: string): string[] => (part === '' ? [] : part.split(':'));
  const [left, right] = [groups(before), groups(behind ?? '')];
  const wanted = (128 - tail.length) / 16;
  const missing = wanted - left.length - right.length;
  if (behind === undefined ? missing !== 0 : missing < 0) return undefined;
  const all = [...left, ...new Array<string>(Math.max(0, missing)).fill('0'), ...right];
  if (all.some((group) => !/^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  return all.map((group) => Number.parseInt(group, 16).toString(2).padStart(16, '0')).join('') + tail;
}
