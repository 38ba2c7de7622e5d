// What can be seen of a round when it is over: the ledger's calls, and all that the API says.
import { data } from "../support/client.ts";
import type { RigClock } from "./clock.ts";
import type { Cancelled, Made, Triggered } from "./driver.ts";
import type { Heard } from "./follower.ts";
import type { Restless } from "./restless.ts";
import type { Act } from "./worker.ts";

/** A line of the ledger, in real time. `cut`: whoever called has not waited for the answer. */
export interface Call {
  readonly what: "arrived" | "answered" | "refused" | "cut";
  readonly at: number;
  readonly task: string;
  readonly run: string;
  readonly attempt: number;
}

/** In real time. */
export interface Fault {
  readonly kind: string;
  readonly from: number;
  readonly to: number;
  /** Of the processes that it touched; all of them where nothing is said. */
  readonly pids?: readonly number[];
  /** Whose runs others had to take over. */
  readonly losses?: readonly Loss[];
  /** Cut off from its database: for how many ms an instance still called itself ready; infinite, if it did to the end. */
  readonly readyFor?: number;
}

/** A process that could go on with nothing that it had going. In real time. */
export interface Loss {
  readonly pid: number;
  /** When it died, stopped or was cut off. */
  readonly at: number;
  /** When somebody was there to take over, if that was later. */
  readonly since?: number;
}

export interface Attempt {
  readonly number: number;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly outcome: string | null;
  readonly error?: { readonly message: string } | null;
  /** Who carried it out; null: a worker. */
  readonly instance?: { readonly pid: number } | null;
}

/** In the program's time, as everything that the API says. */
export interface Row {
  readonly id: string;
  readonly state: string;
  readonly trigger: string;
  readonly scheduledFor: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  readonly dueAt: string | null;
  readonly attempt: number;
  readonly why: string | null;
  readonly blockedBy: { readonly id: string } | null;
  readonly task: { readonly id: string };
  readonly attempts: { readonly nodes: readonly Attempt[] };
}

export interface Seen {
  /** Before the rows were read: each of them has its row. */
  readonly calls: readonly Call[];
  /** After that: whatever rows tell of is among them. */
  readonly allCalls: readonly Call[];
  readonly rows: readonly Row[];
  readonly taskIds: ReadonlySet<string>;
  /** By the program's clock. */
  readonly readAt: number;
}

/** What the rig did and was told. */
export interface Done {
  readonly tasks: readonly Made[];
  readonly triggered: readonly Triggered[];
  /** Whether every trigger has its answer. */
  readonly settled: boolean;
  readonly cancelled: readonly Cancelled[];
  readonly restless: readonly Restless[];
  readonly acts: readonly Act[];
  readonly faults: readonly Fault[];
  /** Whether several instances shared the work: another one may take a run over, or decide what it has not heard of. */
  readonly shared: boolean;
  readonly clock: Pick<RigClock, "at" | "during" | "wentBack">;
  /** The whole log read at the end, and as it was heard over all lives. */
  readonly replayed: readonly Heard[];
  readonly heard: readonly (readonly Heard[])[];
}

const RUNS = `query ($after: Cursor) { runs(first: 100, after: $after, orderBy: { field: SCHEDULED_FOR, direction: ASC }) {
  nodes { id state trigger scheduledFor startedAt finishedAt dueAt attempt why blockedBy { id } task { id }
    attempts(first: 10) { nodes { number startedAt finishedAt outcome error { message } instance { pid } } } }
  pageInfo { hasNextPage endCursor } } }`;
const TASKS = `query ($after: Cursor) { tasks(first: 100, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }`;

interface Page<T> {
  readonly nodes: T[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

const PATIENCE_MS = 15_000;

/** A question changes nothing: on a busy machine a way that has broken is tried again. */
async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (performance.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
  }
}

export async function observe(url: string, readLedger: () => Promise<string>, clock: RigClock): Promise<Seen> {
  const readAt = clock.now();
  async function all<T>(text: string, field: string): Promise<T[]> {
    const found: T[] = [];
    for (let after: string | null = null; ; ) {
      const page: Page<T> = (await patiently(() => data(url, text, { after })))[field];
      found.push(...page.nodes);
      if (!page.pageInfo.hasNextPage) return found;
      after = page.pageInfo.endCursor;
    }
  }
  const ledger = async () =>
    (await readLedger())
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Call);
  const calls = await ledger();
  const rows = await all<Row>(RUNS, "runs");
  const tasks = await all<{ id: string }>(TASKS, "tasks");
  return {
    calls,
    allCalls: await ledger(),
    // A page may move on while runs are added before it.
    rows: [...new Map(rows.map((row) => [row.id, row])).values()],
    taskIds: new Set(tasks.map(({ id }) => id)),
    readAt,
  };
}
