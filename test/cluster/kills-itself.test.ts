// A module that kills the whole program, again and again: it is told apart and given up, and nothing else is lost by it.
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { temporaryFolder } from "../support/app.ts";
import { data } from "../support/client.ts";
import { type Program, startProgram } from "../support/program.ts";
import { until } from "../support/wait.ts";

const CREATE = `mutation ($input: CreateTaskInput!) { createTask(input: $input) { task { id } userErrors { message } } }`;
const RUN = `query ($id: ID!) { run(id: $id) { state why attempts { nodes { outcome } } } }`;
const RUNS = `query ($id: ID!) { runs(filter: { taskId: [$id] }, first: 100) { nodes { state why scheduledFor } } }`;
/** The first start and the three that follow the kills, and one that finds it given up. */
const MOST_LIVES = 6;

const folder = await temporaryFolder();
let program: Program | undefined;
afterAll(() => program?.kill());

it("a run that kills its process is attempted again three times at most, and costs no other run", async () => {
  const settings = { DATABASE_URL: `file:${join(folder, "killed.db")}`, WORKER_THREADS: "2" };
  program = await startProgram(settings);
  const create = async (name: string, more: object) => {
    const input = { name, target: { module: { name } }, ...more };
    const { createTask } = await data((program as Program).url, CREATE, { input });
    expect(createTask.userErrors).toEqual([]);
    return createTask.task.id as string;
  };
  const other = await create("echo", { schedule: { every: { interval: "PT1S" } }, missedRunPolicy: "ALL" });
  const at = new Date(Date.now() + 1_500).toISOString();
  const killer = await create("hostile/kills-process", { schedule: { once: { at } } });
  const { runs } = await data(program.url, RUNS.replace("state", "id state"), { id: killer });
  const id = runs.nodes[0].id as string;

  let run: { state: string; why: string | null; attempts: { nodes: { outcome: string | null }[] } } | undefined;
  for (let life = 1; life <= MOST_LIVES && run?.state !== "FAILED"; life++) {
    const living = program;
    run = await until("it has ended, or its process has", async () => {
      if (living.child.signalCode !== null) return { state: "RUNNING", why: null, attempts: { nodes: [] } };
      const answer = await data(living.url, RUN, { id });
      return answer.run.state === "FAILED" && answer.run;
    });
    if (run?.state !== "FAILED") program = await startProgram({ ...settings, PORT: new URL(living.url).port });
  }
  expect(run?.state).toBe("FAILED");
  expect(run?.why).toBeTruthy();
  const outcomes = run?.attempts.nodes.map(({ outcome }) => outcome);
  expect(outcomes?.every((outcome) => outcome === "LOST")).toBe(true);
  expect(outcomes?.length).toBeLessThanOrEqual(4);

  const others = await until("what was due has ended", async () => {
    const { runs: seconds } = await data((program as Program).url, RUNS, { id: other });
    const past = seconds.nodes.filter(
      ({ scheduledFor }: { scheduledFor: string }) => Date.parse(scheduledFor) < Date.now() - 500,
    );
    return past.every(({ state }: { state: string }) => ["SUCCEEDED", "SKIPPED"].includes(state)) && past;
  });
  const instants = others.map(({ scheduledFor }: { scheduledFor: string }) => Date.parse(scheduledFor)).sort();
  expect(instants.at(-1) - instants[0]).toBe((instants.length - 1) * 1_000);
}, 90_000);
