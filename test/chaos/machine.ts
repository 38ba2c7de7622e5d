// What the machine did to a round: the spans in which it held up the rig or the program under test, and nothing beside them.
import { readFileSync } from "node:fs";
import type { Fault } from "./observed.ts";

const SAMPLE_MS = 200;
/** The rig's own event loop came so much later than it was asked to. Its own work holds it up for some tens of milliseconds. */
const LATE_MS = 500;
/** Of a second that a process wanted to run it waited for a processor so long: it came forward at less than a third of its pace. */
const WINDOW_MS = 1_000;
const MOST_WAITED_MS = 700;
/** What was begun before a span ends in it, and what it has held up is done soon after. */
const MARGIN_MS = 2_000;

/** In real time. */
export interface Sample {
  readonly at: number;
  /** How long each process has waited for a processor since its start, ready to run. */
  readonly waitedMs: ReadonlyMap<number, number>;
}

/**
 * Lateness is measured, not guessed from how much is going on: with a load of ten, whoever wants little still runs in time, and a
 * hypervisor that takes the processors away shows in no load at all. So neither the load average nor the machine's pressure, which
 * says that somebody waits and not who, excuses anything.
 */
export function hindrancesIn(samples: readonly Sample[]): Fault[] {
  const spans: { from: number; to: number }[] = [];
  const note = (from: number, to: number) => {
    const last = spans.at(-1);
    const span = { from: from - MARGIN_MS, to: to + MARGIN_MS };
    if (!last || span.from > last.to) return void spans.push(span);
    last.from = Math.min(last.from, span.from);
    last.to = Math.max(last.to, span.to);
  };
  let first = 0;
  for (const [index, sample] of samples.entries()) {
    const before = samples[index - 1];
    if (before && sample.at - before.at > SAMPLE_MS + LATE_MS) note(before.at, sample.at);
    while (first + 1 < index && sample.at - (samples[first + 1] as Sample).at >= WINDOW_MS) first++;
    const start = samples[first] as Sample;
    const asked = sample.at - start.at;
    // Over a longer time the same share would be less than this.
    if (asked < WINDOW_MS || asked > WINDOW_MS + LATE_MS) continue;
    for (const [pid, waited] of sample.waitedMs) {
      const since = start.waitedMs.get(pid);
      if (since !== undefined && waited - since >= MOST_WAITED_MS) note(start.at, sample.at);
    }
  }
  return spans.map((span) => ({ kind: "stall", ...span }));
}

/** Of its main thread, which does all that is a matter of time. A stopped process does not wait. */
function waitedMs(pid: number): number | undefined {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, "utf8").split(" ")[1]) / 1_000_000;
  } catch {
    // It has ended, or the kernel does not count.
    return undefined;
  }
}

/** Until it is ended. `pids`: of the program under test, as they are now. */
export function watchMachine(pids: () => readonly number[]): { stalls(): Fault[]; end(): void } {
  const samples: Sample[] = [];
  const sample = () => {
    const waited = [process.pid, ...pids()].flatMap((pid) => {
      const ms = waitedMs(pid);
      return ms === undefined ? [] : [[pid, ms] as const];
    });
    samples.push({ at: Date.now(), waitedMs: new Map(waited) });
  };
  sample();
  const watch = setInterval(sample, SAMPLE_MS);
  return { stalls: () => hindrancesIn(samples), end: () => clearInterval(watch) };
}
