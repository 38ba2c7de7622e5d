// From the wall clock of a zone to the instant, for fields that are filled in by people. The server checks what matters;
// here a time that a clock change leaves out moves on by its length, and of a time that comes twice the first is meant.
import { wallClock } from "./format";

const DAY_MS = 86_400_000;

/** The zone's offset from UTC at an instant. */
const offsetMs = (at: number, zone: string): number =>
  Date.parse(`${wallClock(new Date(at).toISOString(), zone)}Z`) - Math.floor(at / 1000) * 1000;

/** `2026-11-23T14:05` or `2026-11-23T14:05:09` in a zone as an instant; null when it cannot be read. */
export function toInstant(local: string, zone: string): string | null {
  const asUtc = Date.parse(`${local}Z`);
  if (Number.isNaN(asUtc)) return null;
  // A zone changes its clocks at most once in two days, so one of the offsets around is that of the time itself.
  const before = asUtc - offsetMs(asUtc - DAY_MS, zone);
  const after = asUtc - offsetMs(asUtc + DAY_MS, zone);
  const fits = (at: number) => at + offsetMs(at, zone) === asUtc;
  const at = fits(before) ? before : fits(after) ? after : before;
  return new Date(at).toISOString();
}
