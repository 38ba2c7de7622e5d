// Decides whether an address may be reached. Everything that goes out asks here: the agent for each connection, inputs for what can be
// known beforehand.
import { isIP } from "node:net";
import { addressList, destinations, type Place, placeOf, withoutZone } from "./addresses.ts";
import type { OutgoingAllow } from "./allow.ts";

export interface OutgoingRules {
  /** Why `address`, which `host` led to, may not be reached, as a sentence; null: it may. */
  refusal(address: string, host: string): string | null;
  /** The same for what a URL's host tells without asking anybody: an address in any of its forms, or localhost. */
  literalRefusal(hostname: string): string | null;
}

export function createOutgoingRules({ words, ranges, hosts }: OutgoingAllow): OutgoingRules {
  const listed = addressList(ranges);
  const names = new Set(hosts);

  const allowed = (address: string, { reach }: Place) =>
    reach === "public" || (words as readonly string[]).includes(reach) || listed.has(address);

  function refusal(given: string, host: string): string | null {
    const address = withoutZone(given);
    const places = destinations(address).map((each) => ({ address: each, place: placeOf(each) }));
    const [never] = places.filter(({ place }) => place.reach === "never");
    if (never) return `${said(address, host, never)}. Such addresses are never reached.`;
    if (names.has(plainName(host)) || listed.has(address)) return null;
    const refused = places.find((each) => !allowed(each.address, each.place));
    if (!refused) return null;
    return `${said(address, host, refused)}. It is reached only if the operator's setting OUTGOING_ALLOW has it, for example OUTGOING_ALLOW=${refused.address}.`;
  }

  return {
    refusal,
    literalRefusal(hostname) {
      const host = plainName(hostname);
      if (isIP(host) !== 0) return refusal(host, host);
      return host === "localhost" || host.endsWith(".localhost") ? refusal("127.0.0.1", host) : null;
    },
  };
}

/** `metadata.example leads to ::ffff:169.254.169.254, which is 169.254.169.254, a link-local address`. */
function said(address: string, host: string, { address: inner, place }: { address: string; place: Place }): string {
  const from = plainName(host) === address ? address : `${host} leads to ${address}, which`;
  return `${from} is ${inner === address ? "" : `${inner}, `}${place.what}`;
}

/** As it is compared: no brackets, no dot at the end, small letters. */
const plainName = (host: string): string =>
  host
    .replace(/^\[|\]$/g, "")
    .replace(/\.$/, "")
    .toLowerCase();
