// `npm run bench:live`: from a cancellation that was sent until the work has really stopped (a module sees its signal, a command's process is
// gone, the target sees its connection close), and from a module's line of log until a subscriber has it.
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect, data, subscribe } from "../support/client.ts";
import { BUILT, startProgram } from "../support/program.ts";
import { until } from "../support/wait.ts";
import { machine, percentile, table } from "./figures.ts";

const ROUNDS = Number(process.argv[2] ?? 30);
const LINES = 200;
const CREATE =
  "mutation ($input: CreateTaskInput!) { createTask(input: $input) { task { id } userErrors { message } } }";
const TRIGGER = "mutation ($id: ID!) { triggerTask(input: { id: $id }) { run { id } userErrors { message } } }";
const CANCEL = "mutation ($id: ID!) { cancelRun(input: { id: $id }) { userErrors { message } } }";

const folder = mkdtempSync(join(tmpdir(), "cronograph-bench-"));
const mark = join(folder, "mark");
writeFileSync(
  join(folder, "waits.js"),
  `import { writeFileSync } from "node:fs";
export default (payload, { signal }) => new Promise((_, reject) => {
  writeFileSync(${JSON.stringify(mark)}, "begun");
  signal.addEventListener("abort", () => { writeFileSync(${JSON.stringify(mark)}, String(Date.now())); reject(new Error("aborted")); });
});`,
);
writeFileSync(
  join(folder, "talks.js"),
  `export default async (payload, { log }) => {
  for (let i = 0; i < ${LINES}; i++) { log.info("at " + Date.now()); await new Promise((resolve) => setTimeout(resolve, 15)); }
};`,
);
let closedAt = 0;
let open = false;
const server = createServer((request) => {
  open = true;
  request.socket.once("close", () => {
    closedAt = Date.now();
    open = false;
  });
}).listen(0, "127.0.0.1");
await once(server, "listening");
const target = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;

const read = () => {
  try {
    return readFileSync(mark, "utf8");
  } catch {
    return "";
  }
};
const alive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};
const soon = <T>(look: () => T | undefined | false): Promise<T> =>
  new Promise((resolve) => {
    const timer = setInterval(() => {
      const found = look();
      if (!found) return;
      clearInterval(timer);
      resolve(found);
    }, 1);
  });

/** For each kind: its target, how it shows that it works, and when (ms since 1970) it has stopped. */
const KINDS = {
  "a module sees its signal": {
    target: { module: { name: "waits" } },
    working: () => read() === "begun",
    stopped: () => soon(() => Number(read()) || undefined),
  },
  "a command's process is gone": {
    target: { shell: { command: ["sh", "-c", `echo $$ > ${mark}; exec sleep 60`] } },
    working: () => Number(read()) > 0,
    stopped: () => {
      const pid = Number(read());
      return soon(() => !alive(pid) && Date.now());
    },
  },
  "the HTTP connection is closed": {
    target: { http: { url: target } },
    working: () => open,
    stopped: () => soon(() => !open && closedAt),
  },
};

const program = await startProgram(
  {
    DATABASE_URL: `file:${join(folder, "live.db")}`,
    TASKS_DIR: folder,
    ALLOW_SHELL: "true",
    OUTGOING_ALLOW: "127.0.0.1",
    LOG_LEVEL: "error",
  },
  [],
  BUILT,
);
console.log(machine());
try {
  const make = async (name: string, of: object): Promise<string> => {
    const input = { name, schedule: { manual: true }, target: of };
    const { createTask } = await data(program.url, CREATE, { input });
    if (!createTask.task) throw new Error(JSON.stringify(createTask.userErrors));
    return createTask.task.id;
  };
  const rows = [["", "p50 ms", "p99 ms", "max ms"]];
  const row = (what: string, took: number[]) =>
    rows.push([what, ...[50, 99, 100].map((percent) => percentile(took, percent).toFixed(0))]);
  for (const [what, kind] of Object.entries(KINDS)) {
    const id = await make(what, kind.target);
    const took: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      rmSync(mark, { force: true });
      const { triggerTask } = await data(program.url, TRIGGER, { id });
      await until("it works", kind.working, 20_000);
      const stopped = kind.stopped();
      const sent = Date.now();
      await data(program.url, CANCEL, { id: triggerTask.run.id });
      took.push((await stopped) - sent);
      await until("the run has ended", async () => {
        const { run } = await data(program.url, "query ($id: ID!) { run(id: $id) { state } }", {
          id: triggerTask.run.id,
        });
        return run.state === "CANCELLED";
      });
    }
    row(`cancel sent until ${what}`, took);
  }
  const id = await make("talks", { module: { name: "talks" } });
  const client = connect(program.url);
  const { triggerTask } = await data(program.url, TRIGGER, { id });
  const arrived: number[] = [];
  const watched = subscribe(client, "subscription ($id: ID!) { runLog(runId: $id) { text } }", {
    id: triggerTask.run.id,
  });
  const late: number[] = [];
  while (late.length < LINES * 0.9) {
    await soon(() => watched.events.length > arrived.length);
    for (const { text } of watched.events.slice(arrived.length)) {
      const said = Number(/at (\d+)/.exec(text)?.[1]);
      arrived.push(said);
      // What was said before the subscription is history.
      if (arrived.length > LINES * 0.05 && said) late.push(Date.now() - said);
    }
  }
  row("a line of log until a subscriber has it", late);
  watched.stop();
  await client.dispose();
  table(`milliseconds, ${ROUNDS} rounds`, rows);
} finally {
  await program.terminate();
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
}
