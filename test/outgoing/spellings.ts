// Ways to write an address that a request must not reach. Most are no address to a naive comparison of texts.

export type Spelling = readonly [what: string, host: string];

/** Never reached, whatever the operator lets through. */
// biome-ignore format: a table
export const NEVER: readonly Spelling[] = [
  ["dotted", "169.254.169.254"],
  ["decimal", "2852039166"],
  ["hexadecimal", "0xA9FEA9FE"],
  ["hexadecimal by bytes", "0xa9.0xfe.0xa9.0xfe"],
  ["octal", "0251.0376.0251.0376"],
  ["octal with more zeros", "00000251.0376.000251.0376"],
  ["octal in one number", "025177524776"],
  ["mixed bases", "169.0xfe.0251.254"],
  ["short, of three parts", "169.254.43518"],
  ["short, of two parts", "169.16689662"],
  ["a dot at the end", "169.254.169.254."],
  ["fullwidth digits", "１６９.２５４.１６９.２５４"],
  ["circled digits", "①⑥⑨.②⑤④.①⑥⑨.②⑤④"],
  ["ideographic full stops", "169。254。169。254"],
  ["percent-encoded", "%31%36%39.254.169.254"],
  ["with a port", "169.254.169.254:80"],
  ["a back slash before another host", "169.254.169.254\\@example.com"],
  ["IPv4-mapped, dotted", "[::ffff:169.254.169.254]"],
  ["IPv4-mapped, hexadecimal", "[::ffff:a9fe:a9fe]"],
  ["IPv4-mapped, at full length", "[0:0:0:0:0:FFFF:A9FE:A9FE]"],
  ["IPv4-compatible", "[::169.254.169.254]"],
  ["IPv4-translated", "[::ffff:0:169.254.169.254]"],
  ["NAT64", "[64:ff9b::169.254.169.254]"],
  ["NAT64 of a network's own prefix", "[64:ff9b:1::a9fe:a9fe]"],
  ["NAT64 of a network's own prefix of 48 bits", "[64:ff9b:1:a9fe:a9:fe00::]"],
  ["6to4", "[2002:a9fe:a9fe::1]"],
  ["Teredo's client", "[2001:0:5db8:d822::5601:5601]"],
  ["Teredo's server", "[2001:0:a9fe:a9fe::1]"],
  ["another link-local address", "169.254.0.1"],
  ["IPv6 link-local", "[fe80::1]"],
  ["the end of IPv6 link-local", "[febf::1]"],
  ["Amazon's metadata by IPv6", "[fd00:ec2::254]"],
  ["Amazon's credentials of pods by IPv6", "[fd00:ec2::23]"],
  ["Google's metadata by IPv6", "[fd20:ce::254]"],
  ["Oracle's metadata by IPv6", "[fd00:c1::a9fe:a9fe]"],
  ["Alibaba's metadata", "100.100.100.200"],
  ["Azure's wire server", "168.63.129.16"],
  ["Oracle's older metadata", "192.0.0.192"],
  ["unspecified", "0.0.0.0"],
  ["unspecified, short", "0"],
  ["this network", "0.1.2.3"],
  ["IPv6 unspecified", "[::]"],
  ["IPv4-mapped unspecified", "[::ffff:0.0.0.0]"],
  ["multicast", "239.255.255.250"],
  ["IPv6 multicast", "[ff02::1]"],
  ["broadcast", "255.255.255.255"],
];

/** Reached only if the operator lets them through. */
// biome-ignore format: a table
export const BY_LIST: readonly Spelling[] = [
  ["loopback", "127.0.0.1"],
  ["another loopback address", "127.255.255.254"],
  ["loopback, short", "127.1"],
  ["loopback, decimal", "2130706433"],
  ["loopback, hexadecimal and short", "0x7f.1"],
  ["loopback, octal", "017700000001"],
  ["IPv6 loopback", "[::1]"],
  ["IPv6 loopback at full length", "[0000:0000:0000:0000:0000:0000:0000:0001]"],
  ["IPv4-mapped loopback", "[::ffff:127.0.0.1]"],
  ["NAT64 loopback", "[64:ff9b::7f00:1]"],
  ["private, class A", "10.0.0.1"],
  ["private, class A, short", "10.1"],
  ["private, class B", "172.31.255.255"],
  ["private, class C", "192.168.1.1"],
  ["IPv4-mapped private", "[::ffff:c0a8:101]"],
  ["6to4 of a private address", "[2002:0a00:0001::]"],
  ["carrier-grade NAT", "100.64.0.1"],
  ["unique local", "[fd12:3456::1]"],
  ["site-local", "[fec0::1]"],
];

/** Reached only if the operator lists them themselves: no word stands for them. */
// biome-ignore format: a table
export const RESERVED: readonly Spelling[] = [
  ["protocol assignments", "192.0.0.1"],
  ["benchmarks", "198.18.0.1"],
  ["documentation", "203.0.113.1"],
  ["for future use", "240.0.0.1"],
  ["IPv6 documentation", "[2001:db8::1]"],
  ["outside of what is given out", "[4000::1]"],
  ["discard-only", "[100::1]"],
];

export const PUBLIC: readonly Spelling[] = [
  ["a resolver", "8.8.8.8"],
  ["a resolver by IPv6", "[2606:4700:4700::1111]"],
  ["a resolver by NAT64", "[64:ff9b::8.8.8.8]"],
  ["below a private network", "172.15.255.255"],
  ["above a private network", "172.32.0.0"],
  ["above carrier-grade NAT", "100.128.0.1"],
  ["a name", "example.com"],
  ["a name like an address", "169.254.169.254.example.com"],
  ["a name like localhost", "localhost.example.com"],
];
