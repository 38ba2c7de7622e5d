// What the end of a command means, in words.
import { constants } from "node:os";
import { shown } from "../../domain/errors.ts";
import type { TargetResult } from "../../domain/ports.ts";
import type { FailureFacts, Json, RunError, ShellTarget } from "../../domain/types.ts";

/** One of both is not null. */
export interface Exit {
  readonly code: number | null;
  readonly signal: string | null;
}

const LAST_WORDS_LENGTH = 500;

export function exitResult(
  { successExitCodes }: Pick<ShellTarget, "successExitCodes">,
  { code, signal }: Exit,
  output: { stdout: string; stdoutTruncated: boolean },
  lastWords: string,
): TargetResult {
  const result: Json = { exitCode: code, signal, ...output };
  if (code !== null && successExitCodes.includes(code)) return { ok: true, result };
  return { ok: false, error: failure(code, signal, successExitCodes, lastWords), result };
}

function failure(
  code: number | null,
  signal: string | null,
  successExitCodes: readonly number[],
  lastWords: string,
): RunError & FailureFacts {
  const words = lastWords === "" ? "" : ` Its last words: ${lastWords.trim().slice(0, LAST_WORDS_LENGTH)}`;
  if (code === null) return { code: "SIGNAL", message: `The command was ended by ${signal ?? "a signal"}.${words}` };
  const wanted =
    successExitCodes.length === 1 && successExitCodes[0] === 0
      ? ""
      : `; ${successExitCodes.join(", ")} would be success`;
  const message = `The command ended with exit code ${code}${meaning(code)}${wanted}.${words}`;
  return { code: "EXIT_CODE", message, exitCode: code };
}

/** The classes of POSIX shells: "Exit Status for Commands", XCU 2.8.2. */
export function meaning(code: number): string {
  if (code === 126) return ", by which a shell says that a program cannot be executed";
  if (code === 127) return ", by which a shell says that there is no such program";
  const signal = Object.entries(constants.signals).find(([, number]) => number === code - 128)?.[0];
  return signal ? `, by which a shell says that ${signal} ended a program` : "";
}

/** `about`: the program, or with no error the whole reason. */
export function spawnFailed(about: string, error?: NodeJS.ErrnoException): TargetResult {
  return { ok: false, error: { code: "SPAWN_FAILED", message: error ? reason(about, error) : about } };
}

function reason(program: string, error: NodeJS.ErrnoException): string {
  switch (error.code) {
    case "ENOENT":
      return program.includes("/")
        ? `There is no program ${shown(program)}, or not the one that its first line names.`
        : `No program ${shown(program)} was found in PATH.`;
    case "EACCES":
      return `The program ${shown(program)} may not be executed by the server's user.`;
    case "ENOEXEC":
      return `The file ${shown(program)} is no program: it has no first line like "#!/bin/sh".`;
    case "E2BIG":
      return `The arguments and variables of ${shown(program)} are more than the system takes.`;
    default:
      return `The program ${shown(program)} could not be started: ${error.message}`;
  }
}
