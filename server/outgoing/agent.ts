// The one way out: an HTTP client that opens no connection before the address itself was judged. What is judged is what is dialled, for
// each connection anew, so neither a name that changes its address in between nor a redirect leads elsewhere.
import { type LookupAddress, lookup as systemLookup } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import { Agent, buildConnector } from "undici";
import type { OutgoingRules } from "./rules.ts";

export interface Outgoing {
  readonly rules: OutgoingRules;
  /** How names become addresses; the system's way by default. */
  readonly lookup?: LookupFunction | undefined;
}

/** The address may not be reached. Another try would come to the same. */
export class AddressRefused extends Error {
  override readonly name = "AddressRefused";
  readonly code = "URL_NOT_ALLOWED";
}

export interface AgentOptions {
  /** To one origin at a time. */
  readonly connections: number;
  readonly connectTimeoutMs: number;
}

export function createOutgoingAgent(outgoing: Outgoing, { connections, connectTimeoutMs }: AgentOptions): Agent {
  return new Agent({
    connections,
    keepAliveTimeout: 10_000,
    connect: createConnector(outgoing, { timeout: connectTimeoutMs }),
  });
}

/** The refusal behind an error of a request; undefined: it failed otherwise. */
export function refusalIn(error: unknown): AddressRefused | undefined {
  if (error instanceof AddressRefused) return error;
  return error instanceof Error && error.cause !== undefined ? refusalIn(error.cause) : undefined;
}

/** `options`: also those of TLS; a lookup of one's own there has no effect. */
export function createConnector(
  { rules, lookup = systemLookup }: Outgoing,
  options: buildConnector.BuildOptions,
): buildConnector.connector {
  const connect = buildConnector({ ...options, lookup: guarded(rules, lookup) });
  return (to, callback) => {
    // A socket looks up no address that is one already.
    const refusal = isIP(to.hostname) === 0 ? null : rules.refusal(to.hostname, to.hostname);
    if (refusal === null) connect(to, callback);
    else queueMicrotask(() => callback(new AddressRefused(refusal), null));
  };
}

/** Leaves of a name's addresses those that may be reached. */
const guarded =
  (rules: OutgoingRules, lookup: LookupFunction): LookupFunction =>
  (hostname, options, callback) =>
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, "");
      const addresses = found as unknown as LookupAddress[];
      const refusals = addresses.map(({ address }) => rules.refusal(address, hostname));
      const good = addresses.filter((_, index) => refusals[index] === null);
      const [first] = good;
      if (!first) return callback(new AddressRefused(refusals[0] ?? `${hostname} has no address.`), "");
      if (options.all) return callback(null, good);
      callback(null, first.address, first.family);
    });
