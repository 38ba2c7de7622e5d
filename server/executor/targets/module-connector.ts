// What a module is given to open connections with: those of its thread, under the rules of all requests. An HTTP client is loaded with the
// first connection, for most modules open none.
import type { OutgoingAllow } from "../../outgoing/allow.ts";
import type { Connector, ConnectorOptions, TaskContext } from "../module-api.ts";

const CONNECT_TIMEOUT_MS = 10_000;

export const moduleConnector =
  (allow: OutgoingAllow): TaskContext["connector"] =>
  (options = {}) => {
    let made: Promise<Connector> | undefined;
    return (to, callback) => {
      made ??= make(allow, options);
      made.then(
        (connect) => connect(to, callback),
        (error: Error) => callback(error, null),
      );
    };
  };

async function make(allow: OutgoingAllow, options: ConnectorOptions): Promise<Connector> {
  const { createConnector } = await import("../../outgoing/agent.ts");
  const { createOutgoingRules } = await import("../../outgoing/rules.ts");
  return createConnector({ rules: createOutgoingRules(allow) }, { ...options, timeout: CONNECT_TIMEOUT_MS });
}
