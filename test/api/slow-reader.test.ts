import { afterAll, describe, expect, it, onTestFinished } from "vitest";
import { connect, subscribe } from "../support/client.ts";
import { startReceiver } from "../support/receiver.ts";
import { until } from "../support/wait.ts";
import { initialised } from "./sockets.ts";
import { BEGINNING, burst, createTask, done, useSharedApp } from "./support.ts";

const app = useSharedApp();
const url = () => app().url;
const receiver = await startReceiver();
afterAll(() => receiver.stop());
const QUICK = { target: { http: { url: receiver.url } }, retry: { maxAttempts: 1 } };
const EVENTS =
  "subscription ($filter: RunEventFilter, $after: Cursor) { runEvents(filter: $filter, after: $after) { cursor type } }";

function connected() {
  const client = connect(url());
  onTestFinished(() => void client.dispose());
  return client;
}

describe("a subscriber that does not read", () => {
  it("is cut off with SLOW_CONSUMER, holds back nobody, and misses nothing when it goes on from its cursor", async () => {
    const { id } = await createTask(url(), { ...QUICK, overlapPolicy: "ALLOW", payload: "x".repeat(20_000) });
    const slow = await initialised(url());
    const large = Array.from({ length: 10 }, (_, i) => `a${i}: payload`).join(" ");
    const query = `subscription ($id: [ID!]) { runEvents(filter: { taskId: $id }) { cursor run { task { ${large} } } } }`;
    slow.send({ id: "slow", type: "subscribe", payload: { query, variables: { id: [id] } } });
    await until("it is live", async () => {
      await done(url(), "triggerTask", { id, payload: null }, "run { id }");
      return slow.messages.some((each) => each.type === "next");
    });
    slow.socket.pause();
    const quick = subscribe(connected(), EVENTS, { filter: { taskId: [id] } });
    await burst(url(), id, 380);
    await until(
      "the others have it all",
      () => quick.events.filter((event) => event.type === "SUCCEEDED").length >= 380,
      30_000,
    );
    slow.socket.resume();
    const { payload } = await slow
      .message("error", "slow")
      .catch(() => slow.messages.findLast((each) => each.payload?.errors));
    expect((payload.errors ?? payload)[0]).toMatchObject({
      message: expect.stringContaining("after the last cursor"),
      extensions: { code: "SLOW_CONSUMER" },
    });
    const read = slow.messages
      .filter((each) => each.payload?.data)
      .map((each) => each.payload.data.runEvents.cursor as string);
    const rest = subscribe(connected(), EVENTS, { after: read.at(-1), filter: { taskId: [id] } });
    const all = subscribe(connected(), EVENTS, { after: BEGINNING, filter: { taskId: [id] } });
    await until(
      "everything came",
      () => all.events.length > 1_000 && all.events.at(-1).cursor === rest.events.at(-1)?.cursor,
      20_000,
    );
    const cursors = all.events.map((event) => event.cursor);
    expect([...read, ...rest.events.map((event) => event.cursor)]).toEqual(cursors.slice(cursors.indexOf(read[0])));
  }, 90_000);
});
