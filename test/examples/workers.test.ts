// The example workers against the real program: they take a run, end it, and end themselves when they are asked to.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, it, onTestFinished } from "vitest";
import { createTask, done, finished, useSharedApp } from "../api/support.ts";

const app = useSharedApp();

it.each([
  { command: process.execPath, file: "examples/worker.mjs", result: { got: { to: "me" } } },
  { command: "sh", file: "examples/worker.sh", result: "done" },
])("$file carries runs out and stops on SIGTERM", async ({ command, file, result }) => {
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
