// Entries of calendars that people type: what dates and times mean, what is refused, and how entries are joined.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkEntries, type EntryInput, joined } from "../../../server/domain/schedule/calendar-entries.ts";
import { SEED } from "./arbitraries.ts";

const entry = (from: string, until: string, label: string | null = null): EntryInput => ({ from, until, label });

function taken(...entries: readonly EntryInput[]) {
  const result = checkEntries(["entries"], entries);
  if (!result.ok) throw new Error(result.errors[0]?.message);
  return result.value;
}

test("dates are whole days, both ends included; times do not include the end", () => {
  expect(
    taken(entry("2026-12-24", "2026-12-26", " Christmas "), entry("2026-10-01T18:00", "2026-10-02T06:00:30", "")),
  ).toEqual([
    { from: "2026-10-01T18:00:00", until: "2026-10-02T06:00:30", label: null },
    { from: "2026-12-24T00:00:00", until: "2026-12-27T00:00:00", label: "Christmas" },
  ]);
});

test("a day may be one entry, and a date may stand beside a time", () => {
  expect(taken(entry("2028-02-29", "2028-02-29"))).toEqual([
    { from: "2028-02-29T00:00:00", until: "2028-03-01T00:00:00", label: null },
  ]);
  expect(taken(entry("2026-12-24T12:00", "2026-12-24"))[0]?.until).toBe("2026-12-25T00:00:00");
});

describe("what is refused", () => {
  const ROWS: readonly (readonly [from: string, until: string, code: string, field: string, says: string])[] = [
    [
      "2026-02-29",
      "2026-03-01",
      "INVALID_DATE",
      "from",
      'The local time "2026-02-29" has the day 29; 1 to 28 is allowed. Example: "2026-12-25".',
    ],
    ["2026-12-25", "2026-13-01", "INVALID_DATE", "until", "has the month 13"],
    ["25.12.2026", "2026-12-26", "INVALID_DATE", "from", "cannot be read as YYYY-MM-DD or YYYY-MM-DDTHH:mm:ss"],
    ["", "2026-12-26", "INVALID_DATE", "from", "cannot be read"],
    ["2026-12-25T00:00:00Z", "2026-12-26", "INVALID_DATE", "from", "cannot be read"],
    ["2026-12-25T00:00:00.5", "2026-12-26", "INVALID_DATE", "from", "has milliseconds"],
    [
      "2026-12-26",
      "2026-12-25",
      "INVALID_CALENDAR",
      "until",
      'The entry ends ("2026-12-25") before anything of it has passed',
    ],
    ["2026-12-25T10:00", "2026-12-25T10:00", "INVALID_CALENDAR", "until", "a later end is expected"],
  ];
  for (const [from, until, code, field, says] of ROWS) {
    test(`${from} to ${until}: ${says}`, () => {
      const result = checkEntries(["calendar", "entries"], [entry("2026-01-01", "2026-01-01"), entry(from, until)]);
      expect(result).toMatchObject({ ok: false, errors: [{ code, field: ["calendar", "entries", "1", field] }] });
      expect(result.ok ? "" : result.errors[0]?.message).toContain(says);
    });
  }

  test("a long label, and more entries than allowed", () => {
    const long = checkEntries(["entries"], [entry("2026-12-25", "2026-12-25", "x".repeat(201))]);
    expect(long).toMatchObject({ ok: false, errors: [{ code: "TOO_LONG", field: ["entries", "0", "label"] }] });
    const many = checkEntries(
      ["entries"],
      Array.from({ length: 5001 }, () => entry("2026-12-25", "2026-12-25")),
    );
    expect(many).toMatchObject({ ok: false, errors: [{ code: "INVALID_CALENDAR", field: ["entries"] }] });
    const wrong = checkEntries(
      ["entries"],
      Array.from({ length: 100 }, () => entry("x", "y")),
    );
    expect(wrong.ok ? 0 : wrong.errors.length).toBe(20);
  });
});

test("joined entries cover the same seconds for each label, are sorted and do not touch", () => {
  const stretch = fc
    .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 9 }), fc.constantFrom("a", "b", null))
    .map(([from, length, label]) => ({ from, until: from + length, label }));
  const seconds = (list: readonly { from: number; until: number; label: string | null }[]): string[] =>
    [
      ...new Set(
        list.flatMap(({ from, until, label }) =>
          Array.from({ length: until - from }, (_, i) => `${label} ${from + i}`),
        ),
      ),
    ].sort();
  fc.assert(
    fc.property(fc.array(stretch, { maxLength: 25 }), (given) => {
      const found = joined(given).map(({ from, until, label }) => ({
        from: Date.parse(`${from}Z`) / 1000,
        until: Date.parse(`${until}Z`) / 1000,
        label,
      }));
      expect(seconds(found)).toEqual(seconds(given));
      expect(found.map(({ from }) => from)).toEqual(found.map(({ from }) => from).sort((a, b) => a - b));
      for (const label of ["a", "b", null]) {
        const own = found.filter((one) => one.label === label);
        own.slice(1).forEach((next, i) => {
          expect(next.from).toBeGreaterThan(own[i]?.until ?? 0);
        });
      }
    }),
    { seed: SEED, numRuns: 300 },
  );
});
