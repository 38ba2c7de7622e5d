// Refuses requests that a foreign web page makes a browser send: by the name the server is addressed with (DNS rebinding) and by
// the page's origin (cross-site requests and WebSocket hijacking). Programs other than browsers send no Origin.
import type { IncomingMessage } from "node:http";

const LOOPBACK_NAME = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i;

/** Undefined when the request may go on, else what to answer. `publicUrl` is the origin of a proxy before the server. */
export function refuseForeign(
  { headers }: Pick<IncomingMessage, "headers">,
  loopbackOnly: boolean,
  publicUrl: string | null,
): string | undefined {
  const host = headers.host?.toLowerCase() ?? "";
  const publicHost = publicUrl === null ? undefined : new URL(publicUrl).host;
  if (loopbackOnly && !LOOPBACK_NAME.test(host) && host !== publicHost) {
    return `This server listens on loopback and answers to localhost and 127.0.0.1 only, not to ${JSON.stringify(host.slice(0, 100))}. A proxy's name is set with PUBLIC_URL.`;
  }
  const { origin } = headers;
  if (origin === undefined || origin === publicUrl) return undefined;
  if (URL.canParse(origin) && new URL(origin).host === host) return undefined;
  return `Requests from pages of ${JSON.stringify(origin.slice(0, 100))} are refused: only this server's own pages may use it from a browser.`;
}
