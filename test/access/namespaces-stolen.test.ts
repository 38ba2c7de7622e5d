// What is of another namespace is as if it were not there: every root field that takes an id is shown every id of another team, over
// every transport, and must answer as it does for an id that nothing has.
import { expect, it } from "vitest";
import { createSchema } from "../../server/gateway/graphql/schema.ts";
import { minimalOperations } from "./minimal.ts";
import { selection, stealing } from "./stolen.ts";
import { ask, type By, useSignIn } from "./support.ts";
import { belongings, MARK, NEVER, namespace } from "./teams.ts";
import { overHttp, settled, TRANSPORTS } from "./transports.ts";

const KEY = Buffer.alloc(32, 7).toString("base64");
const start = useSignIn();
const schema = createSchema();
/** Users, tokens and sessions are of the server, and not of a namespace. */
const OF_SERVER = [
  "updateUser", "deleteUser", "revokeApiToken", "endSession", "setMembership", "removeMembership",
]; // biome-ignore format: one paragraph
const STEALING = stealing(schema, "id").filter(({ field }) => !OF_SERVER.includes(field));
const NAMING = stealing(schema, "name");
/** What people decide of them; their deliveries go on by themselves. */
const HOOKS = "{ webhooks { name state version deliveries { totalCount } } }";
const EVERYTHING = minimalOperations(schema).filter(({ kind }) => kind === "query");

async function twoTeams() {
  const { url } = await start({ SECRETS_KEY: KEY });
  const alpha = await namespace(url, "alpha");
  const beta = await namespace(url, "beta");
  return { url, alpha, beta, theirs: await belongings(url, alpha) };
}

/** As many levels of the answer as an operation may ask for. */
async function deepest(asked: (depth: number) => Promise<string>): Promise<string> {
  for (const depth of [3, 2, 1]) {
    const answer = await asked(depth);
    if (!answer.includes("QUERY_TOO_COMPLEX")) return answer;
  }
  throw new Error("It is too complex at any depth");
}

/** All that one who sees the namespace can read there, as text. */
async function all(url: string, by: By): Promise<string> {
  const told: string[] = [];
  for (const { field, text } of EVERYTHING) {
    const type = schema.getQueryType()?.getFields()[field]?.type;
    if (!type) throw new Error(`There is no field ${field}`);
    const at = (depth: number) => text.replace(/ \{ __typename \} \}$/, `${selection(type, depth)} }`);
    told.push(await deepest((depth) => overHttp(url, by, at(depth))));
  }
  return told.join("\n");
}

it("the walk knows the fields that take ids", () => {
  const fields = new Set(STEALING.map(({ field }) => field));
  for (const field of ["task", "run", "deleteTask", "retryRun", "redriveRuns", "runLog", "runEvents", "completeRun"])
    expect(fields).toContain(field);
  expect(STEALING.length).toBeGreaterThan(50);
});

it.each(Object.entries(TRANSPORTS))(
  "over %s a stolen id is answered like one that nothing has, and nothing comes of it",
  { timeout: 300_000 },
  async (transport, carry) => {
    const { url, alpha, beta, theirs } = await twoTeams();
    const before = settled(await all(url, alpha));
    const hooks = (await ask(url, alpha, HOOKS)).data;
    const wrong: string[] = [];
    for (const { kind, text } of STEALING) {
      if (transport === "HTTP" && kind === "subscription") continue;
      let depth = 0;
      const nothing = settled(
        await deepest((tried) => {
          depth = kind === "subscription" ? Math.min(tried, 2) : tried;
          return carry(url, beta, text(NEVER, depth));
        }),
      );
      // Of a subscription that is let in silence is the answer, which takes its time: the ids that such a field can mean are enough.
      const ids = kind === "subscription" ? [theirs.runId, theirs.taskId] : Object.values(theirs.ids);
      const answers = await Promise.all(ids.map(async (id) => settled(await carry(url, beta, text(id, depth)))));
      for (const [index, answer] of answers.entries()) {
        if (answer === nothing) continue;
        // On a busy machine an answer may not have come in time: listened to for longer, it has.
        const again = (id: string) => carry(url, beta, text(id, depth), 5_000).then(settled);
        const [other, none] = [await again(ids[index] as string), await again(NEVER)];
        if (other !== none) wrong.push(`${text("ID", 1)}\n  ${other}\n  ${none}`);
      }
    }
    expect(wrong.slice(0, 5)).toEqual([]);
    // What the server does of itself is not what somebody did: its clock, load and log go on.
    const own = (text: string) =>
      text.split("\n").filter((line) => /"data":\{"(tasks|runs|queues|secrets|calendars)"/.test(line));
    expect(own(before)).toHaveLength(5);
    expect(own(settled(await all(url, alpha)))).toEqual(own(before));
    expect((await ask(url, alpha, HOOKS)).data).toEqual(hooks);
  },
);

it("a name of another namespace is answered like one that nobody has given", { timeout: 120_000 }, async () => {
  const fields = new Set(NAMING.map(({ field }) => field));
  for (const field of ["queue", "updateQueue", "deleteQueue", "claimRuns", "runsAvailable", "updateTask"])
    expect(fields).toContain(field);
  const { url, alpha, beta } = await twoTeams();
  const before = await overHttp(url, alpha, "{ queues { name version paused } tasks { nodes { id version } } }");
  for (const { kind, text } of NAMING.filter((each) => each.kind !== "subscription")) {
    const ask = (name: string) =>
      deepest((depth) => overHttp(url, beta, text(name, depth))).then((told) => settled(told).replaceAll(name, "NAME"));
    const nothing = await ask("nobody-has");
    for (const name of [`${MARK}-queue`, "ZEBRA_KEY"])
      expect([kind, text("NAME", 1), await ask(name)]).toEqual([kind, text("NAME", 1), nothing]);
  }
  expect(await overHttp(url, alpha, "{ queues { name version paused } tasks { nodes { id version } } }")).toBe(before);
});

it("nothing that can be read in one namespace tells of another one", async () => {
  const { url, alpha, beta, theirs } = await twoTeams();
  const [own, other] = [await all(url, alpha), await all(url, beta)];
  const found = [MARK, "ZEBRA_KEY", ...Object.values(theirs.ids)];
  // The search itself: where it is, it is found.
  for (const text of [MARK, "ZEBRA_KEY", theirs.taskId, theirs.runId]) expect(own).toContain(text);
  for (const text of found) expect([text, other.includes(text)]).toEqual([text, false]);
  expect(await all(url, { ...beta, namespace: undefined })).not.toContain(MARK);
});

it("a stolen cursor leads nowhere but into one's own", async () => {
  const { url, alpha, beta } = await twoTeams();
  const lists = {
    tasks: "nodes { name }",
    runs: "nodes { id }",
    auditEntries: "nodes { action subject { name } }",
  };
  for (const [list, nodes] of Object.entries(lists)) {
    const read = (args: string) => `{ ${list}(first: 1${args}) { ${nodes} pageInfo { endCursor } } }`;
    const { data } = await ask(url, alpha, read(""));
    const cursor = data[list].pageInfo.endCursor;
    expect(cursor).not.toBeNull();
    const answer = await overHttp(url, beta, `{ ${list}(first: 50, after: ${JSON.stringify(cursor)}) { ${nodes} } }`);
    expect([list, answer.includes(MARK)]).toEqual([list, false]);
  }
  const { data } = await ask(url, alpha, "{ eventCursor }");
  // The log's beginning, said as any place of it.
  const beginning = Buffer.from('["e",0]').toString("base64url");
  for (const after of [beginning, data.eventCursor as string]) {
    const response = await fetch(`${url}/events?after=${after}`, {
      headers: { authorization: `Bearer ${beta.token}`, "cronograph-namespace": "beta" },
    });
    const { events } = (await response.json()) as { events: unknown[] };
    expect([response.status, events]).toEqual([200, []]);
  }
  const own = await fetch(`${url}/events?after=${beginning}`, {
    headers: { authorization: `Bearer ${alpha.token}`, "cronograph-namespace": "alpha" },
  });
  expect(((await own.json()) as { events: unknown[] }).events.length).toBeGreaterThan(5);
});

it("files of runs and of the audit are of one namespace", async () => {
  const { url, alpha, beta } = await twoTeams();
  const file = async (by: By, path: string) =>
    (
      await fetch(url + path, {
        headers: { authorization: `Bearer ${by.token}`, "cronograph-namespace": by.namespace as string },
      })
    ).text();
  for (const path of ["/runs.csv", "/audit.csv"]) {
    expect(await file(alpha, path)).toContain(MARK);
    expect(await file(beta, path)).not.toContain(MARK);
  }
});
