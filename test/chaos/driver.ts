// Makes tasks, triggers and cancels through the API as a client would, and keeps what became of each.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { RigClock } from "./clock.ts";
import { cronOf, type Timing, wallClock } from "./oracle.ts";
import { change, type Outcome } from "./requests.ts";

export interface Made {
  readonly name: string;
  readonly timing: Timing;
  readonly outcome: Outcome<unknown>["kind"];
  readonly id: string | null;
  /** When it was asked for and when the answer was there, by the program's clock. */
  readonly sentAt: number;
  readonly ackedAt: number;
  readonly options: TaskOptions;
}

export interface TaskOptions {
  readonly target: "HTTP" | "MODULE" | "SHELL" | "WORKER";
  /** How long a call takes. */
  readonly ms: number;
  /** How its attempts up to `bad` go wrong. */
  readonly mode?: "500" | "429" | "reset" | "hang" | "drip";
  readonly bad?: number;
  readonly missed: "ALL" | "LAST" | "SKIP" | "LAST_N";
  readonly overlap: "ALLOW" | "SKIP";
}

/** What was asked for by hand, by the key that makes it happen once. */
export interface Triggered {
  readonly key: string;
  readonly run: string;
}

export interface Cancelled {
  readonly run: string;
  /** Real time; null when no answer said that it was done. */
  readonly ackedAt: number | null;
}

export interface Driver {
  readonly tasks: Made[];
  readonly triggered: Triggered[];
  readonly cancelled: Cancelled[];
  readonly unknown: () => number;
  steady(): Promise<void>;
  once(): Promise<void>;
  trigger(): Promise<void>;
  cancel(): Promise<void>;
  /** Asks again for what had no answer: it must have happened once at most. */
  settle(): Promise<void>;
}

export const QUEUE = "chaos";
export const LAST_N = 3;
/** An attempt that hangs ends by this. */
const HANG_TIMEOUT = "PT2S";
const COMMAND = fileURLToPath(new URL("call-shell.mjs", import.meta.url));
export const MODULES = join(fileURLToPath(new URL(".", import.meta.url)), "tasks");
const PLAIN: TaskOptions = { target: "HTTP", ms: 0, missed: "ALL", overlap: "ALLOW" };
const ZONES = ["Asia/Kathmandu", "America/St_Johns", "Pacific/Chatham", "Europe/Berlin"];
const every = (step: number) => Array.from({ length: 60 / step }, (_, index) => index * step);

/** What is made before the first fault: every kind of target, of trouble with it, of schedule and of policy. */
export function steadyTasks(now: number): [Timing, Partial<TaskOptions>][] {
  const hour = (zone: string, later: number) => (new Date(wallClock(zone, now)).getUTCHours() + later) % 24;
  const [kathmandu, johns, chatham, berlin] = ZONES as [string, string, string, string];
  return [
    [{ kind: "every", seconds: 1 }, {}],
    [
      { kind: "every", seconds: 1 },
      { ms: 300, missed: "LAST" },
    ],
    [
      { kind: "every", seconds: 2 },
      { ms: 1_500, missed: "SKIP" },
    ],
    [
      { kind: "every", seconds: 3 },
      { ms: 700, missed: "LAST_N" },
    ],
    [
      { kind: "every", seconds: 1 },
      { ms: 1_300, overlap: "SKIP", missed: "LAST" },
    ],
    [
      { kind: "every", seconds: 4 },
      { mode: "500", bad: 2 },
    ],
    [
      { kind: "every", seconds: 7 },
      { mode: "429", bad: 1 },
    ],
    [
      { kind: "every", seconds: 5 },
      { mode: "reset", bad: 1 },
    ],
    [
      { kind: "every", seconds: 6 },
      { mode: "hang", bad: 1, missed: "LAST" },
    ],
    [{ kind: "every", seconds: 5 }, { mode: "drip" }],
    [
      { kind: "every", seconds: 3 },
      { target: "MODULE", ms: 200, missed: "LAST" },
    ],
    [
      { kind: "every", seconds: 6 },
      { target: "SHELL", ms: 300, missed: "LAST" },
    ],
    [
      { kind: "every", seconds: 2 },
      { target: "WORKER", missed: "LAST" },
    ],
    [{ kind: "clock", zone: kathmandu, seconds: every(4), hours: [hour(kathmandu, 0), hour(kathmandu, 1)] }, {}],
    [{ kind: "clock", zone: johns, seconds: [7, 22, 37, 52], hours: null }, { missed: "LAST" }],
    [{ kind: "clock", zone: chatham, seconds: every(1), hours: [hour(chatham, 6)] }, {}],
    [{ kind: "clock", zone: berlin, seconds: every(5), hours: [hour(berlin, 0), hour(berlin, 2)] }, { ms: 100 }],
  ];
}

export function targetOf(ledger: string, name: string, { target, ms, mode, bad }: TaskOptions): object {
  const url = `${ledger}/${encodeURIComponent(name)}?ms=${Math.round(ms)}${mode ? `&mode=${mode}&bad=${bad ?? 0}` : ""}`;
  switch (target) {
    case "HTTP":
      return { target: { http: { url, method: "POST" } } };
    case "MODULE":
      return { target: { module: { name: "call" } }, payload: { url } };
    case "SHELL":
      return { target: { shell: { command: [process.execPath, COMMAND, url] } } };
    case "WORKER":
      return { target: { worker: { queue: QUEUE } } };
  }
}

export function scheduleOf(timing: Timing, random: () => number): object {
  if (timing.kind === "every") return { every: { interval: `PT${timing.seconds}S`, anchor: "1970-01-01T00:00:00Z" } };
  if (timing.kind === "clock") return { cron: cronOf(timing) };
  // Half of them as a clock on a wall would show it.
  const timezone = "Asia/Kolkata";
  if (random() < 0.5) return { once: { at: new Date(timing.at).toISOString() } };
  return { once: { local: new Date(wallClock(timezone, timing.at)).toISOString().slice(0, 19), timezone } };
}

/** What every task of the rig is made with. */
export const POLICIES = {
  retry: { maxAttempts: 5, initialDelay: "PT1S", maxDelay: "PT2S", jitter: true },
  catchUpLimit: LAST_N,
  timeout: "PT30S",
} as const;

export function createDriver(
  url: string,
  ledger: string,
  clock: RigClock,
  random: () => number,
  withShell: boolean,
): Driver {
  const tasks: Made[] = [];
  const triggered: Triggered[] = [];
  const cancelled: Cancelled[] = [];
  /** Asked for without an answer. */
  const open: { key: string; id: string }[] = [];
  let unknown = 0;
  let keys = 0;

  async function create(timing: Timing, given: Partial<TaskOptions>): Promise<void> {
    const options = { ...PLAIN, ...given };
    const name = `task ${tasks.length}${options.mode ? ` ${options.mode}` : ""}`;
    const input = {
      name,
      schedule: scheduleOf(timing, random),
      ...targetOf(ledger, name, options),
      ...POLICIES,
      ...(options.mode === "hang" ? { timeout: HANG_TIMEOUT } : {}),
      missedRunPolicy: options.missed,
      overlapPolicy: options.overlap,
    };
    const sentAt = clock.at(Date.now()).from;
    // A request that a stopped process left lying may come after its instant.
    const expected = timing.kind === "once" ? ["DATE_IN_PAST"] : [];
    const outcome = await change(url, "createTask", "task { id }", input, expected);
    if (outcome.kind === "unknown") unknown++;
    const id: string | null = outcome.kind === "ok" ? outcome.payload.task.id : null;
    tasks.push({ name, timing, outcome: outcome.kind, id, sentAt, ackedAt: clock.at(Date.now()).to, options });
  }

  async function ask(key: string, id: string): Promise<string | undefined> {
    const outcome = await change(url, "triggerTask", "run { id }", { id, idempotencyKey: key });
    if (outcome.kind === "unknown") {
      unknown++;
      open.push({ key, id });
    }
    if (outcome.kind !== "ok") return undefined;
    triggered.push({ key, run: outcome.payload.run.id });
    return outcome.payload.run.id;
  }

  /** One that waits for nobody: HTTP, any overlap. */
  const any = () => tasks.filter(({ id, options }) => id && options.target === "HTTP" && options.overlap === "ALLOW" && !options.mode); // biome-ignore format: one thought
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];

  return {
    tasks,
    triggered,
    cancelled,
    unknown: () => unknown,
    async steady() {
      for (const [timing, options] of steadyTasks(clock.now()))
        if (withShell || options.target !== "SHELL") await create(timing, options);
    },
    async once() {
      const at = Math.ceil((clock.now() + 1_500 + random() * 6_000) / 1_000) * 1_000;
      await create({ kind: "once", at }, { ms: random() * 500, target: pick(["HTTP", "HTTP", "MODULE"]) ?? "HTTP" });
    },
    async trigger() {
      const task = pick(any());
      if (task) await ask(`key ${keys++}`, task.id as string);
    },
    async cancel() {
      const slow = tasks.find(({ id, options }) => id && options.ms === 1_500);
      const run = slow && (await ask(`key ${keys++}`, slow.id as string));
      if (!run) return;
      await new Promise((resolve) => setTimeout(resolve, random() * 1_000));
      const outcome = await change(url, "cancelRun", "run { id }", { id: run }, ["ILLEGAL_STATE"]);
      if (outcome.kind === "ok" || outcome.kind === "unknown")
        cancelled.push({ run, ackedAt: outcome.kind === "ok" ? Date.now() : null });
    },
    async settle() {
      for (const { key, id } of open.splice(0)) await ask(key, id);
    },
  };
}
