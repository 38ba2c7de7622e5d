// Dead letters and runs that are done again, over the API.
import { describe, expect, it } from "vitest";
import { data } from "../support/client.ts";
import { until } from "../support/wait.ts";
import { ERRORS, taskInput, useSharedApp } from "./support.ts";

const app = useSharedApp();
const ask = (query: string, variables: object = {}) => data(app().url, query, variables);

const NO_RETRY = { maxAttempts: 1 };
const REFUSING = { module: { name: "throws" } };
const ENDED = `id state deadLetter trigger scheduledFor payload redriveOf { id } redrivenBy { id } dismissReason dismissedAt
  parent { id } children { id state trigger why payload task { id } }`;

async function create(changes: object): Promise<{ id: string; version: number; name: string }> {
  const { createTask } = (await ask(
    `mutation ($input: CreateTaskInput!) { createTask(input: $input) { task { id version name } ${ERRORS} } }`,
    { input: taskInput({ retry: NO_RETRY, ...changes }) },
  )) as { createTask: { task: { id: string; version: number; name: string }; userErrors: unknown[] } };
  expect(createTask.userErrors).toEqual([]);
  return createTask.task;
}

const run = async (id: string) => (await ask(`query ($id: ID!) { run(id: $id) { ${ENDED} } }`, { id })).run;

async function ended(id: string) {
  await until("the run has ended", async () =>
    ["SUCCEEDED", "FAILED", "CANCELLED", "SKIPPED"].includes((await run(id)).state),
  );
  return run(id);
}

async function trigger(taskId: string, changes: object = {}) {
  const { triggerTask } = await ask(
    `mutation ($input: TriggerTaskInput!) { triggerTask(input: $input) { run { id } ${ERRORS} } }`,
    { input: { id: taskId, ...changes } },
  );
  return ended(triggerTask.run.id);
}

const retry = async (input: object) =>
  (
    await ask(`mutation ($input: RetryRunInput!) { retryRun(input: $input) { run { ${ENDED} } ${ERRORS} } }`, {
      input,
    })
  ).retryRun;
const redrive = async (input: object) =>
  (
    await ask(
      `mutation ($input: RedriveRunsInput!) { redriveRuns(input: $input) { count remaining runs { id dueAt } ${ERRORS} } }`,
      { input },
    )
  ).redriveRuns;
const dismiss = async (input: object) =>
  (
    await ask(`mutation ($input: DismissRunsInput!) { dismissRuns(input: $input) { count remaining ${ERRORS} } }`, {
      input,
    })
  ).dismissRuns;
const listed = async (taskId: string) =>
  (
    await ask(`query ($ids: [ID!]) { runs(filter: { deadLetter: true, taskId: $ids }) { nodes { id } totalCount } }`, {
      ids: [taskId],
    })
  ).runs;

describe("a run done again", () => {
  it("gets a new run with the old one's instant and payload, and each names the other", async () => {
    const task = await create({ target: REFUSING, payload: { of: "the task" } });
    const old = await trigger(task.id, { payload: { kept: true } });
    expect(old).toMatchObject({ state: "FAILED", deadLetter: true, redrivenBy: null });
    const { run: made, userErrors } = await retry({ id: old.id });
    expect(userErrors).toEqual([]);
    expect(made).toMatchObject({
      trigger: "REDRIVE",
      scheduledFor: old.scheduledFor,
      payload: { kept: true },
      redriveOf: { id: old.id },
    });
    expect(await run(old.id)).toMatchObject({ deadLetter: false, redrivenBy: { id: made.id } });
    expect(await ended(made.id)).toMatchObject({ state: "FAILED", deadLetter: true });
  });

  it("takes another payload, or none, in place of the old one", async () => {
    const task = await create({});
    const old = await trigger(task.id, { payload: { kept: true } });
    expect(old.state).toBe("SUCCEEDED");
    expect((await retry({ id: old.id, payload: { edited: 1 } })).run.payload).toEqual({ edited: 1 });
    expect((await retry({ id: old.id, payload: null, again: true })).run.payload).toBeNull();
  });

  it("is refused twice unless asked for, while it goes on, when unknown, and when its task is deleted", async () => {
    const task = await create({ target: REFUSING });
    const old = await trigger(task.id);
    const first = await retry({ id: old.id, idempotencyKey: old.id });
    expect((await retry({ id: old.id, idempotencyKey: old.id })).run.id).toBe(first.run.id);
    const second = await retry({ id: old.id });
    expect(second).toMatchObject({ run: null, userErrors: [{ code: "ILLEGAL_STATE", field: ["id"] }] });
    expect(second.userErrors[0].message).toContain(first.run.id);
    expect((await retry({ id: old.id, again: true })).userErrors).toEqual([]);
    const planned = (
      await ask(`query ($id: ID!) { task(id: $id) { runs(filter: { state: [SCHEDULED] }) { nodes { id } } } }`, {
        id: task.id,
      })
    ).task.runs.nodes[0].id;
    expect((await retry({ id: planned })).userErrors[0].message).toContain("SCHEDULED");
    expect((await retry({ id: "nonsense" })).userErrors[0].code).toBe("INVALID_ID");
    await ask(`mutation ($id: ID!) { deleteTask(input: { id: $id }) { ${ERRORS} } }`, { id: task.id });
    expect((await retry({ id: old.id, again: true })).userErrors[0].message).toContain("deleted");
  });
});

describe("dead letters", () => {
  it("are counted dry, then done again at most once each, oldest first and so many a minute", async () => {
    const task = await create({ target: REFUSING });
    const ids: string[] = [];
    for (let index = 0; index < 3; index++) ids.push((await trigger(task.id, { payload: { index } })).id);
    const filter = { taskId: [task.id] };
    expect(await redrive({ filter, dryRun: true, limit: 2 })).toEqual({
      count: 2,
      remaining: 1,
      runs: [],
      userErrors: [],
    });
    expect((await listed(task.id)).totalCount).toBe(3);
    const made = await redrive({ filter, limit: 2, rate: 1 });
    expect(made).toMatchObject({ count: 2, remaining: 1, userErrors: [] });
    const [first, second] = await Promise.all(made.runs.map(({ id }: { id: string }) => run(id)));
    expect([first.redriveOf.id, second.redriveOf.id]).toEqual(ids.slice(0, 2));
    expect([first.payload, second.payload]).toEqual([{ index: 0 }, { index: 1 }]);
    expect(second.state).toBe("QUEUED");
    expect((await redrive({ ids })).count).toBe(1);
    expect((await redrive({ ids })).count).toBe(0);
  });

  it("are dismissed with a reason, and are then no longer counted", async () => {
    const task = await create({ target: REFUSING });
    const { id } = await trigger(task.id);
    const before = (await ask("{ overview { deadLetters } }")).overview.deadLetters;
    expect((await dismiss({ ids: [id], reason: "  " })).userErrors).toMatchObject([
      { code: "REQUIRED", field: ["reason"] },
    ]);
    expect(await dismiss({ ids: [id], reason: "sent by hand" })).toEqual({ count: 1, remaining: 0, userErrors: [] });
    expect(await run(id)).toMatchObject({ state: "FAILED", deadLetter: false, dismissReason: "sent by hand" });
    expect((await listed(task.id)).totalCount).toBe(0);
    expect((await ask("{ overview { deadLetters } }")).overview.deadLetters).toBe(before - 1);
    expect(await dismiss({ ids: [id], reason: "again" })).toMatchObject({ count: 0 });
  });

  it.each([
    [{ limit: 1_001 }, "limit", "OUT_OF_RANGE"],
    [{ rate: 0 }, "rate", "OUT_OF_RANGE"],
    [{ ids: ["x"] }, "ids.0", "INVALID_ID"],
    [{ payload: { __proto__x: "\u0000" } }, "payload", "INVALID_CHARACTERS"],
  ])("refuse %j", async (input, field, code) => {
    const { userErrors } = await redrive({ ...input, dryRun: true });
    expect(userErrors).toMatchObject([{ code, field: field.split(".") }]);
  });
});

describe("follow-ups", () => {
  const update = async (task: { id: string; version: number }, followUps: object[]) =>
    (
      await ask(
        `mutation ($input: UpdateTaskInput!) { updateTask(input: $input) { task { version followUps { on payload task { id } } } ${ERRORS} } }`,
        { input: { id: task.id, version: task.version, followUps } },
      )
    ).updateTask;

  it("are made by the end of a run, each naming the other", async () => {
    const after = await create({ schedule: { manual: true } });
    const task = await create({ followUps: [{ taskId: after.id }] });
    const parent = await trigger(task.id);
    expect(parent.children).toMatchObject([{ trigger: "FOLLOW_UP", task: { id: after.id } }]);
    expect(parent.children[0].payload).toMatchObject({ run: { id: parent.id, state: "SUCCEEDED" }, error: null });
    expect(await ended(parent.children[0].id)).toMatchObject({ state: "SUCCEEDED", parent: { id: parent.id } });
  });

  it("are refused in a circle, also over several tasks and when two edits race", async () => {
    const [a, b, c] = [
      await create({ name: "circle a" }),
      await create({ name: "circle b" }),
      await create({ name: "circle c" }),
    ];
    expect((await update(a, [{ taskId: b.id }])).task.followUps).toEqual([
      { on: "SUCCESS", payload: "RESULT", task: { id: b.id } },
    ]);
    const answers = await Promise.all([update(b, [{ taskId: c.id }]), update(c, [{ on: "ANY", taskId: a.id }])]);
    const refused = answers.filter(({ task }) => task === null);
    expect(refused).toHaveLength(1);
    expect(refused[0].userErrors).toMatchObject([{ code: "ILLEGAL_STATE", field: ["followUps"] }]);
    expect(refused[0].userErrors[0].message).toMatch(/"circle .".*"circle .".*"circle .".*"circle ."/);
  });

  it("name tasks that are there, once for each end, ten at most", async () => {
    const task = await create({});
    const other = await create({});
    const errors = async (followUps: object[]) => (await update(task, followUps)).userErrors;
    const unknown = "019a8f3e-7c1d-7a44-9f6e-0c5b7d2f1a90";
    expect(await errors([{ taskId: unknown }])).toMatchObject([
      { code: "NOT_FOUND", field: ["followUps", "0", "taskId"] },
    ]);
    expect(await errors([{ taskId: "x" }])).toMatchObject([{ code: "INVALID_ID" }]);
    expect(await errors([{ taskId: other.id }, { taskId: other.id }])).toMatchObject([{ code: "ALREADY_EXISTS" }]);
    expect(await errors(Array(11).fill({ taskId: other.id }))).toMatchObject([{ code: "OUT_OF_RANGE" }]);
    expect(await errors([{ taskId: task.id }])).toMatchObject([{ code: "ILLEGAL_STATE" }]);
  });

  it("stay editable when a task that they name is deleted", async () => {
    const gone = await create({});
    const other = await create({});
    const task = await create({ followUps: [{ taskId: gone.id }] });
    await ask(`mutation ($id: ID!) { deleteTask(input: { id: $id }) { ${ERRORS} } }`, { id: gone.id });
    const parent = await trigger(task.id);
    expect(parent.children).toMatchObject([{ state: "SKIPPED", why: expect.stringContaining("deleted") }]);
    expect((await update(task, [{ taskId: gone.id }, { taskId: other.id }])).userErrors).toEqual([]);
  });
});
