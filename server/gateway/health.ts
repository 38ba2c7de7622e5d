// Health and readiness: of the gateway on its port, and of a process without one, which listens for nothing else.
import { createServer } from "node:http";
import { RECEIVING } from "./receiving.ts";

export type NotReady = () => { readonly reason: string; readonly code?: string } | undefined;

export const HEALTH_PATHS = ["/healthz", "/readyz"] as const;

/** `/healthz`: the process answers. `/readyz`: it does its work, 200 or 503 with the reason. */
export function healthOf(path: string, notReady: NotReady): { readonly status: number; readonly body: object } {
  if (path === "/healthz") return { status: 200, body: { status: "ok" } };
  const why = notReady();
  return why ? { status: 503, body: { status: "not ready", ...why } } : { status: 200, body: { status: "ready" } };
}

export interface HealthServer {
  stop(): Promise<void>;
}

export async function startHealthServer(
  { host, port }: { readonly host: string; readonly port: number },
  notReady: NotReady,
): Promise<HealthServer> {
  const server = createServer(RECEIVING, (request, response) => {
    const path = (request.url ?? "").split("?")[0] as string;
    const known = (HEALTH_PATHS as readonly string[]).includes(path) && /^(GET|HEAD)$/.test(request.method ?? "");
    const { status, body } = known
      ? healthOf(path, notReady)
      : { status: 404, body: { error: "This process has no gateway: it answers at /healthz and /readyz." } };
    response.writeHead(status, { "content-type": "application/json; charset=utf-8" }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, host }, resolve);
  });
  return {
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
