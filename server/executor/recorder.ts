// Gathers what running attempts say and writes it in batches: whatever comes while a write is going shares the next commit.
// Drops nothing: what may wait is bounded by the attempts, each of which passes on no more lines than are kept of a run. A write
// that fails is tried again with what has come since, until the lease is lost.
// States: idle → (add) waiting a moment → writing → idle or waiting; `flush` writes at once and resolves when all is written.

import { pauseWanted } from "../domain/auto-pause.ts";
import { StorageError } from "../domain/errors.ts";
import type { NewId } from "../domain/planning.ts";
import type {
  Clock,
  Completion,
  NewLogLine,
  ProgressReport,
  Report,
  Store,
  StoreTransaction,
} from "../domain/ports.ts";
import type { Log } from "../log.ts";

/**
 * How long log lines and progress may wait for company, and how long a completion: one turn of the event loop. Prisma's SQLite
 * driver never yields to it, so that without a pause each answer that has come would be written alone, with a commit of its own.
 */
const GATHER = { linesMs: 20, completionsMs: 2 };
/** Simulated time stands still while work is done: what ends at an instant is written at that instant. */
const GATHER_SIMULATED = { linesMs: 0, completionsMs: 0 };
const RETRY_MS = 500;
/** A report's size: keeps one transaction short. */
const AT_ONCE = 1_000;

export interface Recorder {
  line(line: NewLogLine): void;
  progress(report: ProgressReport): void;
  /** Resolves when the completion is committed, or refused because another attempt holds the run. */
  complete(completion: Completion): Promise<void>;
  flush(): Promise<void>;
  /** Sees to it that what has ended is written before whatever is given to the store next. Waits for a write that is going. */
  ahead(): Promise<void>;
  /**
   * Whether something waits because the database took no writes: what is decided before it is written takes ended runs for going. To be
   * asked within the transaction that decides, after `ahead`: a write before it in the same commit may just have failed.
   */
  behind(): boolean;
  /** Gives up what could not be written, and answers how many results that is: their runs are found lost by another instance. */
  abandon(): number;
}

export interface RecorderDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly instanceId: string;
  readonly newId: NewId;
}

export function createRecorder({ store, clock, log, instanceId, newId }: RecorderDeps): Recorder {
  const gather = clock.simulated ? GATHER_SIMULATED : GATHER;
  let lines: NewLogLine[] = [];
  let progress: ProgressReport[] = [];
  let completions: { completion: Completion; done: () => void }[] = [];
  let writing: Promise<void> | undefined;
  let busy = false;
  let inFlight: Promise<void> | undefined;
  let behind = false;
  let abandoned = false;
  let timer: { at: number; cancel: () => void } | undefined;

  function schedule(delayMs: number): void {
    const at = clock.now() + delayMs;
    if (writing || (timer && timer.at <= at)) return;
    timer?.cancel();
    timer = { at, cancel: clock.after(delayMs, () => void write()) };
  }

  function write(): Promise<void> {
    timer?.cancel();
    timer = undefined;
    if (writing) return writing;
    const turn = writeAll();
    // With nothing to write the turn is over already, and nothing would ever clear it again.
    if (busy) writing = turn;
    return turn;
  }

  /** Gives the next batch to the store at once. Resolves when it is written or back in its place. */
  function submit(): Promise<void> {
    // All lines go before any completion of theirs: a run's last line is there when its end is.
    const batch = { lines: lines.splice(0, AT_ONCE), progress: progress.splice(0), ended: [] as typeof completions };
    if (lines.length === 0) batch.ended = completions.splice(0, AT_ONCE);
    const report: Report = {
      instanceId,
      at: clock.now(),
      lines: batch.lines,
      progress: batch.progress,
      completions: batch.ended.map(({ completion }) => completion),
    };
    const work = async (tx: StoreTransaction) => {
      try {
        await pauseWanted(tx, await tx.report(report), report.at, newId);
      } catch (error) {
        behind = true;
        throw error;
      }
    };
    inFlight = store.write(work).then(
      () => {
        inFlight = undefined;
        behind = false;
        for (const { done } of batch.ended) done();
      },
      (error: unknown) => {
        inFlight = undefined;
        behind = true;
        const waiting = { completions: batch.ended.length, lines: batch.lines.length };
        if (error instanceof StorageError)
          log.debug({ ...waiting, code: error.code }, "results wait for the database to take writes");
        else log.error({ ...waiting, err: error }, "could not write results; trying again");
        lines = [...batch.lines, ...lines];
        progress = [...batch.progress, ...progress];
        completions = [...batch.ended, ...completions];
      },
    );
    return inFlight;
  }

  async function writeAll(): Promise<void> {
    busy = true;
    while (!abandoned && (inFlight || lines.length + progress.length + completions.length > 0)) {
      await (inFlight ?? submit());
      const pauseMs = behind ? RETRY_MS : gather.completionsMs;
      if (pauseMs > 0) await new Promise<void>((resolve) => clock.after(pauseMs, resolve));
    }
    // In the same turn as the last look at the queues: what comes after it schedules the next write.
    writing = undefined;
    busy = false;
  }

  return {
    line(line) {
      lines.push(line);
      schedule(gather.linesMs);
    },
    progress(report) {
      progress = [...progress.filter((waiting) => waiting.runId !== report.runId), report];
      schedule(gather.linesMs);
    },
    complete(completion) {
      return new Promise((resolve) => {
        completions.push({ completion, done: resolve });
        schedule(gather.completionsMs);
      });
    },
    flush: async () => {
      while (!abandoned && (writing || inFlight || lines.length + progress.length + completions.length > 0))
        await write();
    },
    async ahead() {
      while (completions.length > 0 || inFlight) {
        // What failed is tried again in its own time.
        if (behind || abandoned) return;
        if (inFlight) await inFlight;
        else {
          const going = submit();
          if (completions.length === 0) return;
          await going;
        }
      }
    },
    behind: () => behind,
    abandon() {
      abandoned = true;
      for (const { done } of completions) done();
      return completions.length;
    },
  };
}
