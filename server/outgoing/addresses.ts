// What kind of place an IP address leads to, by the registries of special-purpose addresses (RFC 6890, RFC 8190). Asks nobody: names are
// resolved elsewhere, and what they led to is judged here.
import { BlockList, isIPv4 } from "node:net";

/** `never` is for nobody to allow; `reserved` has no host of the internet, but an operator may have put it to use. */
export type Reach = "never" | "loopback" | "private" | "reserved" | "public";

export interface Place {
  readonly reach: Reach;
  /** `a private address`. */
  readonly what: string;
}

const METADATA = "an address of a cloud's metadata service";
/** The first that holds decides. */
const PLACES: readonly (Place & { readonly ranges: readonly string[] })[] = [
  { reach: "never", what: "an unspecified address", ranges: ["0.0.0.0/8", "::/128"] },
  { reach: "never", what: METADATA, ranges: ["169.254.169.254/32", "169.254.170.2/32", "169.254.170.23/32"] },
  // Alibaba, Azure, Oracle; Amazon (fd00:ec2::254 and the credentials of pods at ::23), Google, Oracle.
  { reach: "never", what: METADATA, ranges: ["100.100.100.200/32", "168.63.129.16/32", "192.0.0.192/32"] },
  { reach: "never", what: METADATA, ranges: ["fd00:ec2::/32", "fd20:ce::254/128", "fd00:c1::a9fe:a9fe/128"] },
  { reach: "never", what: "a link-local address", ranges: ["169.254.0.0/16", "fe80::/10"] },
  { reach: "never", what: "a multicast address", ranges: ["224.0.0.0/4", "ff00::/8"] },
  { reach: "never", what: "the broadcast address", ranges: ["255.255.255.255/32"] },
  { reach: "loopback", what: "a loopback address", ranges: ["127.0.0.0/8", "::1/128"] },
  { reach: "private", what: "a private address", ranges: ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"] },
  { reach: "private", what: "a private address", ranges: ["100.64.0.0/10", "fc00::/7", "fec0::/10"] },
  { reach: "reserved", what: "a reserved address", ranges: ["192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24"] },
  { reach: "reserved", what: "a reserved address", ranges: ["198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24"] },
  { reach: "reserved", what: "a reserved address", ranges: ["240.0.0.0/4", "2001::/23", "2001:db8::/32", "3fff::/20"] },
  { reach: "public", what: "a public address", ranges: ["0.0.0.0/0", "2000::/3"] },
];
const ELSEWHERE: Place = { reach: "reserved", what: "a reserved address" };

/** @throws Error when one is not ADDRESS/BITS */
export function addressList(ranges: readonly string[]): { readonly has: (address: string) => boolean } {
  // One list for each family: a list of both takes ::ffff:0:0/96 for IPv4 in some versions of Node and not in others.
  const lists = { ipv4: new BlockList(), ipv6: new BlockList() };
  for (const range of ranges) {
    const [address = "", bits] = range.split("/");
    lists[familyOf(address)].addSubnet(address, Number(bits), familyOf(address));
  }
  return { has: (address) => lists[familyOf(address)].check(address, familyOf(address)) };
}

const familyOf = (address: string): "ipv4" | "ipv6" => (isIPv4(address) ? "ipv4" : "ipv6");

const KNOWN = PLACES.map(({ ranges, ...place }) => ({ place, list: addressList(ranges) }));

/** Of an address that holds no other one. */
export const placeOf = (address: string): Place => KNOWN.find(({ list }) => list.has(address))?.place ?? ELSEWHERE;

/** `fe80::1%eth0` without its zone. */
export const withoutZone = (address: string): string => address.replace(/%.*$/, "");

/**
 * The addresses that a packet to this one may come to: those inside of IPv4-mapped, -compatible and -translated forms, NAT64 (RFC 6052),
 * 6to4 (RFC 3056) and Teredo (RFC 4380: its server and its client); of any other address itself.
 */
export function destinations(address: string): string[] {
  if (isIPv4(address)) return [address];
  const words = wordsOf(address);
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = words;
  const last = ipv4(g, h);
  if ((a | b | c | d) === 0) {
    const compatible = (e | f) === 0 && (g !== 0 || h > 1);
    const mapped = e === 0 && f === 0xffff;
    const translated = e === 0xffff && f === 0;
    return compatible || mapped || translated ? [last] : [address];
  }
  if (a === 0x64 && b === 0xff9b) {
    if ((c | d | e | f) === 0) return [last];
    // A network's own prefix may be as short as 48 bits; the IPv4 address then stands around the octet 8, which is zero.
    if (c === 1) return [address, last, ipv4(d, ((e & 0xff) << 8) | (f >> 8))];
  }
  if (a === 0x2002) return [ipv4(b, c)];
  if (a === 0x2001 && b === 0) return [ipv4(c, d), ipv4(~g & 0xffff, ~h & 0xffff)];
  return [address];
}

const ipv4 = (high: number, low: number): string => [high >> 8, high & 0xff, low >> 8, low & 0xff].join(".");

/** Eight words of 16 bits. A URL writes them in one form, whatever form they were given in. */
export function wordsOf(address: string): number[] {
  const [head = "", tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split("::");
  const read = (text: string | undefined) => (text ? text.split(":").map((word) => Number.parseInt(word, 16)) : []);
  const [left, right] = [read(head), read(tail)];
  return [...left, ...Array<number>(8 - left.length - right.length).fill(0), ...right];
}
