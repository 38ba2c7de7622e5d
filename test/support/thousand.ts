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

/** Makes `count` HTTP tasks for one instant, subscribes, and waits until a subscriber has seen all of them end. */
export async function dueAtOnce(url: string, receiver: Receiver, count: number, leadMs: number): Promise<Outcome> {
  const dueAt = Math.ceil((Date.now() + leadMs) / 1_000) * 1_000;
  const { eventCursor } = await data(url, "{ eventCursor }");
  for (let made = 0; made < count; made += 50) {
    const answers = await Promise.all(
      Array.from({ length: Math.min(50, count - made) }, (_, index) =>
        query(url, CREATE, {
          input: {
            name: `at once ${made + index}`,
            schedule: { once: { at: new Date(dueAt).toISOString() } },
            target: { http: { url: `${receiver.url}/${made + index}` } },
          },
        }),
      ),
    );
    for (const { data: answer, errors } of answers) {
      if (errors || answer.createTask.userErrors.length > 0)
        throw new Error(JSON.stringify(errors ?? answer.createTask.userErrors));
    }
  }
  if (Date.now() > dueAt - 500) throw new Error("The tasks took too long to make; use a longer lead.");
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
