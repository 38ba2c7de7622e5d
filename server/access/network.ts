// Whom an address stands for when something is counted.
import { isIPv4 } from "node:net";

/** An IPv4 address, or the /64 that an IPv6 address is of: whoever has one of them has all. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:([\d.]+)$/i.exec(address)?.[1];
  if (mapped !== undefined && isIPv4(mapped)) return mapped;
  const [plain = ""] = address.split("%");
  if (!plain.includes(":")) return address;
  const [before = "", after] = plain.split("::");
  const words = (text: string | undefined) => (text ? text.split(":") : []);
  const [head, tail] = [words(before), words(after)];
  const gap = after === undefined ? [] : Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => "0");
  const first = [...head, ...gap, ...tail].slice(0, 4);
  return `${first.map((word) => word.toLowerCase().replace(/^0+(?=.)/, "")).join(":")}::/64`;
}
