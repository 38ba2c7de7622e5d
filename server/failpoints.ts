// For the chaos tests alone: kills this process with SIGKILL at a named point of a run's life. There is none of it unless
// CRONOGRAPH_FAILPOINT says `POINT` or `POINT:N` (at the Nth time). It stands around the executor's seams, not in its code.
import { StartupError } from "./domain/errors.ts";
import type { Clock, Runner, Runners, Store, StoreTransaction, TargetResult, Work } from "./domain/ports.ts";

export const FAILPOINTS = [
  /** The start is committed; nothing has been done for it. */
  "after-claim",
  /** The target was called and has not answered. */
  "during-call",
  /** The target has answered; its result waits to be written. */
  "after-call",
  /** The result is written, its transaction is open. */
  "before-result",
  /** The result is committed; nobody has been told. */
  "after-result",
] as const;
export type Failpoint = (typeof FAILPOINTS)[number];
/** `blocked-loop:MS` kills nothing: SIGUSR2 then holds the event loop up for so long, as a long computation would. */
const BLOCKED_LOOP = "blocked-loop";

const DURING_CALL_MS = 100;

export interface Failpoints {
  runners(real: Runners): Runners;
  store(real: Store): Store;
}

/** Undefined without a failpoint. @throws StartupError for one that is not known */
export function readFailpoints(text: string | undefined, clock: Clock): Failpoints | undefined {
  if (!text) return undefined;
  const [name = "", times = "1"] = text.split(":");
  if (name === BLOCKED_LOOP) {
    const never = new Int32Array(new SharedArrayBuffer(4));
    process.on("SIGUSR2", () => Atomics.wait(never, 0, 0, Number(times)));
    return undefined;
  }
  if (!(FAILPOINTS as readonly string[]).includes(name))
    throw new StartupError(
      `CRONOGRAPH_FAILPOINT=${text}: no such point. Points: ${[...FAILPOINTS, BLOCKED_LOOP].join(", ")}.`,
    );
  let left = Number(times);
  const reach = (point: Failpoint) => {
    if (point === name && --left === 0) process.kill(process.pid, "SIGKILL");
  };
  return { runners: (real) => watchedRunners(real, clock, reach), store: (real) => watchedStore(real, reach) };
}

type Reach = (point: Failpoint) => void;

function watchedRunners(real: Runners, clock: Clock, reach: Reach): Runners {
  const watched = (runner: Runner): Runner => ({
    capacity: runner.capacity,
    stop: () => runner.stop(),
    async run(work: Work): Promise<TargetResult> {
      reach("after-claim");
      const cancel = clock.after(DURING_CALL_MS, () => reach("during-call"));
      const result = await runner.run(work).finally(cancel);
      reach("after-call");
      return result;
    },
  });
  return Object.fromEntries(
    Object.entries(real).map(([kind, runner]) => [kind, watched(runner as Runner)]),
  ) as unknown as Runners;
}

function watchedStore(real: Store, reach: Reach): Store {
  async function write<T>(work: (tx: StoreTransaction) => Promise<T>): Promise<T> {
    let results = 0;
    const answer = await real.write((tx) => {
      const report: StoreTransaction["report"] = async (gathered) => {
        const paused = await tx.report(gathered);
        results = gathered.completions.length;
        if (results > 0) reach("before-result");
        return paused;
      };
      return work({ ...tx, report });
    });
    if (results > 0) reach("after-result");
    return answer;
  }
  return new Proxy(real, {
    get(target, key) {
      if (key === "write") return write;
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}
