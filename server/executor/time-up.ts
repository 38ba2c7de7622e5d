// The bounds of an attempt's time: for the whole of it, for the first sign of its work, and for its silence. What is up first stops it.
import type { Clock } from "../domain/ports.ts";
import type { Task } from "../domain/types.ts";

export type TimeUp = "TIMEOUT" | "START_TIMEOUT" | "SILENCE_TIMEOUT";

export interface TimeWatch {
  /** A sign of life. */
  alive(): void;
  stop(): void;
}

export function watchTime(task: Task, clock: Clock, stop: (reason: TimeUp) => void): TimeWatch {
  const { timeoutMs, startTimeoutMs, silenceTimeoutMs } = task;
  const cancelRun = clock.after(timeoutMs, () => stop("TIMEOUT"));
  let cancelStart = startTimeoutMs === null ? () => {} : clock.after(startTimeoutMs, () => stop("START_TIMEOUT"));
  let cancelSilence = () => {};
  let heardAt = clock.now();

  /** One timer for any number of signs: it looks how long ago the last one was. */
  function listen(silenceMs: number): void {
    const left = heardAt + silenceMs - clock.now();
    if (left <= 0) stop("SILENCE_TIMEOUT");
    else cancelSilence = clock.after(left, () => listen(silenceMs));
  }
  if (silenceTimeoutMs !== null) listen(silenceTimeoutMs);

  return {
    alive() {
      heardAt = clock.now();
      cancelStart();
      cancelStart = () => {};
    },
    stop() {
      cancelRun();
      cancelStart();
      cancelSilence();
    },
  };
}

const seconds = (ms: number | null): string => `${(ms ?? 0) / 1_000} s`;

export function timeUpText(reason: TimeUp, task: Task): string {
  switch (reason) {
    case "TIMEOUT":
      return `It took longer than the task's timeout of ${seconds(task.timeoutMs)} and was stopped.`;
    case "START_TIMEOUT":
      return `It showed no sign of having begun within the task's start timeout of ${seconds(task.startTimeoutMs)} and was stopped.`;
    case "SILENCE_TIMEOUT":
      return `It said nothing for ${seconds(task.silenceTimeoutMs)}, the task's silence timeout, and was stopped.`;
  }
}
