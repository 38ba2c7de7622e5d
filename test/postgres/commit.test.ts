// A commit whose answer is lost with the connection: the server is asked what became of it, and the write is answered truly.
import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { openStore } from "../../server/store/index.ts";
import { startPostgres, type TestPostgres } from "../support/postgres.ts";
import { aTask } from "../support/tasks.ts";

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

/** A way to the server that breaks off at the next COMMIT: before the server has it, or before its answer comes. */
async function startTrap(url: string) {
  const state = { armed: null as "before" | "after" | null, sprung: 0 };
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(new URL(url).port), "127.0.0.1");
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on("error", () => {});
      socket.on("close", () => {
        near.destroy();
        far.end();
      });
    }
    far.pipe(near);
    near.on("data", (chunk: Buffer) => {
      const trapped = state.armed !== null && chunk.includes("COMMIT");
      if (!trapped) return void far.write(chunk);
      const when = state.armed;
      state.armed = null;
      state.sprung++;
      far.unpipe(near);
      if (when === "before") near.destroy();
      else far.write(chunk, () => setTimeout(() => near.destroy(), 200));
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const trapped = new URL(url);
  trapped.port = String((server.address() as AddressInfo).port);
  return Object.assign(state, { url: trapped.href });
}

describe("a commit without an answer", () => {
  it.each([
    ["that the server has done is answered as done", "after"],
    ["that never reached the server is refused, and nothing of it is there", "before"],
  ] as const)("%s", async (_, when) => {
    const trap = await startTrap(await postgres.database());
    const store = await openStore(trap.url);
    const told: string[] = [];
    store.onCommit(({ events }) => {
      for (const event of events) if (event.kind === "TASK") told.push(event.task.name);
    });
    const first = aTask({ name: "first" });
    await store.write((tx) => tx.insertTask(first));
    trap.armed = when;
    const [a, b] = [aTask({ name: "a" }), aTask({ name: "b" })];
    const outcomes = await Promise.allSettled([a, b].map((task) => store.write((tx) => tx.insertTask(task))));
    expect(trap.sprung).toBe(1);
    const done = when === "after";
    expect(outcomes.map(({ status }) => status)).toEqual(Array(2).fill(done ? "fulfilled" : "rejected"));
    await store.health.probe();
    expect((await store.tasksById([a.id, b.id])).size).toBe(done ? 2 : 0);
    const last = aTask({ name: "last" });
    await store.write((tx) => tx.insertTask(last));
    expect(told).toEqual(done ? ["first", "a", "b", "last"] : ["first", "last"]);
    await store.close();
  });
});
