// Requests that come a byte at a time (Slowloris and its kin): each is ended after a while, and others are answered all the while.
import { connect } from "node:net";
import { describe, expect, it } from "vitest";
import { useSharedApp } from "../api/support.ts";

const app = useSharedApp();
const HEAD = "POST /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n";

/** Sends the beginning, then a byte at a time; resolves with the answer when the server has ended the connection. */
function trickle(url: string, beginning: string, byte: string): Promise<{ answer: string; seconds: number }> {
  const since = performance.now();
  const { port, hostname } = new URL(url);
  return new Promise((resolve) => {
    let answer = "";
    const socket = connect(Number(port), hostname, () => socket.write(beginning));
    const more = setInterval(() => socket.write(byte), 500);
    socket.on("data", (chunk) => {
      answer += chunk.toString();
    });
    socket.on("error", () => {});
    socket.on("close", () => {
      clearInterval(more);
      resolve({ answer, seconds: (performance.now() - since) / 1_000 });
    });
  });
}

describe.concurrent("a request that comes too slowly", () => {
  it.each([
    ["headers", HEAD, "X-A: b\r\n", 10],
    ["body", `${HEAD}Content-Length: 100000\r\n\r\n{"query":"`, " ", 30],
  ])("is ended: its %s", { timeout: 90_000 }, async (_, beginning, byte, bound) => {
    const { answer, seconds } = await trickle(app().url, beginning, byte);
    expect(answer).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
    expect(answer).toContain("A request has to come within 30 s, its headers within 10.");
    expect(seconds).toBeGreaterThan(bound - 1);
    const { status } = await fetch(`${app().url}/healthz`);
    expect(status).toBe(200);
  });
});
