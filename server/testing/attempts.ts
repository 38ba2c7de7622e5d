// Attempts inside a simulation: notes what each target is called with and counts who works and who sleeps. An attempt's answer
// waits until all others of its instant have answered or sleep, so that answers come in the order of their calls.
import type { Clock, TargetResult, Work } from "../domain/ports.ts";
import { taskRun } from "../executor/targets/module.ts";
import type { Activity } from "./activity.ts";
import type { SimulatedContext, TestCall } from "./api.ts";
import type { Session } from "./session.ts";
import { milliseconds } from "./time.ts";

/** What an attempt may do beside working; `asked` and `ordered` note what a call became. */
export interface Attempt extends Pick<SimulatedContext, "signal" | "sleep" | "now" | "run"> {
  asked(request: NonNullable<TestCall["request"]>): void;
  ordered(command: NonNullable<TestCall["command"]>): void;
}

export type Carry = (work: Work, target: (attempt: Attempt) => Promise<TargetResult>) => Promise<TargetResult>;

/** `calls` is added to. */
export function createAttempts({ clock, begin }: Session, activity: Activity, calls: TestCall[]): Carry {
  return async (work, target) => {
    const order = calls.length;
    const run = taskRun(work);
    const call = {
      at: new Date(clock.now()),
      run,
      module: work.target.kind === "MODULE" ? work.target.name : null,
      payload: structuredClone(work.payload),
      request: null as TestCall["request"],
      command: null as TestCall["command"],
    };
    calls.push(call);
    const signal = errorSignal(work.signal);
    const naps = createNaps(clock, () => begin(`attempt ${run.attempt} of ${JSON.stringify(run.taskName)} is working`));
    const attempt: Attempt = {
      signal,
      run,
      now: () => new Date(clock.now()),
      sleep: (duration) => naps.sleep(milliseconds("duration", duration), signal),
      asked: (request) => {
        call.request = request;
      },
      ordered: (command) => {
        call.command = command;
      },
    };
    try {
      return await target(attempt);
    } finally {
      naps.end();
      await activity.myTurn(order);
    }
  };
}

/** Aborted with an error, as a module in a thread sees it. */
function errorSignal(signal: AbortSignal): AbortSignal {
  const controller = new AbortController();
  const abort = () => controller.abort(new Error(String(signal.reason)));
  if (signal.aborted) abort();
  else signal.addEventListener("abort", abort, { once: true });
  return controller.signal;
}

/** An attempt works from its beginning to its end, but for the time in which at least one sleep of its is not over. */
function createNaps(clock: Clock, begin: () => () => void) {
  let endWork: (() => void) | null = begin();
  let ended = false;
  const cancels = new Set<() => void>();

  function over(cancel: () => void): void {
    cancels.delete(cancel);
    if (cancels.size === 0 && !ended) endWork ??= begin();
  }

  return {
    sleep(ms: number, signal: AbortSignal): Promise<void> {
      return new Promise((resolve, reject) => {
        if (signal.aborted) return reject(signal.reason as Error);
        const cancelTimer = clock.after(ms, () => {
          signal.removeEventListener("abort", onAbort);
          over(cancelTimer);
          resolve();
        });
        const onAbort = () => {
          cancelTimer();
          over(cancelTimer);
          reject(signal.reason as Error);
        };
        signal.addEventListener("abort", onAbort, { once: true });
        cancels.add(cancelTimer);
        endWork?.();
        endWork = null;
      });
    },
    end() {
      ended = true;
      for (const cancel of cancels) cancel();
      endWork?.();
    },
  };
}
