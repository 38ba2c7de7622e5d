// The example workers against the real program: they take a run, end it, and end themselves when they are asked to.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, it, onTestFinished } from "vitest";
import { OWNER, tokenWith, told, useSignIn } from "../access/support.ts";
import { createTask, done, finished, useSharedApp } from "../api/support.ts";
import { until } from "../support/wait.ts";

const app = useSharedApp();
const startGuarded = useSignIn();
const WORKERS = [
  { command: process.execPath, file: "examples/worker.mjs", result: { got: { to: "me" } } },
  { command: "sh", file: "examples/worker.sh", result: "done" },
];

it.each(WORKERS)("$file carries runs out and stops on SIGTERM", async ({ command, file, result }) => {
  const queue = file.replaceAll("/", "-");
  const task = await createTask(app().url, { target: { worker: { queue } }, payload: { to: "me" } });
  const early = await done(app().url, "triggerTask", { id: task.id });
  const child = spawn(command, [file, app().url, queue], { stdio: "ignore" });
  onTestFinished(() => void child.kill("SIGKILL"));
  const exited = once(child, "exit");
  expect(await finished(app().url, early.id)).toMatchObject({ state: "SUCCEEDED", result });
  const later = await done(app().url, "triggerTask", { id: task.id });
  expect(await finished(app().url, later.id)).toMatchObject({ state: "SUCCEEDED", result });
  child.kill("SIGTERM");
  expect((await exited)[0]).toBe(0);
});

it.each(WORKERS)("$file shows a token and names a namespace, and says so when it is not let in", async (worker) => {
  const { command, file, result } = worker;
  const { url } = await startGuarded();
  const by = { token: OWNER, namespace: "mail" };
  await told(
    url,
    { token: OWNER },
    `mutation { createNamespace(input: { name: "mail" }) { namespace { name } userErrors { message } } }`,
  );
  const make = `mutation ($input: CreateTaskInput!) { createTask(input: $input) { task { id } userErrors { message } } }`;
  const input = {
    name: "send",
    schedule: { manual: true },
    target: { worker: { queue: "out" } },
    payload: { to: "me" },
  };
  const { createTask: made } = await told(url, by, make, { input });
  const trigger = `mutation ($id: ID!) { triggerTask(input: { id: $id }) { run { id } userErrors { message } } }`;
  const { triggerTask } = await told(url, by, trigger, { id: made.task.id });
  const state = async () => {
    const look = `query ($id: ID!) { run(id: $id) { state result } }`;
    return (await told(url, by, look, { id: triggerTask.run.id })).run;
  };
  const start = (env: Record<string, string>) => {
    const child = spawn(command, [file, url, "out"], { env: { PATH: process.env.PATH, ...env }, stdio: "pipe" });
    onTestFinished(() => void child.kill("SIGKILL"));
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += String(chunk)));
    return () => said;
  };
  const said = start({ TOKEN: "cg_nobody" });
  await until("it says that it is not let in", () => said().includes("UNAUTHENTICATED"));
  expect((await state()).state).toBe("QUEUED");
  start({ TOKEN: await tokenWith(url, ["READ", "WORK"]), NAMESPACE: "mail" });
  const ended = await until("it has carried the run out", async () => {
    const run = await state();
    return run.state === "SUCCEEDED" && run;
  });
  expect(ended.result).toEqual(result);
});
