// Reads ISO 8601 durations in weeks, days, hours, minutes and seconds, and writes lengths of time for people.
// Never reads years and months: their length varies.

const PATTERN = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d{1,3})?)S)?)?$/;
const FACTORS_MS = [604_800_000, 86_400_000, 3_600_000, 60_000, 1_000];

/** Milliseconds, or undefined when the text is no such duration. */
export function parseDuration(text: string): number | undefined {
  const parts = PATTERN.exec(text)?.slice(1);
  if (!parts || text.endsWith("T") || parts.every((part) => part === undefined)) return undefined;
  return parts.reduce(
    (sum, part, index) => sum + Math.round(Number((part ?? "0").replace(",", ".")) * (FACTORS_MS[index] ?? 0)),
    0,
  );
}

const UNITS: readonly (readonly [string, number])[] = [
  ["d", 86_400_000],
  ["h", 3_600_000],
  ["min", 60_000],
  ["s", 1_000],
];

/** The two largest parts: `3 h 20 min`. */
export function formatLength(ms: number): string {
  let rest = Math.max(0, Math.round(ms / 1_000) * 1_000);
  const parts: string[] = [];
  for (const [unit, factor] of UNITS) {
    const count = Math.floor(rest / factor);
    rest -= count * factor;
    if (count > 0) parts.push(`${count} ${unit}`);
    else if (parts.length > 0) break;
    if (parts.length === 2) break;
  }
  return parts.join(" ") || "0 s";
}
