// What the tests of commands share: tasks and runs of commands on a real program, and the real processes that come of them.
import { existsSync, readFileSync } from "node:fs";
import { expect } from "vitest";
import { data } from "../support/client.ts";
import { until } from "../support/wait.ts";

export const ALLOWED = { ALLOW_SHELL: "true" };
export const PATH = process.env.PATH ?? "";
export const CREATE = `mutation ($input: CreateTaskInput!) { createTask(input: $input) { task { id version } userErrors { code field message } } }`;
export const TRIGGER = `mutation ($id: ID!) { triggerTask(input: { id: $id }) { run { id } userErrors { code } } }`;
export const CANCEL = `mutation ($id: ID!) { cancelRun(input: { id: $id }) { userErrors { code } } }`;
export const RUN = `query ($id: ID!) { run(id: $id) { id state attempt result resultTruncated scheduledFor error { code message }
  logs(first: 100) { totalCount nodes { number level text } } } }`;

interface Options {
  payload?: unknown;
  timeout?: string;
}

let serial = 0;
export async function create(
  url: string,
  shell: object,
  { payload, timeout = "PT20S" }: Options = {},
): Promise<string> {
  const input = {
    name: `command ${++serial}`,
    schedule: { once: { at: "2099-01-01T00:00:00Z" } },
    target: { shell },
    payload,
    timeout,
    retry: { maxAttempts: 1 },
  };
  const { createTask } = await data(url, CREATE, { input });
  expect(createTask.userErrors).toEqual([]);
  return createTask.task.id;
}

export async function begin(url: string, shell: object, options?: Options): Promise<string> {
  const id = await create(url, shell, options);
  return (await data(url, TRIGGER, { id })).triggerTask.run.id;
}

export const ended = (url: string, id: string) =>
  until(
    `run ${id} is over`,
    async () => {
      const { run } = await data(url, RUN, { id });
      return ["SUCCEEDED", "FAILED", "CANCELLED"].includes(run.state) && run;
    },
    20_000,
  );

export const run = async (url: string, shell: object, options?: Options) =>
  ended(url, await begin(url, shell, options));

// biome-ignore lint/suspicious/noExplicitAny: what comes is what was asked for
export const said = (one: any): string[][] => one.logs.nodes.map(({ level, text }: any) => [level, text]);
export const node = (code: string) => ({ command: [process.execPath, "-e", code] });

/** A process that has ended and is not yet looked after counts as ended. */
export function lives(pid: number): boolean {
  try {
    return !/^\d+ \(.*\) [ZX]/s.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}

/** The process ids that a command has written to a file, once there are so many. */
export const pidsIn = (file: string, count: number) =>
  until(`${count} processes are there`, () => {
    const pids = existsSync(file) ? readFileSync(file, "utf8").trim().split("\n").map(Number) : [];
    return pids.length === count && pids.every((pid) => pid > 0) && pids;
  });

export const gone = (pids: number[]) => until("its processes have ended", () => !pids.some(lives), 5_000);
