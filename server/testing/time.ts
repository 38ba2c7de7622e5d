// Instants and lengths of time as tests give them, checked.
import { parseDuration } from "../domain/duration.ts";
import type { Result } from "../domain/errors.ts";
import { parseInstant } from "../domain/instant.ts";
import type { Duration } from "./api.ts";

const FOREVER = Number.POSITIVE_INFINITY;

function taken<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new TypeError(result.errors.map(({ message }) => message).join("\n"));
}

/** @throws TypeError when it is neither a number of milliseconds nor an ISO 8601 duration, or is negative */
export function milliseconds(name: string, duration: Duration): number {
  if (typeof duration === "string") return taken(parseDuration([name], duration, { least: 0, most: FOREVER }));
  if (duration >= 0) return duration;
  throw new TypeError(`${name} ${duration} is no number of milliseconds. Examples: 60_000, "PT1M".`);
}

/** May be negative. */
export function step(name: string, duration: Duration): number {
  if (typeof duration === "number") return Math.sign(duration) * milliseconds(name, Math.abs(duration));
  return duration.startsWith("-") ? -milliseconds(name, duration.slice(1)) : milliseconds(name, duration);
}

/** Milliseconds since 1970. @throws TypeError for a text without an offset, or no date */
export function instant(name: string, value: Date | string): number {
  const at = typeof value === "string" ? taken(parseInstant([name], value)) : value.getTime();
  if (at >= 0) return at;
  throw new TypeError(`${name} ${String(value)} is no instant since 1970. Example: "2026-03-29T00:00:00Z".`);
}
