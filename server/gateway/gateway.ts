// The gateway: one schema over HTTP and WebSocket on one port, the same groups of readers behind both.
import type { AddressInfo } from "node:net";
import { systemClock } from "../clock.ts";
import type { Log } from "../log.ts";
import { isLoopback } from "../loopback.ts";
import { createDocuments } from "./documents.ts";
import { createFormatError, plain } from "./format-error.ts";
import { createGate, type GateConfig } from "./gate.ts";
import type { Services } from "./graphql/context.ts";
import { eventCursor } from "./graphql/cursors.ts";
import { createSchema } from "./graphql/schema.ts";
import { createHttp, GRAPHQL_PATH, type HttpOptions } from "./http.ts";
import { createLive } from "./live/live.ts";
import { createStreams } from "./streams/streams.ts";
import { createWatch } from "./watch.ts";
import { createWho } from "./who.ts";
import { createWs } from "./ws.ts";

export interface GatewayConfig extends GateConfig {
  readonly host: string;
  readonly port: number;
  /** Origin of the proxy before the server; null without one. */
  readonly publicUrl: string | null;
}

export interface Gateway {
  readonly url: string;
  /** How many subscriptions are open. */
  subscriptions(): number;
  stop(): Promise<void>;
}

export async function startGateway(
  config: GatewayConfig,
  services: Services,
  log: Log,
  notReady: HttpOptions["notReady"],
): Promise<Gateway> {
  const schema = createSchema();
  const loopbackOnly = isLoopback(config.host);
  const { publicUrl } = config;
  const format = createFormatError(log, config.suggestions);
  const formatError = (error: unknown) => format(plain(error), error);
  const { after } = systemClock;
  const live = createLive({ schema, services, formatError, after, mostOfCaller: config.callerSubscriptions });
  const documents = createDocuments(schema);
  const gate = createGate(config, schema, log);
  const who = createWho({ access: services.access, publicUrl, formatError });
  const watch = createWatch(services.access, after);
  const streams = createStreams({ schema, services, live, documents, gate, watch, formatError, after });
  const http = await createHttp({
    schema,
    services,
    streams,
    who,
    gate,
    format,
    formatError,
    log,
    loopbackOnly,
    publicUrl,
    notReady,
    after,
  });
  const ws = createWs({
    server: http.server,
    schema,
    services,
    live,
    documents,
    who,
    gate,
    watch,
    formatError,
    log,
    path: GRAPHQL_PATH,
    loopbackOnly,
    publicUrl,
    after,
  });
  await new Promise<void>((resolve, reject) => {
    http.server.once("error", reject);
    http.server.listen({ port: config.port, host: config.host, backlog: 4_096 }, resolve);
  });
  const { port } = http.server.address() as AddressInfo;
  const host = config.host.includes(":") ? `[${config.host}]` : config.host;
  return {
    url: `http://${host}:${port}`,
    subscriptions: () => live.size,
    async stop() {
      // First, so that whoever is sent away comes back elsewhere.
      await http.close();
      watch.stop();
      const cursor = eventCursor(await services.store.headCursor());
      // Connections go before subscriptions: one that was completed would not be asked for again.
      streams.stop();
      await ws.stop(cursor);
      live.close();
      await http.stop();
    },
  };
}
