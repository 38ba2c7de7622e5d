// Nobody knocks it over with sockets that say nothing. The server is the real program, in a process of its own.
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { startProgram } from "../support/program.ts";
import { ask, OWNER } from "./support.ts";

const by = { token: OWNER };
let program: Awaited<ReturnType<typeof startProgram>> | undefined;
afterEach(async () => void (await program?.terminate()));

async function start(): Promise<{ url: string; port: number }> {
  program = await startProgram({
    DATABASE_URL: ":memory:",
    ALLOW_ANONYMOUS: "false",
    OWNER_TOKEN: OWNER,
    LOG_LEVEL: "error",
  });
  return { url: program.url, port: Number(new URL(program.url).port) };
}

/** Resolves with the first line of the answer; the socket stays open and says nothing more. */
async function halfOpen(port: number, sockets: Socket[]): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  sockets.push(socket);
  socket.on("error", () => {});
  socket.write(
    `GET /graphql HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n`,
  );
  const [data] = await Promise.race([once(socket, "data"), once(socket, "close").then(() => ["closed"])]);
  return String(data).split("\r\n")[0] as string;
}

describe("10,000 sockets that say nothing", () => {
  it("are bounded, let go after five seconds, and hold up nobody", { timeout: 120_000 }, async () => {
    const { url, port } = await start();
    const sockets: Socket[] = [];
    const answers = new Map<string, number>();
    try {
      for (let made = 0; made < 10_000; made += 500)
        for (const answer of await Promise.all(Array.from({ length: 500 }, () => halfOpen(port, sockets))))
          answers.set(answer, (answers.get(answer) ?? 0) + 1);
      const began = performance.now();
      expect((await ask(url, by, "{ viewer { name } }")).status).toBe(200);
      expect(performance.now() - began).toBeLessThan(5_000);
      expect(
        (answers.get("HTTP/1.1 101 Switching Protocols") ?? 0) + (answers.get("HTTP/1.1 503 Service Unavailable") ?? 0),
      ).toBe(10_000);
      // Each of them is closed by the server: by then it has room again.
      await Promise.all(sockets.filter(({ closed }) => !closed).map((socket) => once(socket, "close")));
      expect(await halfOpen(port, sockets)).toBe("HTTP/1.1 101 Switching Protocols");
    } finally {
      for (const socket of sockets) socket.destroy();
    }
  });
});
