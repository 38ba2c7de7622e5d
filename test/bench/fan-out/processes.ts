// Server and clients in processes of their own, which take commands as messages and answer each with one.
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** A file of this folder; answers the process and what it says first. */
export async function start(
  name: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<[ChildProcess, Record<string, string>]> {
  const child = fork(fileURLToPath(new URL(`./${name}.ts`, import.meta.url)), {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, ...environment },
  });
  const [hello] = (await once(child, "message")) as [Record<string, string>];
  return [child, hello];
}

// biome-ignore lint/suspicious/noExplicitAny: each command has its own answer
export async function ask(child: ChildProcess, command: object): Promise<any> {
  child.send(command);
  return (await once(child, "message"))[0];
}

export const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
