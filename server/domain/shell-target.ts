// A command of the machine as plain data.

/** One of `command` and `script` is not null. */
export interface ShellTarget {
  readonly kind: "SHELL";
  /** The program and its arguments; no shell reads them. */
  readonly command: readonly string[] | null;
  /** Run with `/bin/sh -c`. */
  readonly script: string | null;
  /** An absolute path; null: the server's working folder. */
  readonly cwd: string | null;
  readonly env: readonly { readonly name: string; readonly value: string }[];
  readonly successExitCodes: readonly number[];
  /** How long it may take to react to SIGTERM before SIGKILL. */
  readonly stopGraceMs: number;
}
