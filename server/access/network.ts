// Whom an address stands for when something is counted.
import { isIPv4, isIPv6 } from "node:net";
import { destinations, withoutZone, wordsOf } from "../outgoing/addresses.ts";

/** An IPv4 address, also where an IPv6 address holds one, or the /64 that an IPv6 address is of: whoever has one of them has all. */
export function networkOf(address: string): string {
  const plain = withoutZone(address);
  if (!isIPv6(plain)) return address;
  const [place = plain] = destinations(plain);
  if (isIPv4(place)) return place;
  const first = wordsOf(plain).slice(0, 4);
  return `${first.map((word) => word.toString(16)).join(":")}::/64`;
}
