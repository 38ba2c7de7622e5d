// Subscriptions over plain HTTP, by the clients that people use for them.
import { ApolloClient, gql, HttpLink, InMemoryCache } from "@apollo/client";
import { createClient } from "graphql-sse";
import { describe, expect, it, onTestFinished } from "vitest";
import { data } from "../support/client.ts";
import { until } from "../support/wait.ts";
import { BEGINNING, createTask, useSharedApp } from "./support.ts";

const app = useSharedApp();
const url = () => app().url;
const WATCH = "subscription ($after: Cursor) { taskEvents(after: $after) { cursor type task { id } } }";

// biome-ignore lint/suspicious/noExplicitAny: a test reads answers freely, and a wrong reading fails it
type Any = any;

function watch(path: string, query: string, variables?: Record<string, unknown>) {
  const client = createClient({ url: `${url()}${path}`, retryAttempts: 0 });
  onTestFinished(() => client.dispose());
  const seen = { answers: [] as Any[], errors: [] as unknown[], completed: false, stop: () => {} };
  seen.stop = client.subscribe(
    { query, ...(variables ? { variables } : {}) },
    {
      next: (answer) => seen.answers.push(answer),
      error: (error) => seen.errors.push(error),
      complete: () => {
        seen.completed = true;
      },
    },
  );
  return seen;
}

describe.each(["/graphql/stream", "/graphql"])("the graphql-sse client at %s", (path) => {
  it("follows a subscription from a cursor, and lets go of it", async () => {
    const open = app().subscriptions();
    const task = await createTask(url());
    const seen = watch(path, WATCH, { after: BEGINNING });
    const ids = () => seen.answers.map(({ data: { taskEvents } }) => taskEvents.task.id);
    await until("the past came", () => ids().includes(task.id));
    const next = await createTask(url());
    await until("the present came", () => ids().includes(next.id));
    expect(app().subscriptions()).toBe(open + 1);
    seen.stop();
    await until("it is let go", () => app().subscriptions() === open);
    expect(seen.errors).toEqual([]);
  });

  it("has a query and a mutation answered once and completed", async () => {
    const read = watch(path, "{ eventCursor }");
    await until("it is over", () => read.completed);
    expect(read.answers).toEqual([{ data: { eventCursor: expect.any(String) } }]);
    const dismissed = watch(path, 'mutation { pauseTask(input: { id: "x" }) { userErrors { code } } }');
    await until("it is over", () => dismissed.completed);
    expect(dismissed.answers[0].data.pauseTask.userErrors).toMatchObject([{ code: "INVALID_ID" }]);
  });

  it.each([
    ["{ nothing }", "BAD_REQUEST"],
    ["{", "BAD_REQUEST"],
    ['subscription { taskEvents(after: "x") { type } }', "INVALID_CURSOR"],
    ["query a { eventCursor } query b { eventCursor }", "BAD_REQUEST"],
  ])("is told what is wrong with %s", async (query, code) => {
    const seen = watch(path, query);
    await until("it is over", () => seen.completed);
    expect(seen.answers).toEqual([{ errors: [expect.objectContaining({ extensions: { code } })] }]);
  });
});

describe("Apollo Client over HTTP alone", () => {
  it("follows a subscription by multipart answers", async () => {
    const client = new ApolloClient({ link: new HttpLink({ uri: `${url()}/graphql` }), cache: new InMemoryCache() });
    const events: Any[] = [];
    const failures: unknown[] = [];
    const watched = client
      .subscribe({ query: gql(WATCH) })
      .subscribe({ next: (answer) => events.push(answer.data), error: (error) => failures.push(error) });
    onTestFinished(() => watched.unsubscribe());
    await until("an event came", async () => {
      await createTask(url());
      return events.length > 1;
    });
    expect(events[0].taskEvents).toMatchObject({ type: "CREATED", task: { id: expect.any(String) } });
    const open = app().subscriptions();
    watched.unsubscribe();
    await until("it is let go", () => app().subscriptions() === open - 1);
    expect(failures).toEqual([]);
    const cursor = await data(url(), "{ eventCursor }");
    expect((await client.query({ query: gql("{ eventCursor }"), fetchPolicy: "no-cache" })).data).toMatchObject(cursor);
  });
});
