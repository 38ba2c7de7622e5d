import { execFile } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { connect } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import WebSocket from "ws";
import { PACKAGE_ROOT } from "../../server/package.ts";
import { temporaryFolder } from "../support/app.ts";
import { data } from "../support/client.ts";
import { startProgram } from "../support/program.ts";
import { until } from "../support/wait.ts";

const folder = await temporaryFolder();
const run = promisify(execFile);

/** Starts the program with settings that must stop it; answers its exit code and what it said. */
async function refused(settings: Record<string, string>, ...args: string[]): Promise<{ code: number; said: string }> {
  const env = { PATH: process.env.PATH, DATABASE_URL: ":memory:", PORT: "0", ...settings };
  try {
    await run(process.execPath, ["--import", "tsx", "server/main.ts", ...args], {
      cwd: PACKAGE_ROOT,
      env,
      timeout: 20_000,
    });
    return { code: 0, said: "" };
  } catch (error) {
    const { code, stderr } = error as { code: number; stderr: string };
    return { code, said: stderr };
  }
}

describe("the process", () => {
  it("refuses wrong settings with exit code 1, all of them named, and no stack", async () => {
    const { code, said } = await refused({ PORT: "99999", WORKER_THREADS: "0", LOG_LEVEL: "loud" });
    expect(code).toBe(1);
    expect(said).toMatch(/Cannot start with these settings:.*PORT="99999".*WORKER_THREADS="0".*LOG_LEVEL="loud"/s);
    expect(said).not.toMatch(/\n\s+at /);
  });

  it("refuses a port that is taken in one helpful line, and a wrong command line with exit code 2", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as { port: number };
    const taken = await refused({ PORT: String(port) });
    expect(taken.code).toBe(1);
    expect(taken.said).toMatch(/The port is taken.*Choose another one/);
    other.close();
    expect((await refused({}, "--rolls", "gateway")).code).toBe(2);
  }, 60_000);

  it("does what its roles say: a gateway alone answers and plans nothing more, and runs nothing", async () => {
    const settings = { DATABASE_URL: `file:${join(folder, "roles.db")}` };
    const gateway = await startProgram(settings, ["--roles", "gateway"]);
    const { createTask } = await data(
      gateway.url,
      `mutation { createTask(input: { name: "waits", schedule: { every: { interval: "PT1S" } }, target: { module: { name: "echo" } } }) { task { id } } }`,
    );
    expect((await data(gateway.url, "{ instances { roles } }")).instances).toEqual([{ roles: ["GATEWAY"] }]);
    await until("its first second has passed", async () => {
      const { task } = await data(
        gateway.url,
        `query ($id: ID!) { task(id: $id) { nextRunAt runs { nodes { state } } } server { now } }`,
        { id: createTask.task.id },
      );
      return (
        task.runs.nodes.every((each: { state: string }) => each.state === "SCHEDULED") &&
        Date.parse(task.nextRunAt) < Date.now() - 1_500
      );
    });
    await gateway.terminate();
    const whole = await startProgram(settings);
    await until(
      "the whole program runs it",
      async () =>
        (await data(whole.url, "{ overview { last24Hours { succeeded } } }")).overview.last24Hours.succeeded > 0,
    );
    expect(await whole.terminate()).toBe(0);
  }, 90_000);

  it("says good-bye to its subscribers with 1001 and the cursor to go on from", async () => {
    const program = await startProgram({ DATABASE_URL: ":memory:" });
    const socket = new WebSocket(`${program.url.replace("http", "ws")}/graphql`, "graphql-transport-ws");
    await once(socket, "open");
    socket.send('{"type":"connection_init"}');
    await once(socket, "message");
    const { eventCursor } = await data(program.url, "{ eventCursor }");
    const closed = once(socket, "close") as Promise<[number, Buffer]>;
    expect(await program.terminate()).toBe(0);
    const [code, reason] = await closed;
    expect(code).toBe(1_001);
    expect(JSON.parse(reason.toString())).toEqual({ cursor: eventCursor });
  }, 60_000);

  it("is not held up at its stop by a subscriber that does not answer", async () => {
    const program = await startProgram({ DATABASE_URL: ":memory:" });
    const { port } = new URL(program.url);
    const deaf = connect(Number(port), "127.0.0.1");
    deaf.on("error", () => {});
    deaf.write(
      `GET /graphql HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n` +
        "Sec-WebSocket-Key: AQIDBAUGBwgJCgsMDQ4PEA==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n",
    );
    await once(deaf, "data");
    deaf.pause();
    const stopped = await Promise.race([
      program.terminate(),
      new Promise<string>((resolve) => setTimeout(() => resolve("still there after 10 s"), 10_000)),
    ]);
    expect(stopped).toBe(0);
    deaf.destroy();
  }, 60_000);
});
