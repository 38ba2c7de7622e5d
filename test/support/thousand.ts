// 1,000 tasks due in the same second: the scenario that both the test and the benchmark run.
import { connect, data, query, subscribe } from "./client.ts";
import type { Receiver } from "./receiver.ts";
import { until } from "./wait.ts";

const CREATE = `mutation ($input: CreateTaskInput!) { createTask(input: $input) { task { id } userErrors { message } } }`;

export interface Outcome {
  /** Cursors, types and runs of all events after the tasks were made, as a subscriber got them. */
  readonly events: {
    cursor: string;
    sequence: number;
    type: string;
    run: { id: string; latenessMs: number | null; state: string };
  }[];
  readonly latenessMs: number[];
  readonly dueAt: number;
}

const AT_ONCE = 50;

async function make(url: string, receiver: Receiver, numbers: readonly number[], dueAt: number): Promise<void> {
  const answers = await Promise.all(
    numbers.map((number) =>
      query(url, CREATE, {
        input: {
          name: `at once ${number}`,
          schedule: { once: { at: new Date(dueAt).toISOString() } },
          target: { http: { url: `${receiver.url}/${number}` } },
        },
      }),
    ),
  );
  for (const { data: answer, errors } of answers) {
    if (errors || answer.createTask.userErrors.length > 0) {
      throw new Error(JSON.stringify(errors ?? answer.createTask.userErrors));
    }
  }
}

const numbered = (from: number, count: number) => Array.from({ length: count }, (_, index) => from + index);

/** How long this machine needs now to make so many tasks, with room to spare: measured on some that never run. */
async function leadFor(url: string, receiver: Receiver, count: number): Promise<number> {
  const never = Date.UTC(2099, 0, 1);
  await make(url, receiver, numbered(-AT_ONCE, AT_ONCE), never);
  const began = performance.now();
  await make(url, receiver, numbered(-2 * AT_ONCE, AT_ONCE), never);
  const needed = ((performance.now() - began) * count) / AT_ONCE;
  return Math.min(3_000 + 2 * needed, 90_000);
}

/** Makes `count` HTTP tasks for one instant, subscribes, and waits until a subscriber has seen all of them end. */
export async function dueAtOnce(url: string, receiver: Receiver, count: number): Promise<Outcome> {
  const dueAt = Math.ceil((Date.now() + (await leadFor(url, receiver, count))) / 1_000) * 1_000;
  const { eventCursor } = await data(url, "{ eventCursor }");
  for (let made = 0; made < count; made += AT_ONCE) {
    await make(url, receiver, numbered(made, Math.min(AT_ONCE, count - made)), dueAt);
  }
  if (Date.now() > dueAt - 500)
    throw new Error("The machine has become too slow while the tasks were made; run it again.");
  const client = connect(url);
  const text = `subscription ($after: Cursor) { runEvents(after: $after) { cursor sequence type run { id state latenessMs } } }`;
  const { events, errors, stop } = subscribe(client, text, { after: eventCursor });
  try {
    await until(
      `${count} runs have ended`,
      () => {
        if (errors.length > 0) throw new Error(JSON.stringify(errors));
        return events.filter((event) => event.type === "SUCCEEDED" || event.type === "FAILED").length >= count;
      },
      dueAt - Date.now() + 60_000,
    );
  } finally {
    stop();
    await client.dispose();
  }
  const latenessMs = events.filter((event) => event.type === "STARTED").map((event) => event.run.latenessMs as number);
  return { events, dueAt, latenessMs: latenessMs.sort((a, b) => a - b) };
}
