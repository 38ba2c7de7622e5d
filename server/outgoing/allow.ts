// Reads OUTGOING_ALLOW: what an operator lets requests reach beyond the public internet.
import { isIP, isIPv4 } from "node:net";
import { shown } from "../domain/errors.ts";
import { destinations, placeOf } from "./addresses.ts";

export type AllowWord = "loopback" | "private";

export interface OutgoingAllow {
  readonly words: readonly AllowWord[];
  /** ADDRESS/BITS. */
  readonly ranges: readonly string[];
  /** In lower case, without a dot at the end. */
  readonly hosts: readonly string[];
  /** Nobody chose it: the server is one owner's, on loopback. */
  readonly byDefault: boolean;
}

const HOST = /^(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]{0,62})(\.[a-z0-9_][a-z0-9_-]{0,62})*$/;
const EXAMPLE = "Example: loopback,10.1.0.0/16,nas.home.arpa, or: none.";

/** `oneOwner`: only this machine reaches the API, so whoever makes tasks could reach those addresses anyway. */
export function readOutgoingAllow(text: string | undefined, oneOwner: boolean, problems: string[]): OutgoingAllow {
  const nothing = { words: [], ranges: [], hosts: [], byDefault: text === undefined };
  if (text === undefined) return oneOwner ? { ...nothing, words: ["loopback", "private"] } : nothing;
  if (text.trim() === "none") return nothing;
  const allow = { words: [] as AllowWord[], ranges: [] as string[], hosts: [] as string[], byDefault: false };
  for (const item of text.split(",").map((part) => part.trim().toLowerCase())) {
    const problem = add(item);
    if (problem !== null) problems.push(`OUTGOING_ALLOW=${shown(text)}: ${shown(item)} ${problem} ${EXAMPLE}`);
  }
  return allow;

  function add(item: string): string | null {
    if (item === "loopback" || item === "private") {
      allow.words.push(item);
      return null;
    }
    const [address = "", bits, ...more] = item.split("/");
    if (isIP(address) === 0) {
      const host = item.replace(/\.$/, "");
      // A name that ends in a number is an address in one of its odd forms.
      if (!HOST.test(host) || item === "none" || /(^|\.)(\d+|0x[0-9a-f]*)$/.test(host))
        return "is none of loopback, private, a CIDR, an address and the name of a host.";
      allow.hosts.push(host);
      return null;
    }
    const most = isIPv4(address) ? 32 : 128;
    const length = bits === undefined ? most : /^\d{1,3}$/.test(bits) ? Number(bits) : most + 1;
    if (length > most || more.length > 0) return `is no CIDR: its length must be 0 to ${most}.`;
    // Wider ones may hold such addresses beside others; they stay out of reach.
    if (length >= 8 && destinations(address).some((each) => placeOf(each).reach === "never"))
      return "is never reached, whatever is set.";
    allow.ranges.push(`${address}/${length}`);
    return null;
  }
}

/** For people, in one line. */
export function describeAllow({ words, ranges, hosts, byDefault }: OutgoingAllow): string {
  const beyond = [...words.map((word) => `${word} addresses`), ...ranges, ...hosts];
  if (beyond.length === 0) return "public addresses only (OUTGOING_ALLOW)";
  const why = byDefault
    ? "since only this machine reaches the server; OUTGOING_ALLOW=none forbids it"
    : "OUTGOING_ALLOW";
  return `public addresses, ${beyond.join(", ")} (${why})`;
}
