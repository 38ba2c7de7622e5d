// The program's own log: one JSON line for each entry, to standard error. What runs write goes to the store, not here. Names and headers of
// strangers stand in it, so nothing in it may be a line, or a command to the terminal, of its own.
import { type Logger, pino } from "pino";
import { escapeUnseen } from "./domain/errors.ts";

export type Log = Pick<Logger, "debug" | "info" | "warn" | "error">;

export function createLog(level: string): Log {
  const destination = pino.destination({ fd: 2, sync: true });
  return pino(
    { level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime },
    { write: (line: string) => void destination.write(escapeUnseen(line)) },
  );
}
