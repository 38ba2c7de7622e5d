// The program's clock as the rig knows it: real time, plus what libfaketime makes of it. Rows are in the program's time, the
// ledger in real time; one is compared with the other only through this page.
import { existsSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

interface Segment {
  readonly from: number;
  readonly offsetMs: number;
  /** The clock runs this much too fast. */
  readonly drift: number;
}

/** What the program's clock showed at some real instants, in ms since 1970. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface RigClock {
  /** Of the environment of a program that lives by this clock. */
  readonly env: Readonly<Record<string, string>>;
  set(offsetMs: number, drift?: number): void;
  offsetMs(): number;
  now(): number;
  /** At a real instant: certain but for a drift. */
  at(real: number): Span;
  /** Everything that it showed between two real instants. */
  during(from: number, to: number): Span;
  /** Whether it was ever set back, or went wrong by an amount that nobody knows to the millisecond. */
  wentBack(): boolean;
  stop(pids: readonly number[]): void;
}

export function findFaketime(): string | undefined {
  for (const folder of existsSync("/usr/lib") ? readdirSync("/usr/lib") : []) {
    const library = join("/usr/lib", folder, "faketime", "libfaketime.so.1");
    if (existsSync(library)) return library;
  }
  return undefined;
}

/** How far a drift may take the clock in a round: from which instant libfaketime counts it, it does not say. */
const MOST_DRIFT_MS = 10_000;

/** Real time when `file` is null. */
export function createClock(file: string | null): RigClock {
  const library = file === null ? undefined : findFaketime();
  if (file !== null && !library) throw new Error("Clock steps need libfaketime (Debian's package faketime).");
  const segments: Segment[] = [{ from: 0, offsetMs: 0, drift: 0 }];
  const last = () => segments.at(-1) as Segment;
  const write = ({ offsetMs, drift }: Segment) => {
    if (file === null) return;
    const seconds = `${offsetMs < 0 ? "-" : "+"}${Math.abs(offsetMs) / 1_000}`;
    // A rate that is not named again stays.
    const rate = segments.some((segment) => segment.drift > 0) || drift > 0 ? ` x${1 + drift}` : "";
    writeFileSync(`${file}.new`, seconds + rate);
    renameSync(`${file}.new`, file);
  };
  write(last());
  const span = ({ offsetMs, drift }: Segment, real: number): Span => {
    const ahead = drift === 0 ? 0 : MOST_DRIFT_MS;
    return { from: real + offsetMs, to: real + offsetMs + ahead };
  };
  const segmentAt = (real: number) => segments.findLast(({ from }) => from <= real) as Segment;
  return {
    env: library
      ? {
          LD_PRELOAD: library,
          FAKETIME_TIMESTAMP_FILE: file as string,
          FAKETIME_NO_CACHE: "1",
          FAKETIME_DONT_FAKE_MONOTONIC: "1",
          NO_FAKE_STAT: "1",
        }
      : {},
    set(offsetMs, drift = 0) {
      const segment = { from: Date.now(), offsetMs, drift };
      write(segment);
      segments.push(segment);
    },
    offsetMs: () => last().offsetMs,
    now: () => Date.now() + last().offsetMs,
    at: (real) => span(segmentAt(real), real),
    during(from, to) {
      const pieces = segments.flatMap((segment, index) => {
        const end = segments[index + 1]?.from ?? Number.POSITIVE_INFINITY;
        if (end < from || segment.from > to) return [];
        return [span(segment, Math.max(from, segment.from)), span(segment, Math.min(to, end))];
      });
      return { from: Math.min(...pieces.map((one) => one.from)), to: Math.max(...pieces.map((one) => one.to)) };
    },
    wentBack: () => segments.some(({ offsetMs, drift }, index) => drift > 0 || offsetMs < (segments[index - 1]?.offsetMs ?? 0)), // biome-ignore format: one thought
    /** What libfaketime leaves behind in shared memory when its process is killed. */
    stop(pids) {
      if (!library) return;
      for (const pid of pids)
        for (const name of [`faketime_shm_${pid}`, `sem.faketime_sem_${pid}`])
          rmSync(join("/dev/shm", name), { force: true });
    },
  };
}
