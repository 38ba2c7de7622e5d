// Texts that make a careless pattern try every way there is: wherever a client's text meets a pattern, it is judged soon. What takes
// more than its share would show as a task that nobody can ask for anything meanwhile, so the bound is generous and the texts are long.
import { beforeAll, describe, expect, it } from "vitest";
import { compilePayloadSchema } from "../../server/domain/payload-schema.ts";
import { useSharedApp } from "../api/support.ts";
import { TRANSPORTS } from "./transports.ts";

const app = useSharedApp();
const SOON_MS = 3_000;

const repeated = (unit: string, tail: string) => unit.repeat(Math.floor(2_000 / unit.length)) + tail;
const NASTY: readonly string[] = [
  ...[
    "a",
    " ",
    "\t",
    "0",
    "1-",
    "1,",
    "*/",
    "L,",
    "W,",
    "#",
    "H,",
    "P1",
    "T1",
    "1D",
    "-",
    "+",
    ":",
    ".",
    "/",
    "{{",
    "{{ ",
    "}}",
    "{{ secrets.",
    ";",
    "=",
    "FREQ=",
    "BYDAY=MO,",
    "\\",
    "'",
    '"',
    "(",
    "[",
    "%",
    "\n",
    "\r\n",
    "\u2028",
    "é",
    "\u{1f600}",
  ].map((unit) => repeated(unit, "!")),
  `${"a".repeat(1_000)}${"\n".repeat(500)}${"a".repeat(500)}!`,
  `1${" ".repeat(1_900)}1`,
  `${"1-".repeat(900)}x`,
  `P${"1".repeat(1_900)}D`,
  `2026-11-27T${"0".repeat(1_900)}Z`,
  `FREQ=DAILY;${"BYHOUR=1;".repeat(200)}`,
  `{{ secrets.${"A".repeat(1_900)}`,
  `${"{{ secrets.A }}".repeat(130)}{{`,
  `Bearer ${" ".repeat(1_900)}`,
];

const PLACES: readonly (readonly [string, (text: string) => { query: string; variables: object }])[] = [
  ["a cron expression", (expression) => preview({ cron: { expression, timezone: "UTC" } })],
  ["a time zone", (timezone) => preview({ cron: { expression: "0 0 * * *", timezone } })],
  ["a duration", (interval) => preview({ every: { interval } })],
  ["an instant", (at) => preview({ once: { at } })],
  ["a recurrence rule", (rule) => preview({ rrule: { rule, start: "2026-11-23T02:30:00", timezone: "UTC" } })],
  [
    "a name, a description and a payload",
    (text) => task({ name: text, description: text, payload: { text, [text]: 1 } }),
  ],
  [
    "a URL, headers and a body",
    (text) =>
      task({
        target: {
          http: { url: `http://h/${text}`, method: "POST", headers: [{ name: text, value: text }], body: text },
        },
      }),
  ],
  ["a host", (text) => task({ target: { http: { url: `http://${text}/` } } })],
  ["a command and its script", (text) => task({ target: { shell: { command: [text], workingDirectory: text } } })],
  ["a module's name", (text) => task({ target: { module: { name: text } } })],
  [
    "retry rules",
    (text) =>
      task({
        retry: {
          rules: [
            { httpStatus: [text], action: "RETRY" },
            { errorCode: [text], action: "RETRY" },
          ],
        },
      }),
  ],
  ["a queue and its key", (text) => task({ queue: text, concurrencyKey: text })],
  [
    "a search",
    (search) => ({
      query: "query ($s: String) { tasks(filter: { search: $s }) { totalCount } }",
      variables: { s: search },
    }),
  ],
  [
    "a cursor and an id",
    (text) => ({
      query: "query ($t: String!, $i: ID!) { tasks(after: $t) { totalCount } task(id: $i) { id } }",
      variables: { t: text, i: text },
    }),
  ],
  [
    "a calendar file",
    (ics) => ({
      query: "mutation ($i: CreateCalendarInput!) { createCalendar(input: $i) { userErrors { code } } }",
      variables: { i: { name: "c", ics: `BEGIN:VCALENDAR\r\n${ics}\r\nEND:VCALENDAR` } },
    }),
  ],
  [
    "a secret and a queue's name",
    (text) => ({
      query:
        "mutation ($n: String!) { createSecret(input: { name: $n, value: $n }) { userErrors { code } } createQueue(input: { name: $n }) { userErrors { code } } }",
      variables: { n: text },
    }),
  ],
  [
    "an operation",
    (text) => ({
      query: `{ tasks(filter: { search: ${JSON.stringify(text)} }) { totalCount } } # ${text.replaceAll(/[\r\n]/g, " ")}`,
      variables: {},
    }),
  ],
];

function preview(schedule: object) {
  return {
    query: "query ($i: PreviewScheduleInput!) { previewSchedule(input: $i) { userErrors { code } } }",
    variables: { i: { schedule } },
  };
}
function task(changes: object) {
  const input = { name: "t", schedule: { manual: true }, target: { module: { name: "echo" } }, ...changes };
  return {
    query: "mutation ($i: CreateTaskInput!) { createTask(input: $i) { userErrors { code } } }",
    variables: { i: input },
  };
}

// Modules are looked at for the first time, which is no matter of patterns.
beforeAll(async () => {
  const body = JSON.stringify(task({ target: { module: { name: "none" } } }));
  const headers = { "content-type": "application/json", connection: "close" };
  await (await fetch(`${app().url}/graphql`, { method: "POST", headers, body })).text();
}, 120_000);

describe("a text that is made for patterns", () => {
  const [, http] = TRANSPORTS[0] as (typeof TRANSPORTS)[number];

  it.each(PLACES)("is judged soon as %s", { timeout: 60_000 }, async (_, place) => {
    const slow: string[] = [];
    for (const text of NASTY) {
      const began = performance.now();
      const { errors } = await http(app().url, {}, place(text));
      const took = performance.now() - began;
      if (took > SOON_MS) slow.push(`${JSON.stringify(text.slice(0, 40))} took ${Math.round(took)} ms`);
      // An error is one of the input's, and not of an input that this test has misspelt.
      expect(
        errors?.find(({ message }) => /Unknown argument|is not defined by type|Cannot query/.test(message))?.message,
      ).toBeUndefined();
      expect(JSON.stringify(errors ?? [])).not.toContain("INTERNAL");
    }
    expect(slow).toEqual([]);
  });

  it("is judged soon in headers and addresses", { timeout: 60_000 }, async () => {
    const began = performance.now();
    for (const text of NASTY) {
      const value = text.replaceAll(/[^\x21-\x7e ]/g, "x");
      const headers = {
        authorization: `Bearer ${value}`,
        cookie: `a=${value}; ${value}`,
        accept: `multipart/mixed; ${value}`,
        connection: "close",
      };
      await (await fetch(`${app().url}/graphql?query=${encodeURIComponent(text)}`, { headers })).text();
      await (
        await fetch(`${app().url}/events?wait=${encodeURIComponent(text)}&limit=${encodeURIComponent(text)}`, {
          headers,
        })
      ).text();
    }
    expect(performance.now() - began).toBeLessThan(30_000);
  });
});

describe("a module's own pattern", () => {
  it.each(["^(a+)+$", "^(a|a)*$", "^(\\w+\\s?)*$", "(x+x+)+y"])(
    "%s holds up nobody for long",
    { timeout: 30_000 },
    (pattern) => {
      const { check } = compilePayloadSchema({ type: "object", properties: { text: { type: "string", pattern } } });
      const began = performance.now();
      const text = pattern.includes("x") ? "x".repeat(5_000) : `${"a".repeat(5_000)}!`;
      expect(check({ text })).toMatchObject({ ok: false, errors: [{ code: "INVALID_PAYLOAD" }] });
      expect(performance.now() - began).toBeLessThan(2_000);
    },
  );
});
