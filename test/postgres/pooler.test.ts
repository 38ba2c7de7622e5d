// Behind a pooler in transaction mode, a real PgBouncer: nothing depends on a session but what listens, which goes past it.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chown, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Event } from "../../server/domain/types.ts";
import { openStore } from "../../server/store/index.ts";
import { ensureProgram } from "../../tools/programs.mjs";
import { temporaryFolder } from "../support/app.ts";
import { startPostgres, type TestPostgres } from "../support/postgres.ts";
import { freePort } from "../support/program.ts";
import { aRun, aTask, NOON } from "../support/tasks.ts";
import { until } from "../support/wait.ts";

/** PgBouncer refuses to be root. */
const NOBODY = 65_534;
const folder = await temporaryFolder();
let postgres: TestPostgres;
let pooler: ChildProcess;
let direct: string;
let pooled: string;

beforeAll(async () => {
  postgres = await startPostgres();
  direct = await postgres.database();
  const { hostname, port, username, password, pathname } = new URL(direct);
  const own = await freePort();
  const users = join(folder, "users.txt");
  await writeFile(users, `"${username}" "${password}"\n`);
  const settings = join(folder, "pgbouncer.ini");
  await writeFile(
    settings,
    `[databases]
* = host=${hostname} port=${port}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${own}
unix_socket_dir =
auth_type = plain
auth_file = ${users}
pool_mode = transaction
default_pool_size = 3
server_reset_query =
ignore_startup_parameters = extra_float_digits
`,
  );
  const root = process.getuid?.() === 0;
  if (root) for (const path of [folder, users, settings]) await chown(path, NOBODY, NOBODY);
  pooler = spawn(ensureProgram("pgbouncer"), [settings], {
    stdio: "ignore",
    ...(root ? { uid: NOBODY, gid: NOBODY } : {}),
  });
  pooled = `postgresql://${username}:${password}@127.0.0.1:${own}${pathname}?pgbouncer=true`;
}, 120_000);
afterAll(async () => {
  pooler.kill("SIGINT");
  await once(pooler, "exit");
  await postgres.stop();
});

describe("behind a pooler in transaction mode", () => {
  it("two instances write, claim and hear of each other", async () => {
    const open = () => openStore(pooled, { listenUrl: direct });
    const opened: Awaited<ReturnType<typeof open>>[] = [];
    await until("the pooler answers", async () => opened.push(await open()) > 0, 10_000);
    opened.push(await open());
    const [a, b] = opened as [(typeof opened)[0], (typeof opened)[0]];
    const heard: Event[] = [];
    b.onCommit(({ events }) => heard.push(...events));
    const tasks = Array.from({ length: 40 }, (_, index) => aTask({ name: `pooled ${index}`, overlapPolicy: "ALLOW" }));
    await Promise.all(
      tasks.map((task, index) =>
        (index % 2 === 0 ? a : b).write(async (tx) => {
          await tx.insertTask(task);
          await tx.insertRuns(NOON, [aRun(task, NOON)]);
        }),
      ),
    );
    const claims = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        (index % 2 === 0 ? a : b).write((tx) =>
          tx.claim({ instanceId: `instance ${index % 2}`, now: NOON, leaseUntil: NOON + 9_000, slots: { MODULE: 7 } }),
        ),
      ),
    );
    const claimed = claims.flatMap((claim) => claim.claimed.map(({ run }) => run.id));
    expect(claimed).toHaveLength(40);
    expect(new Set(claimed).size).toBe(40);
    await until("all is heard", () => heard.length === 120);
    expect(heard.map(({ cursor }) => cursor)).toEqual(Array.from({ length: 120 }, (_, index) => index + 1));
    await Promise.all(opened.map((store) => store.close()));
  });
});
