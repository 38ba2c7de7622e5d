// No calendar file makes the reader throw or hang: cut ones, mixed-up ones, random text, and the largest that are allowed.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseIcs } from "../../../server/domain/schedule/ics.ts";
import { SEED } from "./arbitraries.ts";
import { calendarOf, HOLIDAYS, MAILBOX } from "./ics-samples.ts";

const NOW = Date.UTC(2026, 8, 1);

describe("whatever the text is, it is answered", () => {
  /** Every answer obeys what the store relies on. */
  function see(text: string): void {
    const result = parseIcs(["ics"], text, NOW);
    if (!result.ok) {
      expect(result.errors.length).toBeGreaterThan(0);
      return;
    }
    const { entries: found } = result.value;
    for (const { from, until } of found) expect(from < until).toBe(true);
    expect(found.map(({ from }) => from)).toEqual(found.map(({ from }) => from).sort());
  }

  test("cut anywhere", () => {
    const cuts = fc.tuple(fc.constantFrom(HOLIDAYS, MAILBOX), fc.nat(3000), fc.nat(3000));
    fc.assert(
      fc.property(cuts, ([text, a, b]) => see(text.slice(0, a) + text.slice(b))),
      { seed: SEED, numRuns: 300 },
    );
  });

  test("lines changed, doubled and mixed up", () => {
    const lines = [...new Set([...HOLIDAYS.split("\r\n"), ...MAILBOX.split("\r\n")])];
    const odd = fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...lines) },
      { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 60 }) },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          "__proto__:x",
          "constructor;a=b:x",
          "DTSTART;=:",
          "RRULE:FREQ=HOURLY;COUNT=99999",
          "DTSTART:99991231",
          "DTEND:99991231T235959Z",
          "DURATION:P99999D",
        ),
      },
    );
    const events = fc.array(fc.array(odd, { maxLength: 8 }), { maxLength: 4 });
    fc.assert(
      fc.property(events, (all) => see(calendarOf(...all.map((one) => one.join("\n"))))),
      { seed: SEED, numRuns: 300 },
    );
  });

  test("random text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 500 }), (text) => {
        see(text);
        see(calendarOf(text));
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  test("the largest allowed files are answered in time", () => {
    const weekly = "DTSTART:19000101\nRRULE:FREQ=DAILY;INTERVAL=997;COUNT=100000";
    const began = performance.now();
    see(calendarOf(...Array.from({ length: 500 }, () => weekly)));
    see(calendarOf(`DTSTART${";A=b".repeat(200_000)}:20261224`));
    see(`BEGIN:VCALENDAR\n${" x\n".repeat(300_000)}`);
    expect(performance.now() - began).toBeLessThan(20_000);
  });
});
