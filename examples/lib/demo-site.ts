// A tiny site for the demo's tasks to talk to: health, heartbeat, a feed, rates that sometimes fail, a slow page.
// Listens on the loopback address only and remembers nothing after it stops. Never a stand-in for Cronograph itself.

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

const FEED_CHANGES_EVERY_MS = 75_000;
const FEED_ITEMS = 8;
/** Of 14 askings in a row these fail: one, two together, and once as many as the task has attempts. */
const RATES_CYCLE = 14;
const FAILING = new Set([1, 4, 5, 8, 9, 10, 11]);
const MAX_BODY_BYTES = 64 * 1024;

const HEADLINES = [
  "Water pressure back to normal",
  "Library opens on Sundays",
  "New bridge takes shape",
  "Storm passes north of town",
  "Choir looks for a tenor",
  "Tram 4 runs every six minutes",
  "Record harvest of pears",
  "Old mill gets a new wheel",
  "Chess club wins away",
  "Snow expected above 800 m",
];

export interface DemoSite {
  /** Without a slash at its end. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts the site on the port, or on any free one when that is taken. */
export async function startDemoSite(port: number, reportsFolder: string): Promise<DemoSite> {
  const server = createServer(handler(reportsFolder));
  await listen(server, port).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EADDRINUSE") throw error;
    return listen(server, 0);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function handler(reportsFolder: string) {
  const startedAt = Date.now();
  let beats = 0;
  let askings = 0;
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? "/", "http://site");
    const body = await readBody(request).catch(() => undefined);
    if (body === undefined) return void response.destroy();
    switch (`${request.method} ${url.pathname}`) {
      case "GET /health":
        return json(response, 200, { status: "ok", upSeconds: Math.floor((Date.now() - startedAt) / 1_000), beats });
      case "POST /heartbeat":
        return json(response, 200, { beats: ++beats });
      case "GET /welcome":
        return json(response, 200, { message: "Welcome. This one-time task is now completed." });
      case "POST /invoices":
        return json(response, 201, { number: createHash("sha256").update(body).digest("hex").slice(0, 8) });
      case "GET /rates":
        if (FAILING.has(askings++ % RATES_CYCLE))
          return json(response, 503, { error: "The bank's computer has a rest. Try again in a moment." });
        return json(response, 200, { base: "EUR", rates: { BRL: 6.2, NPR: 164.3, USD: 1.16 } });
      case "POST /slow":
        return slow(response, Number(url.searchParams.get("seconds") ?? 5));
      case "GET /feed.xml":
        return feed(request, response);
      case "GET /status":
        return page(response, join(reportsFolder, "status.html"));
      default:
        return json(response, 404, { error: "Try /health, /feed.xml, /rates or /status." });
    }
  };
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MAX_BODY_BYTES) throw new Error("too long");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function json(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
}

function slow(response: ServerResponse, seconds: number): void {
  const timer = setTimeout(
    () => json(response, 200, { thumbnails: 42 }),
    Math.min(60, Math.max(0, seconds || 0)) * 1_000,
  );
  response.once("close", () => clearTimeout(timer));
}

/** RSS whose newest item changes every 75 seconds; answers 304 to an ETag it knows. */
function feed(request: IncomingMessage, response: ServerResponse): void {
  const now = Math.floor(Date.now() / FEED_CHANGES_EVERY_MS);
  const etag = `"${now}"`;
  if (request.headers["if-none-match"] === etag) return void response.writeHead(304, { etag }).end();
  const items = Array.from({ length: FEED_ITEMS }, (_, index) => {
    const edition = now - index;
    const at = new Date(edition * FEED_CHANGES_EVERY_MS).toUTCString();
    return `<item><title>${HEADLINES[edition % HEADLINES.length]}</title><guid isPermaLink="false">${edition}</guid><pubDate>${at}</pubDate></item>`;
  });
  const head = `<title>Village news</title><lastBuildDate>${new Date().toUTCString()}</lastBuildDate>`;
  response.writeHead(200, { "content-type": "application/rss+xml", etag });
  response.end(`<?xml version="1.0"?>\n<rss version="2.0"><channel>\n${head}\n${items.join("\n")}\n</channel></rss>\n`);
}

async function page(response: ServerResponse, path: string): Promise<void> {
  const text = await readFile(path, "utf8").catch(() => undefined);
  if (text === undefined)
    return json(response, 404, { error: "The task `Status page` has not run yet; it does so every two minutes." });
  response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(text);
}
