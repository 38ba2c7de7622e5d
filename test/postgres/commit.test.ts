// A commit whose answer is lost with the connection: the server is asked what became of it, and the write is answered truly.
import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { openStore } from "../../server/store/index.ts";
import { startPostgres, type TestPostgres } from "../support/postgres.ts";
import { aTask } from "../support/tasks.ts";
import { until } from "../support/wait.ts";

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

/**
 * A way to the server that breaks off at the next COMMIT: before the server has it, or before its answer comes. Or it is silent from
 * then on, for new connections too, until it is `healed`.
 */
async function startTrap(url: string) {
  const state = { armed: null as "before" | "after" | "silence" | null, sprung: 0, silent: false };
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    if (state.silent) {
      sockets.add(near.on("error", () => {}));
      return;
    }
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
      if (state.silent) return;
      const trapped = state.armed !== null && chunk.includes("COMMIT");
      if (!trapped) return void far.write(chunk);
      const when = state.armed;
      state.armed = null;
      state.sprung++;
      far.unpipe(near);
      state.silent = when === "silence";
      if (state.silent) return;
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

  it("on a way that has gone silent is told of as trouble long before it is known, and then answered truly", async () => {
    const trap = await startTrap(await postgres.database());
    const store = await openStore(trap.url);
    await store.write((tx) => tx.insertTask(aTask({ name: "first" })));
    trap.armed = "silence";
    const began = performance.now();
    const task = aTask({ name: "in doubt" });
    const answer = store
      .write((tx) => tx.insertTask(task))
      .then(
        () => "kept",
        (error: unknown) => error,
      );
    const outcome = (name: string) =>
      store
        .write((tx) => tx.insertTask(aTask({ name })))
        .then(
          () => "kept",
          (error: unknown) => (error as { code: string }).code,
        );
    await until("the commit is under way", () => trap.silent);
    const behind = outcome("behind it");
    await until("there is trouble", () => store.health.trouble !== null, 8_000);
    expect(store.health.trouble?.code).toBe("UNAVAILABLE");
    // Nothing of these was begun, and they need not wait for what is in doubt.
    expect(await Promise.all([behind, outcome("later")])).toEqual(["UNAVAILABLE", "UNAVAILABLE"]);
    expect(await Promise.race([answer, Promise.resolve("in doubt")])).toBe("in doubt");
    trap.silent = false;
    expect(await answer).toMatchObject({ code: "UNAVAILABLE", message: expect.not.stringMatching(/not known/) });
    await until("it takes writes again", async () => {
      await store.health.probe();
      return store.health.trouble === null;
    });
    expect((await store.tasksById([task.id])).size).toBe(0);
    await store.close();
    expect(performance.now() - began).toBeLessThan(20_000);
  });

  it("that nobody can be asked about is said to be unknown in bounded time", async () => {
    const trap = await startTrap(await postgres.database());
    const store = await openStore(trap.url);
    trap.armed = "silence";
    const began = performance.now();
    await expect(store.write((tx) => tx.insertTask(aTask({ name: "unknown" })))).rejects.toMatchObject({
      code: "UNAVAILABLE",
      message: expect.stringMatching(/not known/),
    });
    expect(performance.now() - began).toBeLessThan(20_000);
    trap.silent = false;
    await store.close();
  }, 40_000);
});
