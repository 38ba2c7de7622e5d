// What braces in targets and payloads stand for, and what secrets leave behind in a text.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maskFor } from "../../server/domain/mask.ts";
import { fillJson, fillText, lookupFor, references } from "../../server/domain/template.ts";
import type { Json, Run } from "../../server/domain/types.ts";
import { aTask } from "../support/tasks.ts";

const task = aTask({
  name: "Report",
  schedule: { kind: "CRON", expression: "30 2 * * *", timezone: "Europe/Berlin" } as never,
});
const run = { id: "r1", attempt: 2, scheduledFor: Date.parse("2026-11-23T23:30:00Z"), trigger: "SCHEDULE" } as Run;
const lookup = lookupFor(run, task, new Map([["TOKEN", "s3cr{{ run.id }}et"]]));

describe("a template", () => {
  it.each([
    ["{{ run.scheduledFor }}", "2026-11-23T23:30:00.000Z"],
    ["{{ run.scheduledLocal }}", "2026-11-24T00:30:00"],
    ["report-{{run.scheduledDate}}.csv", "report-2026-11-24.csv"],
    ["{{ run.scheduledUnix }}", "1795476600"],
    ["{{ run.id }}/{{ run.attempt }}/{{ run.trigger }}", "r1/2/SCHEDULE"],
    ["{{ task.name }}", "Report"],
    ["{{ task.id }}", task.id],
  ])("gives %s the value of the run's nominal time or name", (text, expected) => {
    expect(fillText(text, lookup)).toBe(expected);
  });

  it("leaves other people's braces as they are, and does not look into a value it has put in", () => {
    expect(fillText("{{ user.name }} {{#each x}} {run.id} {{ env.HOME }}", lookup)).toBe(
      "{{ user.name }} {{#each x}} {run.id} {{ env.HOME }}",
    );
    expect(fillText("Bearer {{ secrets.TOKEN }}", lookup)).toBe("Bearer s3cr{{ run.id }}et");
    expect(references("{{ user.name }}")).toEqual({ secrets: [], unknown: [] });
  });

  it("tells the secrets it names and the names that stand for nothing, wherever they stand", () => {
    const value = { a: ["{{ secrets.A }}", { b: "{{secrets.B}} {{ secrets.A }} {{ run.nothing }} {{ task. }}" }] };
    expect(references(value)).toEqual({ secrets: ["A", "B"], unknown: ["run.nothing", "task."] });
  });

  it("changes nothing of a value without places, and no key of an object", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json = JSON.parse(JSON.stringify(value)) as Json;
        expect(fillJson(json, lookup)).toEqual(json);
      }),
    );
    expect(fillJson({ "{{ run.id }}": "{{ run.id }}" }, lookup)).toEqual({ "{{ run.id }}": "r1" });
  });
});

describe("a mask", () => {
  it("leaves no secret in any text, plain or as JSON, URL or base64 write it", () => {
    const secret = fc.string({ minLength: 4, maxLength: 40, unit: "grapheme" }).filter((text) => !/^\*+$/.test(text));
    fc.assert(
      fc.property(fc.array(secret, { minLength: 1, maxLength: 3 }), fc.string(), (secrets, around) => {
        const mask = maskFor(secrets);
        for (const value of secrets) {
          for (const form of [
            value,
            JSON.stringify(value).slice(1, -1),
            encodeURIComponent(value),
            Buffer.from(value).toString("base64"),
          ]) {
            expect(mask(`${form}`)).toMatch(/\*\*\*/);
            expect(mask(`${around}\n${form}\n`).includes(`\n${form}\n`)).toBe(false);
          }
        }
      }),
    );
  });

  it("hides each line of a key that has several, since logs come line by line", () => {
    const mask = maskFor(["-----BEGIN KEY-----\nabcdefghijkl\n-----END KEY-----"]);
    expect(mask("read abcdefghijkl from the file")).toBe("read *** from the file");
  });

  it("hides the longer of two secrets whole when one holds the other", () => {
    expect(maskFor(["pass", "password"])("the password")).toBe("the ***");
  });
});
