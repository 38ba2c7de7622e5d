// Compares what the ledger and the API say with what must be: DESIGN's guarantees, by arithmetic alone. Uses nothing of the server.
import { data } from "../support/client.ts";
import type { Made } from "./driver.ts";

export interface Call {
  readonly what: "arrived" | "answered";
  readonly at: number;
  readonly task: string;
  readonly run: string;
  readonly attempt: number;
}

export interface Fault {
  readonly kind: string;
  readonly from: number;
  readonly to: number;
}

interface Row {
  id: string;
  state: string;
  trigger: string;
  scheduledFor: string;
  startedAt: string | null;
  attempt: number;
  why: string | null;
  task: { id: string };
  attempts: { nodes: { number: number; startedAt: string; finishedAt: string | null; outcome: string | null }[] };
}

interface Page<T> {
  readonly nodes: T[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

export interface Observed {
  readonly calls: readonly Call[];
  readonly rows: readonly Row[];
  readonly taskIds: ReadonlySet<string>;
  readonly readAt: number;
}

/** What a breach begins with. */
export const RULES = [
  "acknowledged",
  "missed",
  "late",
  "early",
  "dupStart",
  "extraAttempt",
  "ghost",
  "lostResult",
  "unexplained",
  "stuck",
] as const;

/** After a fault, what it held up starts within this. */
const AFTER_FAULT_MS = 20_000;
const WINDOW_MS = 10_000;
const EARLY_MS = 50;
const OPEN = ["SCHEDULED", "QUEUED", "RUNNING", "RETRYING", "HELD"];

const RUNS = `query ($after: Cursor) { runs(first: 100, after: $after, orderBy: { field: SCHEDULED_FOR, direction: ASC }) {
  nodes { id state trigger scheduledFor startedAt attempt why task { id }
    attempts(first: 20) { nodes { number startedAt finishedAt outcome } } }
  pageInfo { hasNextPage endCursor } } }`;
const TASKS = `query ($after: Cursor) { tasks(first: 100, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }`;

export async function observe(url: string, calls: readonly Call[]): Promise<Observed> {
  const readAt = Date.now();
  async function all<T>(text: string, field: string): Promise<T[]> {
    const found: T[] = [];
    for (let after: string | null = null; ; ) {
      const page: Page<T> = (await data(url, text, { after }))[field];
      found.push(...page.nodes);
      if (!page.pageInfo.hasNextPage) return found;
      after = page.pageInfo.endCursor;
    }
  }
  const rows = await all<Row>(RUNS, "runs");
  const tasks = await all<{ id: string }>(TASKS, "tasks");
  return { calls, rows, taskIds: new Set(tasks.map(({ id }) => id)), readAt };
}

/** One line for each breach; none when all rules held. */
export function check(
  { calls, rows, taskIds, readAt }: Observed,
  tasks: readonly Made[],
  triggered: readonly string[],
  faults: readonly Fault[],
): string[] {
  const breaches: string[] = [];
  const say = (rule: string, text: string) => breaches.push(`${rule}: ${text}`);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const touched = (from: number, to: number) => faults.some((fault) => fault.from <= to && fault.to >= from);

  for (const { name, id, outcome } of tasks)
    if (outcome === "ok" && !taskIds.has(id as string)) say("acknowledged", `${name} is gone`);
  for (const id of triggered) if (!byId.has(id)) say("acknowledged", `triggered run ${id} is gone`);

  for (const task of tasks.filter(({ outcome }) => outcome === "ok")) {
    const own = rows.filter((row) => row.task.id === task.id && row.trigger === "SCHEDULE");
    for (const due of dueInstants(task, readAt - WINDOW_MS)) {
      const here = own.filter((row) => Date.parse(row.scheduledFor) === due);
      const what = `${task.name} at ${new Date(due).toISOString()}`;
      const [row] = here;
      if (!row) say("missed", `${what} has no row`);
      else if (here.length > 1) say("dupStart", `${what} has ${here.length} rows`);
      else if (row.startedAt !== null) {
        const late = Date.parse(row.startedAt) - due;
        if (late > WINDOW_MS && !touched(due - 1_000, due + AFTER_FAULT_MS))
          say("late", `${what} started after ${late} ms`);
      } else if (OPEN.includes(row.state)) {
        if (!touched(due - 1_000, readAt)) say("missed", `${what} is still ${row.state}`);
      } else if (!row.why) say("unexplained", `${what} is ${row.state} and says no why`);
      else if (!touched(due - 1_000, due + WINDOW_MS)) say("missed", `${what} is ${row.state} without a fault near it`);
    }
  }

  const starts = new Map<string, number>();
  for (const call of calls) {
    const row = byId.get(call.run);
    if (!row) {
      say("ghost", `run ${call.run} of ${call.task} was called and has no row`);
      continue;
    }
    if (call.what === "arrived") {
      const key = `${call.run} attempt ${call.attempt}`;
      starts.set(key, (starts.get(key) ?? 0) + 1);
      const early = Date.parse(row.scheduledFor) - call.at;
      if (row.trigger === "SCHEDULE" && early > EARLY_MS) say("early", `${key} of ${call.task} came ${early} ms early`);
    } else if (row.state !== "SUCCEEDED" && row.attempt <= call.attempt && !touched(call.at - 1_000, readAt)) {
      say("lostResult", `run ${call.run} was answered and is ${row.state}`);
    } else if (["FAILED", "CANCELLED", "MISSED", "SKIPPED"].includes(row.state) && row.attempt <= call.attempt) {
      say("lostResult", `run ${call.run} was answered and is ${row.state}`);
    }
  }
  for (const [key, times] of starts) if (times > 1) say("dupStart", `${key} was called ${times} times`);
  for (const row of rows) {
    for (const attempt of row.attempts.nodes.filter(({ number }) => number < row.attempt)) {
      const end = attempt.finishedAt === null ? readAt : Date.parse(attempt.finishedAt);
      if (!touched(Date.parse(attempt.startedAt) - 1_000, end))
        say("extraAttempt", `run ${row.id} attempt ${attempt.number} was ${attempt.outcome} without a fault`);
    }
    if (row.state === "RUNNING" && !touched(readAt - AFTER_FAULT_MS, readAt))
      if (Date.parse(row.startedAt ?? "") < readAt - AFTER_FAULT_MS) say("stuck", `run ${row.id} is still RUNNING`);
  }
  return breaches;
}

/** From two seconds after the answer: what is due just then may have been before the task. */
function dueInstants({ everySeconds, at, ackedAt }: Made, until: number): number[] {
  if (everySeconds === null) return at !== null && at <= until ? [at] : [];
  const step = everySeconds * 1_000;
  const due: number[] = [];
  for (let next = Math.ceil((ackedAt + 2_000) / step) * step; next <= until; next += step) due.push(next);
  return due;
}
