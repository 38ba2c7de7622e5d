// Requests of the dashboard whose answer does not come.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { fetchByName } from "../../web/live/document-id.ts";

const ASKED = { method: "POST", body: JSON.stringify({ query: "{ a }", extensions: { documentId: "one" } }) };
let server: Server;
let url: string;
let asked: Promise<void>;

beforeEach(async () => {
  asked = new Promise((resolve) => {
    server = createServer(() => resolve());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
  server.closeAllConnections();
  server.close();
});

it("are given up after a minute, so that the page asks again", async () => {
  let over = false;
  const answer = fetchByName(url, ASKED).finally(() => {
    over = true;
  });
  answer.catch(() => {});
  await asked;
  await vi.advanceTimersByTimeAsync(59_000);
  expect(over).toBe(false);
  await vi.advanceTimersByTimeAsync(1_000);
  await expect(answer).rejects.toThrow("No answer came for a minute.");
});

it("end when they are called off", async () => {
  const off = new AbortController();
  const answer = fetchByName(url, { ...ASKED, signal: off.signal });
  await asked;
  off.abort(new Error("Nobody asks any more."));
  await expect(answer).rejects.toThrow("Nobody asks any more.");
  await expect(fetchByName(url, { ...ASKED, signal: off.signal })).rejects.toThrow("Nobody asks any more.");
});
