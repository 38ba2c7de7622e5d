// Instants as RFC 3339 text and as milliseconds since 1970 UTC.
import { ok, type Result, refuse, shown } from "./errors.ts";

const FORM = /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(?:[Zz]|([+-])(\d{2}):(\d{2}))$/;
/** The years 0001 to 9999 in UTC: what four digits can say. */
const FIRST = -62_135_596_800_000;
const LAST = 253_402_300_799_999;
const EXAMPLE = '"2026-11-23T02:30:00Z"';

/** Milliseconds; finer parts are cut off. Error: INVALID_DATE. RFC 3339 §5.6, seconds may be left out. */
export function parseInstant(field: readonly string[], text: string): Result<number> {
  const match = text.length <= 40 ? FORM.exec(text) : null;
  const bad = () =>
    refuse(
      "INVALID_DATE",
      field,
      `${field.at(-1)} ${shown(text)} is not an RFC 3339 instant with an offset. Example: ${EXAMPLE}.`,
    );
  if (!match) return bad();
  const [year, month, day, hour, minute, second] = [1, 2, 3, 4, 5, 6].map((index) => Number(match[index] ?? 0)) as [
    number, number, number, number, number, number,
  ]; // biome-ignore format: one tuple
  const ms = Number((match[7] ?? "0").padEnd(3, "0").slice(0, 3));
  const offset = match[8] ? (match[8] === "-" ? -1 : 1) * (Number(match[9]) * 60 + Number(match[10])) : 0;
  if (hour > 23 || minute > 59 || second > 59 || Number(match[9] ?? 0) > 23 || Number(match[10] ?? 0) > 59)
    return bad();
  const at = Date.UTC(year, month - 1, day, hour, minute, second, ms);
  const back = new Date(at);
  if (back.getUTCFullYear() !== year || back.getUTCMonth() !== month - 1 || back.getUTCDate() !== day) return bad();
  const instant = at - offset * 60_000;
  return instant >= FIRST && instant <= LAST ? ok(instant) : bad();
}

export const formatInstant = (at: number): string => new Date(at).toISOString();

/** For sentences: `2026-11-23 02:30:00 UTC`. */
export const shownInstant = (at: number): string => `${new Date(at).toISOString().slice(0, 19).replace("T", " ")} UTC`;

/** A length of time for sentences, to two units: `3 h 12 min`. */
export function shownLength(ms: number): string {
  const units: [number, string][] = [[86_400_000, "d"], [3_600_000, "h"], [60_000, "min"], [1_000, "s"]]; // biome-ignore format: table
  const parts: string[] = [];
  let rest = ms;
  for (const [size, name] of units) {
    const count = Math.floor(rest / size);
    if (count > 0) parts.push(`${count} ${name}`);
    rest -= count * size;
    if (parts.length === 2) break;
  }
  return parts.length > 0 ? parts.join(" ") : `${Math.round(ms)} ms`;
}
