// A calendar's entries as text: what is printed is read back as the same.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseEntries, printEntry } from "../../../web/calendars/entries-text";

const HOUR_MS = 3_600_000;
const local = (ms: number): string => new Date(ms).toISOString().slice(0, 19);
const labels = fc
  .stringMatching(/^[\p{L}\d'(][\p{L}\d' .,()-]{0,30}$/u)
  .map((text) => text.trim())
  .filter((text) => text !== "");

/** The stretch that the API makes of an input: days include the last one. */
function stretch({ from, until }: { from: string; until?: string | null }) {
  const end = until ?? from;
  const day = (text: string) => (text.length === 10 ? `${text}T00:00:00` : text);
  const after = end.length === 10 ? local(Date.parse(`${end}T00:00:00Z`) + 24 * HOUR_MS) : end;
  return { from: day(from), until: after };
}

describe("entries as text", () => {
  it("are read back as they were printed", () => {
    const entry = fc.record({
      start: fc.integer({ min: Date.UTC(2000, 0) / HOUR_MS, max: Date.UTC(2060, 0) / HOUR_MS }),
      hours: fc.integer({ min: 1, max: 24 * 30 }),
      whole: fc.boolean(),
      label: fc.option(labels),
    });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 10 }), (given) => {
        const entries = given.map(({ start, hours, whole, label }) => {
          const from = whole ? Math.floor(start / 24) * 24 : start;
          const length = whole ? Math.ceil(hours / 24) * 24 : hours;
          return { from: local(from * HOUR_MS), until: local((from + length) * HOUR_MS), label };
        });
        const { entries: read, wrong } = parseEntries(entries.map(printEntry).join("\n"));
        expect(wrong).toEqual([]);
        expect(read.map((each) => ({ ...stretch(each), label: each.label ?? null }))).toEqual(entries);
      }),
    );
  });

  it("say which lines cannot be read, and count lines as the person sees them", () => {
    const { entries, lines, wrong } = parseEntries("2026-12-25 Christmas\n\nsoon\n 2026-12-24 .. 2026-12-26 \n");
    expect(entries).toEqual([
      { from: "2026-12-25", label: "Christmas" },
      { from: "2026-12-24", until: "2026-12-26" },
    ]);
    expect(lines).toEqual([1, 4]);
    expect(wrong).toEqual([{ line: 3, text: "soon" }]);
  });
});
