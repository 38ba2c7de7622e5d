// The clients of examples/clients, as programs of their own against the real server, over a wire that is cut and goes dead: each sees every
// event once and in order. docs/clients.md shows the same text.
import { execFileSync, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { buildSchema, parse, validate } from "graphql";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { PACKAGE_ROOT } from "../../server/package.ts";
import { OWNER, tokenWith, told, useSignIn } from "../access/support.ts";
import { burst, createTask, eventCursor, useSharedApp } from "../api/support.ts";
import { connect, subscribe } from "../support/client.ts";
import { startReceiver } from "../support/receiver.ts";
import { until } from "../support/wait.ts";
import { startWire } from "../support/wire.ts";

const FOLDER = join(PACKAGE_ROOT, "examples", "clients");
const names = readdirSync(FOLDER);
const app = useSharedApp();
const startGuarded = useSignIn();
const url = () => app().url;
const receiver = await startReceiver();
afterAll(() => receiver.stop());
beforeAll(() => {
  execFileSync(process.execPath, ["tools/build.mjs", "--if-stale"], { cwd: PACKAGE_ROOT, stdio: "pipe" });
}, 300_000);

/** Runs an example, and collects what it prints about each event. */
function start(name: string, args: string[], more = {}): { lines: string[]; errors: string[] } {
  const env = { PATH: process.env.PATH, ...more };
  const child = spawn(process.execPath, [join(FOLDER, name), ...args], { env, stdio: ["ignore", "pipe", "pipe"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  const lines: string[] = [];
  const errors: string[] = [];
  createInterface({ input: child.stdout }).on("line", (line) => lines.push(line));
  createInterface({ input: child.stderr }).on("line", (line) => errors.push(line));
  return { lines, errors };
}

describe("the clients of examples/clients", () => {
  it("see all events over a connection that is cut, none lost, none doubled", async () => {
    const wire = await startWire(url());
    const target = { http: { url: receiver.url } };
    const task = await createTask(url(), { target, overlapPolicy: "ALLOW" });
    const from = await eventCursor(url());
    const clients = names.map((name) => ({ name, ...start(name, [wire.url, from]) }));
    await burst(url(), task.id, 10);
    await until("all are there", () => clients.every(({ lines }) => lines.length > 0), 40_000);
    for (let round = 0; round < 3; round++) {
      const made = wire.made;
      const writing = burst(url(), task.id, 40);
      wire.cut();
      await writing;
      await burst(url(), task.id, 40);
      // graphql-ws as it comes waits for 1.3 to 4 seconds.
      await until("all are back", () => wire.made >= made + names.length, 20_000);
    }
    const client = connect(url());
    onTestFinished(() => void client.dispose());
    const truth = subscribe(
      client,
      "subscription ($after: Cursor) { runEvents(after: $after) { cursor type run { id } } }",
      {
        after: from,
      },
    );
    const head = await until("nothing happens any more", async () => {
      const before = await eventCursor(url());
      await new Promise((resolve) => setTimeout(resolve, 500));
      return (await eventCursor(url())) === before && before;
    });
    await until("all was read", () => truth.events.at(-1)?.cursor === head);
    const all = truth.events.map(({ type, run, cursor }) => `${type} ${run.id} ${cursor}`);
    expect(all.length).toBeGreaterThanOrEqual(250 * 3);
    for (const { name, lines, errors } of clients) {
      await until(`${name} has all`, () => lines.length >= all.length, 20_000).catch(() => {});
      expect([name, lines, errors.filter((line) => line.includes("Error"))]).toEqual([name, all, []]);
    }
  }, 180_000);

  it("are let in by a token where everybody has to sign in, and not without one", async () => {
    const guarded = (await startGuarded()).url;
    const owner = { token: OWNER };
    const TOKEN = await tokenWith(guarded, ["READ"]);
    const { eventCursor: from } = await told(guarded, owner, "{ eventCursor }");
    const [inside, outside] = [{ TOKEN }, {}].map((env) =>
      names.map((name) => ({ name, ...start(name, [guarded, from], env) })),
    );
    const make =
      "mutation ($input: CreateTaskInput!) { createTask(input: $input) { task { id } userErrors { message } } }";
    const input = { name: "once", schedule: { manual: true }, target: { worker: { queue: "nobody" } } };
    const { createTask: made } = await told(guarded, owner, make, { input });
    const trigger = "mutation ($id: ID!) { triggerTask(input: { id: $id }) { run { id } userErrors { message } } }";
    await told(guarded, owner, trigger, { id: made.task.id });
    for (const { name, lines, errors } of inside ?? [])
      await until(`${name} has heard of it: ${errors.join(" ")}`, () => lines.length > 0, 20_000);
    expect(outside?.filter(({ lines }) => lines.length > 0)).toEqual([]);
  }, 60_000);
});

describe("docs/clients.md", () => {
  const page = readFileSync(join(PACKAGE_ROOT, "docs", "clients.md"), "utf8");
  const shown = [...page.matchAll(/^```js\n(.*?)^```$/gms)].map(([, text]) => text);

  it.each(names)("shows %s as it is", (name) => {
    expect(shown).toContain(readFileSync(join(FOLDER, name), "utf8"));
  });

  it("shows no other program", () => {
    expect(shown).toHaveLength(names.length);
  });

  it("has operations that the schema knows", () => {
    const schema = buildSchema(readFileSync(join(PACKAGE_ROOT, "schema.graphql"), "utf8"));
    const operations = shown.flatMap((text = "") =>
      [...text.matchAll(/`\s*((?:subscription|\{\s*eventCursor)[^`]*)`/g)].map(([, operation = ""]) => operation),
    );
    expect(operations.length).toBeGreaterThanOrEqual(names.length - 1);
    for (const operation of operations)
      expect(validate(schema, parse(operation)).map(({ message }) => message)).toEqual([]);
  });
});
