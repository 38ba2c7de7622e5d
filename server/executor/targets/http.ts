// Sends HTTP requests. The response is kept up to a limit and never trusted: its size, its encoding and its speed are the
// other side's.
import { createHash } from "node:crypto";
import { request } from "undici";
import { RESULT_BYTES } from "../../domain/limits.ts";
import type { Runner, TargetResult, Work } from "../../domain/ports.ts";
import type { HttpTarget, Json, Run } from "../../domain/types.ts";
import { createOutgoingAgent, type Outgoing, refusalIn } from "../../outgoing/agent.ts";
import { readSigningKeys, signed } from "../../outgoing/signing.ts";
import { VERSION } from "../../package.ts";
import { SAME_AGAIN } from "./module-protocol.ts";
import { following } from "./redirects.ts";

/** More requests to one server at a time wait for a connection. */
const CONNECTIONS_PER_ORIGIN = 256;
const SIGNATURE = "webhook-signature";
const NO_SIGNING_KEY = {
  code: "SECRET_UNAVAILABLE",
  message:
    "The secret that signingSecret names holds no signing key: whsec_ and 24 to 64 bytes in base64 were expected, or several of these with a space between them.",
};
const BODY_METHODS = new Set(["POST", "PUT", "PATCH", "DELETE"]);

/** What goes out, as it goes out. */
export interface HttpMessage {
  readonly method: HttpTarget["method"];
  readonly headers: Record<string, string>;
  readonly body: string | null;
  readonly signal: AbortSignal;
}

export interface HttpAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: AsyncIterable<Buffer> & { destroy(): unknown };
}

/** Brings a message to its server and its answer back. */
export type Transport = (url: string, message: HttpMessage) => Promise<HttpAnswer>;

export function createHttpRunner(capacity: number, outgoing: Outgoing): Runner<HttpTarget> {
  const agent = createOutgoingAgent(outgoing, { connections: CONNECTIONS_PER_ORIGIN, connectTimeoutMs: 10_000 });
  const once = (url: string, message: HttpMessage) =>
    request(url, { dispatcher: agent, ...message, headersTimeout: 0, bodyTimeout: 0 });
  const redirected = following(once);
  // What is signed is meant for that server alone.
  const network: Transport = (url, message) => (SIGNATURE in message.headers ? once : redirected)(url, message);
  return {
    capacity,
    run: (work) => send(work, network),
    stop: () => agent.destroy(),
  };
}

export async function send(work: Work<HttpTarget>, transport: Transport): Promise<TargetResult> {
  const { target, signal, log } = work;
  try {
    const keys = target.signingSecret === undefined ? [] : readSigningKeys(target.signingSecret);
    if (keys === null) return { ok: false, error: NO_SIGNING_KEY };
    const response = await transport(target.url, { ...message(work, keys), method: target.method, signal });
    work.alive();
    const type = String(response.headers["content-type"] ?? "");
    const { text, bytes, cut } = await readUpTo(response.body, RESULT_BYTES / 2, work.alive);
    const result: Json = {
      status: response.statusCode,
      contentType: type || null,
      bytes,
      body: readable(text, type, cut),
    };
    if (cut) log("WARN", `The response was longer than ${RESULT_BYTES / 2} bytes; only its start is kept.`);
    if (expected(target, response.statusCode)) {
      log("INFO", `${target.method} ${target.url} answered ${response.statusCode} with ${bytes} bytes`);
      return { ok: true, result };
    }
    const wanted = target.expectedStatus.length > 0 ? target.expectedStatus.join(", ") : "200 to 299";
    const redirected = keys.length > 0 && response.statusCode >= 300 && response.statusCode < 400;
    const moved = redirected ? " A signed request follows no redirect: give the address itself." : "";
    const error = {
      code: "HTTP_STATUS",
      message: `${target.url} answered ${response.statusCode}; expected ${wanted}.${moved}`,
      httpStatus: response.statusCode,
      retryAfter: response.headers["retry-after"]?.toString(),
    };
    return { ok: false, error, result };
  } catch (error) {
    const refused = refusalIn(error);
    if (refused) {
      const field = `${work.run.fallback === null ? "target" : "fallbackTarget"}.http.url`;
      const message = `${field} ${target.url} is refused: ${refused.message}`;
      return { ok: false, error: { code: refused.code, message, permanent: SAME_AGAIN } };
    }
    return { ok: false, error: { code: "HTTP_REQUEST", message: `${target.method} ${target.url}: ${reason(error)}` } };
  }
}

/** The headers of our own come first, so that a user's may replace them; the occurrence's may not be replaced. */
function message({ run, at, target, payload }: Work<HttpTarget>, keys: readonly string[]) {
  const headers: Record<string, string> = { "user-agent": `Cronograph/${VERSION}` };
  let body = target.body;
  if (body === null && payload !== undefined && BODY_METHODS.has(target.method)) {
    body = JSON.stringify(payload);
    headers["content-type"] = "application/json";
  }
  headers.traceparent = traceparent(run);
  for (const { name, value } of target.headers) headers[name.toLowerCase()] = value;
  headers["idempotency-key"] = run.id;
  headers["x-run-attempt"] = String(run.attempt);
  headers["x-run-fence"] = String(run.attempt);
  headers["x-scheduled-for"] = new Date(run.scheduledFor).toISOString();
  if (keys.length > 0) Object.assign(headers, signed(keys, run.id, Math.floor(at / 1_000), body ?? ""));
  return { body, headers };
}

/**
 * W3C Trace Context: a run is a trace, named by its id without hyphens, and each attempt a span of it, so that whoever keeps traces finds
 * all attempts of a run together.
 */
const traceparent = ({ id, attempt }: Run): string => {
  const span = createHash("sha256").update(`${id} ${attempt}`).digest("hex").slice(0, 16);
  return `00-${id.replaceAll("-", "")}-${span}-01`;
};

const expected = (target: HttpTarget, status: number): boolean =>
  target.expectedStatus.length > 0 ? target.expectedStatus.includes(status) : status >= 200 && status < 300;

/** The start of the body; the rest is not read: the connection is given up instead. */
async function readUpTo(body: AsyncIterable<Buffer> & { destroy(): unknown }, most: number, alive: () => void) {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    chunks.push(chunk);
    alive();
    if (bytes > most) break;
  }
  const cut = bytes > most;
  if (cut) body.destroy();
  return { text: Buffer.concat(chunks).subarray(0, most).toString("utf8"), bytes: Math.min(bytes, most), cut };
}

function readable(text: string, type: string, cut: boolean): Json {
  if (text === "") return null;
  if (cut || !/[/+]json\b/.test(type)) return text;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}

function reason(error: unknown): string {
  const { message, code, cause } = error as Error & { code?: string; cause?: Error };
  return [message || code, cause?.message].filter(Boolean).join(": ") || "no answer";
}
