// A thousand cuts: subscribers whose sockets are reset, closed or silenced at random moments while tasks run. Each goes on after its last
// cursor; what it has in the end is the whole log, each event once, and the states that it folds from it are those of the database.
import { join } from "node:path";
import { type Client, createClient } from "graphql-ws";
import { expect, it, onTestFinished } from "vitest";
import WebSocket from "ws";
import { openStore } from "../../server/store/index.ts";
import { temporaryFolder } from "../support/app.ts";
import { data } from "../support/client.ts";
import { startProgram } from "../support/program.ts";
import { startReceiver } from "../support/receiver.ts";
import { until } from "../support/wait.ts";
import { type Cut, startWire } from "../support/wire.ts";

const CUTS = 1_000;
const SUBSCRIBERS = 12;
const LONGEST_MS = 120;
/** A silenced connection is given up this long after a ping that nobody answers. */
const PING_MS = 150;
const PONG_WITHIN_MS = 250;
const CREATE = `mutation ($input: CreateTaskInput!) { createTask(input: $input) { task { id } userErrors { message } } }`;
const TRIGGER = `mutation ($id: ID!) { triggerTask(input: { id: $id }) { run { id } userErrors { message } } }`;
const EVENTS = `subscription ($after: Cursor) { runEvents(after: $after) { cursor sequence type run { id state } } }`;

interface Told {
  readonly cursor: string;
  readonly sequence: number;
  readonly type: string;
  readonly run: { readonly id: string; readonly state: string };
}

let random = Number(process.env.SEED ?? 1_000);
const below = (bound: number) => {
  random = (random * 1_103_515_245 + 12_345) % 2_147_483_648;
  return Math.floor((random / 2_147_483_648) * bound);
};
const CUTS_OF_KIND: readonly Cut[] = ["reset", "reset", "close", "close", "silence"];

/** The state of each run; a planned one that is withdrawn has no row any more. */
function fold(told: readonly Told[]): Map<string, string> {
  const states = new Map<string, string>();
  for (const { run, type } of told) {
    if (type === "WITHDRAWN") states.delete(run.id);
    else states.set(run.id, run.state);
  }
  return states;
}

/** A plain client: it keeps the last cursor, and gives up a socket whose pings stay without answer. */
function follower(url: string, after: string) {
  const told: Told[] = [];
  let stopped = false;
  let client: Client | undefined;
  // On a silenced socket it never resolves, and where the socket was cut before it was open it rejects.
  const dispose = () => void (client?.dispose() as Promise<void> | undefined)?.catch(() => {});
  let end = () => {};
  const once = () =>
    new Promise<void>((resolve) => {
      let socket: WebSocket | undefined;
      let patience: NodeJS.Timeout | undefined;
      end = () => gone();
      const gone = () => {
        clearTimeout(patience);
        socket?.terminate();
        resolve();
      };
      // A connection that was silenced before it was acknowledged has no pings yet.
      patience = setTimeout(gone, PING_MS + PONG_WITHIN_MS);
      client = createClient({
        url: `${url.replace("http", "ws")}/graphql`,
        webSocketImpl: WebSocket,
        retryAttempts: 0,
        keepAlive: PING_MS,
        on: {
          opened: (opened) => {
            socket = opened as WebSocket;
          },
          connected: () => clearTimeout(patience),
          ping: (received) => {
            if (!received) patience = setTimeout(gone, PONG_WITHIN_MS);
          },
          pong: (received) => {
            if (received) clearTimeout(patience);
          },
        },
      });
      client.subscribe<{ runEvents: Told }>(
        { query: EVENTS, variables: { after: told.at(-1)?.cursor ?? after } },
        {
          next: ({ data: value, errors }) => {
            if (errors) throw new Error(JSON.stringify(errors));
            if (value) told.push(value.runEvents);
          },
          error: gone,
          complete: gone,
        },
      );
    });
  const done = (async () => {
    while (!stopped) {
      await once();
      dispose();
    }
  })();
  return {
    told,
    async stop() {
      stopped = true;
      end();
      await done;
    },
  };
}

it(`${CUTS} cuts of sockets at random moments lose and double nothing`, async () => {
  const file = join(await temporaryFolder(), "cuts.db");
  const program = await startProgram({ DATABASE_URL: `file:${file}`, LOG_LEVEL: "error" });
  const receiver = await startReceiver();
  const wire = await startWire(program.url, () => ({
    afterMs: below(LONGEST_MS),
    cut: CUTS_OF_KIND[below(CUTS_OF_KIND.length)] as Cut,
  }));
  onTestFinished(async () => {
    await receiver.stop();
    await program.kill();
  });
  const { eventCursor } = await data(program.url, "{ eventCursor }");
  const followers = Array.from({ length: SUBSCRIBERS }, () => follower(wire.url, eventCursor));
  const healthy = follower(program.url, eventCursor);

  const ids: string[] = [];
  for (let i = 0; i < 4; i++) {
    const input = {
      name: `task ${i}`,
      schedule: { cron: { expression: "* * * * * *" } },
      overlapPolicy: "ALLOW",
      target: { http: { url: receiver.url } },
    };
    const { createTask } = await data(program.url, CREATE, { input });
    expect(createTask.userErrors).toEqual([]);
    ids.push(createTask.task.id);
  }
  const cut = () => wire.cuts.reset + wire.cuts.close + wire.cuts.silence;
  for (let i = 0; cut() < CUTS; i++) {
    await data(program.url, TRIGGER, { id: ids[i % ids.length] });
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  for (const id of ids)
    await data(program.url, "mutation ($id: ID!) { pauseTask(input: { id: $id }) { userErrors { message } } }", { id });
  const waiting = "{ runs(filter: { state: [QUEUED, RUNNING, RETRYING] }) { totalCount } }";
  await until("all runs have ended", async () => (await data(program.url, waiting)).runs.totalCount === 0);
  wire.calm();
  let head: string | undefined;
  await until("nothing happens any more", async () => {
    const before = head;
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    head = (await data(program.url, "{ eventCursor }")).eventCursor;
    return head === before;
  });
  await until(
    "everybody has caught up",
    () => followers.every(({ told }) => told.at(-1)?.cursor === healthy.told.at(-1)?.cursor),
    30_000,
  );
  await Promise.all([...followers, healthy].map((each) => each.stop()));
  await program.terminate();

  const database = await openStore(file);
  const all: [string, number, string][] = [];
  for (let at = 0; ; ) {
    const page = await database.eventsAfter(at, 1_000, { kind: "RUN" });
    for (const event of page) {
      at = event.cursor;
      if (event.kind === "RUN") all.push([event.runId, event.sequence, event.type]);
    }
    if (page.length < 1_000) break;
  }
  const folded = fold(healthy.told);
  const kept = await database.runsById([...folded.keys()]);
  await database.close();

  expect(all.length).toBeGreaterThan(CUTS / 2);
  for (const { told } of [healthy, ...followers]) {
    expect(told.map(({ run, sequence, type }) => [run.id, sequence, type])).toEqual(all);
    expect(fold(told)).toEqual(folded);
  }
  expect([...folded].map(([id]) => kept.get(id)?.state)).toEqual([...folded.values()]);
  expect(wire.cuts.silence).toBeGreaterThan(CUTS / 10);
}, 120_000);
