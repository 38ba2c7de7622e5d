// Throws random operations, spoilt texts, broken bodies and broken sockets at the real program for a while, and says what it did wrong:
// an answer of 5xx without a reason, INTERNAL, a line of error in its log, its end, memory that grows.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSchema } from "../../server/gateway/graphql/schema.ts";
import { seededRandom } from "../../server/testing/chance.ts";
import { startProgram } from "../support/program.ts";
import { brokenSocket, createFrames } from "./frames.ts";
import { createOperations } from "./operations.ts";

const OWNER_TOKEN = "token-of-the-fuzz-run-0123456789";
const AT_ONCE = 6;
const ANSWER_MS = 20_000;
const PAGE_KB = 4;
/** V8 takes what it is given before it collects, so that little is given: what leaks ends the program. */
const HEAP_MB = 256;
/** Beyond what the first third of the run had come to. */
const GROWTH_MB = 150;

export interface FuzzVerdict {
  readonly seed: number;
  readonly requests: number;
  readonly sockets: number;
  /** How often each status was answered. */
  readonly statuses: Readonly<Record<string, number>>;
  readonly rssMb: { readonly early: number; readonly late: number };
  readonly findings: readonly string[];
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

export async function fuzz(seed: number, ms: number, entry?: readonly string[]): Promise<FuzzVerdict> {
  const random = seededRandom(seed);
  const folder = mkdtempSync(join(tmpdir(), "cronograph-fuzz-"));
  const settings = {
    NODE_OPTIONS: `--max-old-space-size=${HEAP_MB}`,
    DATABASE_URL: `file:${join(folder, "fuzz.db")}`,
    ALLOW_ANONYMOUS: "false",
    OWNER_TOKEN,
    LOG_LEVEL: "error",
  };
  const program = await startProgram(settings, [], entry);
  const { url } = program;
  const port = Number(new URL(url).port);
  const authorization = `Bearer ${OWNER_TOKEN}`;
  const findings: string[] = [];
  const statuses: Record<string, number> = {};
  let requests = 0;
  let sockets = 0;

  async function send(what: string, init: RequestInit & { path?: string }): Promise<void> {
    requests++;
    const cut = AbortSignal.timeout(ANSWER_MS);
    try {
      const response = await fetch(`${url}${init.path ?? "/graphql"}`, {
        ...init,
        signal: cut,
        headers: { authorization, ...(init.headers as object) },
      });
      statuses[response.status] = (statuses[response.status] ?? 0) + 1;
      // A stream of events has no end of its own.
      const streamed = response.headers.get("content-type")?.includes("event-stream") ?? false;
      if (streamed) {
        await response.body?.cancel();
        return;
      }
      const text = await response.text();
      const reason = /"code":"(UNAVAILABLE|STORAGE_FULL|TOO_MANY_SUBSCRIPTIONS)"/.test(text);
      if (response.status >= 500 && !reason) findings.push(`${response.status} to ${what}: ${text.slice(0, 500)}`);
      else if (text.includes('"code":"INTERNAL"')) findings.push(`INTERNAL to ${what}: ${text.slice(0, 500)}`);
    } catch (error) {
      findings.push(`no answer to ${what}: ${String((error as Error).cause ?? error)}`);
    }
  }

  const json = { "content-type": "application/json" };
  const post = (body: string, headers: object = json, path?: string) =>
    send(`${path ?? ""} ${body.slice(0, 3_000)}`, {
      method: "POST",
      body,
      headers: headers as Record<string, string>,
      ...(path ? { path } : {}),
    });

  const make = createOperations(createSchema(), random, await someIds(url, authorization));
  const frames = createFrames(random);
  const rss: number[] = [];
  const rssMb = () =>
    (Number(readFileSync(`/proc/${String(program.child.pid)}/statm`, "utf8").split(" ")[1]) * PAGE_KB) / 1_024;

  async function one(): Promise<void> {
    const choice = random();
    const operation = make.operation();
    if (choice < 0.65) return post(JSON.stringify(operation));
    if (choice < 0.75) return post(JSON.stringify({ ...operation, query: make.spoilt(operation.query) }));
    if (choice < 0.8) return post(make.spoilt(JSON.stringify(operation)));
    if (choice < 0.83)
      return post(JSON.stringify(operation), { ...json, accept: "text/event-stream" }, "/graphql/stream");
    if (choice < 0.86) {
      const path = `/events?${String(new URLSearchParams({ after: make.pick(make.NASTY), type: make.pick(make.NASTY), limit: make.pick(make.NASTY) }))}`;
      return send(path, { path });
    }
    if (choice < 0.9)
      return post(
        JSON.stringify({ link: make.pick(make.NASTY), name: make.pick(make.NASTY), password: make.pick(make.NASTY) }),
        json,
        "/auth/setup",
      );
    sockets++;
    const headers = make.chance(0.6) ? `Authorization: ${authorization}\r\n` : "";
    await brokenSocket(port, Array.from({ length: 1 + Math.floor(random() * 8) }, frames.next), headers, 300);
  }

  const until = performance.now() + ms;
  try {
    const lane = async () => {
      while (performance.now() < until && program.child.exitCode === null && findings.length < 20) {
        await one();
        rss.push(rssMb());
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
    if (program.child.exitCode !== null) findings.push(`the program ended with ${program.child.exitCode}`);
    const said = program
      .output()
      .split("\n")
      .filter((line) => line.includes('"level":50') || line.includes("Error:"));
    findings.push(...said.slice(0, 10).map((line) => `its log: ${line.slice(0, 800)}`));
  } finally {
    await program.terminate();
    rmSync(folder, { recursive: true, force: true });
  }
  const early = Math.round(median(rss.slice(rss.length / 3, (rss.length * 4) / 9)));
  const late = Math.round(median(rss.slice((rss.length * 8) / 9)));
  if (late - early > GROWTH_MB) findings.push(`memory grew from ${early} to ${late} MB`);
  return { seed, requests, sockets, statuses, rssMb: { early, late }, findings };
}

/** Of some tasks and their runs, which the operations may meet. */
async function someIds(url: string, authorization: string): Promise<string[]> {
  const ask = async (query: string, variables?: object) => {
    const response = await fetch(`${url}/graphql`, {
      method: "POST",
      headers: { authorization, "content-type": "application/json" },
      body: JSON.stringify({ query, variables }),
    });
    return ((await response.json()) as { data: Record<string, never> }).data as Record<
      string,
      Record<string, { id: string }>
    >;
  };
  const create = "mutation($input: CreateTaskInput!) { made: createTask(input: $input) { task { id } } }";
  const trigger = "mutation($id: ID!) { made: triggerTask(input: { id: $id }) { run { id } } }";
  const ids: string[] = [];
  for (let i = 0; i < 5; i++) {
    const input = {
      name: `task ${i}`,
      schedule: { cron: { expression: "* * * * * *", timezone: "UTC" } },
      target: { http: { url: "http://127.0.0.1:9/" } },
    };
    const id = (await ask(create, { input })).made?.task?.id as string;
    ids.push(id, (await ask(trigger, { id })).made?.run?.id as string);
  }
  return ids;
}
