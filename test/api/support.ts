// What the tests of the API share: one program for a file, whole tasks and runs as text, and mutations by their name.
import { afterAll, beforeAll, expect, onTestFinished } from "vitest";
import { startTestApp, type TestApp } from "../support/app.ts";
import { data } from "../support/client.ts";
import { type ManualClock, manualClock } from "../support/clock.ts";
import { NOON } from "../support/tasks.ts";
import { until } from "../support/wait.ts";

export const SCHEDULE = `schedule { __typename description ... on CronSchedule { expression timezone }
  ... on OnceSchedule { at onceZone: timezone } ... on EverySchedule { interval anchor } }`;
export const TARGET = `target { __typename summary ... on ModuleTarget { name }
  ... on HttpTarget { url method headers { name value } body expectedStatus signingSecret } }`;
/** All of a task but what is derived from its runs. */
export const TASK = `id name description state version ${SCHEDULE} ${TARGET} payload
  retry { maxAttempts initialDelay maxDelay factor jitter backoff delays maxAge honorRetryAfter rules { httpStatus errorCode exitCode action } } timeout overlapPolicy missedRunPolicy catchUpWindow onCrash
  pauseReason pausedAt nextRunAt createdAt updatedAt deletedAt`;
export const RUN = `id task { id } trigger state scheduledFor dueAt startedAt finishedAt latenessMs late durationMs attempt maxAttempts
  why blockedBy { id } result resultTruncated error { code message } progress progressMessage payload instance { id } createdAt`;
export const ERRORS = "userErrors { code field message }";

/** One program for all tests of a file. */
export function useSharedApp(settings: Record<string, string> = {}): () => TestApp {
  let app: TestApp | undefined;
  beforeAll(async () => {
    app = await startTestApp(settings);
  });
  afterAll(() => app?.stop());
  return () => app as TestApp;
}

/** A program of one test whose clock stands still at noon until the test moves it; its loops poll at the start only. */
export async function startAtNoon(): Promise<{ url: string; clock: ManualClock }> {
  const clock = manualClock(NOON);
  const app = await startTestApp({}, clock);
  onTestFinished(async () => {
    let stopped = false;
    const stopping = app.stop().finally(() => {
      stopped = true;
    });
    // A stop waits for writes that rest a moment; with the clock standing still they would rest for ever.
    while (!stopped) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      clock.advance(1_000);
    }
    await stopping;
  });
  return { url: app.url, clock };
}

export const IN_2099 = { once: { at: "2099-01-01T00:00:00Z" } };
export const ECHO = { module: { name: "echo" } };
let serial = 0;

/** What is good enough to create a task, with the test's own words in place. */
export const taskInput = (changes: object = {}): Record<string, unknown> => ({
  name: `task ${++serial}`,
  schedule: IN_2099,
  target: ECHO,
  ...changes,
});

const capital = (name: string) => name[0]?.toUpperCase() + name.slice(1);

/** The payload of a mutation named as in the schema. */
// biome-ignore lint/suspicious/noExplicitAny: a test reads answers freely, and a wrong reading fails it
export async function mutate(url: string, name: string, input: object, selection?: string): Promise<any> {
  const chosen = selection ?? (/Run$|^trigger/.test(name) ? `run { ${RUN} }` : `task { ${TASK} }`);
  const text = `mutation ($input: ${capital(name)}Input!) { ${name}(input: $input) { ${chosen} ${ERRORS} } }`;
  return (await data(url, text, { input }))[name];
}

/** The object of a mutation that must succeed. */
// biome-ignore lint/suspicious/noExplicitAny: see above
export async function done(url: string, name: string, input: object, selection?: string): Promise<any> {
  const payload = await mutate(url, name, input, selection);
  expect(payload.userErrors).toEqual([]);
  return payload.task ?? payload.run;
}

export const createTask = (url: string, changes: object = {}) => done(url, "createTask", taskInput(changes));

// biome-ignore lint/suspicious/noExplicitAny: see above
export async function readTask(url: string, id: string, selection = TASK): Promise<any> {
  return (await data(url, `query ($id: ID!) { task(id: $id) { ${selection} } }`, { id })).task;
}

// biome-ignore lint/suspicious/noExplicitAny: see above
export async function readRun(url: string, id: string, selection = RUN): Promise<any> {
  return (await data(url, `query ($id: ID!) { run(id: $id) { ${selection} } }`, { id })).run;
}

export const eventCursor = async (url: string): Promise<string> => (await data(url, "{ eventCursor }")).eventCursor;

const FINAL = ["SUCCEEDED", "FAILED", "CANCELLED", "SKIPPED", "MISSED"];

export const finished = (url: string, id: string) =>
  until(`run ${id} is over`, async () => {
    const run = await readRun(url, id);
    return FINAL.includes(run.state) && run;
  });

/** The cursor before the first event. */
export const BEGINNING = Buffer.from('["e",0]').toString("base64url");

/** Starts many runs of a task at the same time, ten with each request, and answers their ids. */
export async function burst(url: string, id: string, count: number): Promise<string[]> {
  const ten = Array.from(
    { length: 10 },
    (_, i) => `a${i}: triggerTask(input: { id: $id, payload: null }) { run { id } }`,
  );
  const text = `mutation ($id: ID!) { ${ten.join(" ")} }`;
  const answers = await Promise.all(Array.from({ length: count / 10 }, () => data(url, text, { id })));
  return answers.flatMap((answer) => Object.values<{ run: { id: string } }>(answer).map(({ run }) => run.id));
}
