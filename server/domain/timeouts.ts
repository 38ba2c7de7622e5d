// The bounds of an attempt's time that a worker must keep by giving signs of life.
import type { Task } from "./types.ts";

/** How long an attempt may go without its first sign of life. */
export const firstSignMs = ({ timeoutMs, startTimeoutMs, silenceTimeoutMs }: Task): number =>
  Math.min(timeoutMs, startTimeoutMs ?? timeoutMs, silenceTimeoutMs ?? timeoutMs);
