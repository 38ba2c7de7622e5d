// Lengths of time as ISO 8601 text and as milliseconds. Years and months are refused: their length varies.
import { ok, type Result, refuse, shown } from "./errors.ts";

const WEEK = 604_800_000;
const DAY = 86_400_000;
const HOUR = 3_600_000;
const MINUTE = 60_000;
const SECOND = 1_000;
const FORM = /^P(?=.)(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d{1,3})?)S)?)?$/;

export interface DurationBounds {
  readonly least: number;
  readonly most: number;
}

/** Milliseconds. Errors: INVALID_DURATION, OUT_OF_RANGE. */
export function parseDuration(field: readonly string[], text: string, bounds: DurationBounds): Result<number> {
  const match = text.length <= 40 ? FORM.exec(text) : null;
  if (!match) {
    return refuse(
      "INVALID_DURATION",
      field,
      `${field.at(-1)} ${shown(text)} is not an ISO 8601 duration of weeks, days, hours, minutes and seconds. Example: "PT90M".`,
    );
  }
  const [weeks, days, hours, minutes] = match.slice(1, 5).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
  ];
  const seconds = Number((match[5] ?? "0").replace(",", "."));
  const ms = weeks * WEEK + days * DAY + hours * HOUR + minutes * MINUTE + Math.round(seconds * SECOND);
  if (ms >= bounds.least && ms <= bounds.most) return ok(ms);
  return refuse(
    "OUT_OF_RANGE",
    field,
    `${field.at(-1)} ${shown(text)} is outside ${formatDuration(bounds.least)} to ${formatDuration(bounds.most)}. Example: ${formatDuration(Math.max(bounds.least, MINUTE))}.`,
  );
}

/** The shortest text in days, hours, minutes and seconds; `parseDuration` reads it back to the same number. */
export function formatDuration(ms: number): string {
  const days = Math.floor(ms / DAY);
  const hours = Math.floor((ms % DAY) / HOUR);
  const minutes = Math.floor((ms % HOUR) / MINUTE);
  const seconds = (ms % MINUTE) / SECOND;
  const time = `${hours ? `${hours}H` : ""}${minutes ? `${minutes}M` : ""}${seconds ? `${seconds}S` : ""}`;
  if (days === 0 && time === "") return "PT0S";
  return `P${days ? `${days}D` : ""}${time ? `T${time}` : ""}`;
}
