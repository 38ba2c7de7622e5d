// The program's command line, run as an operator does.
import { execFile } from "node:child_process";
import { PACKAGE_ROOT } from "../../server/package.ts";

export interface Said {
  readonly code: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads answers freely
  readonly out: any;
  readonly err: string;
}

export const cronograph = (database: string, ...args: string[]): Promise<Said> =>
  cronographWith({ DATABASE_URL: database }, ...args);

export function cronographWith(settings: Record<string, string>, ...args: string[]): Promise<Said> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ["--import", "tsx", "server/main.ts", ...args],
      { cwd: PACKAGE_ROOT, env: { PATH: process.env.PATH, ...settings } },
      (error, stdout, stderr) =>
        resolve({
          code: (error?.code as number | undefined) ?? 0,
          out: stdout === "" ? null : JSON.parse(stdout),
          err: stderr,
        }),
    );
  });
}
