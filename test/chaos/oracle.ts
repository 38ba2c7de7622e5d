// When a task is due, worked out from scratch: whole seconds, compared with what a clock on the wall of a zone would show. Uses
// nothing of the server and none of its libraries.

export type Timing =
  | { readonly kind: "every"; readonly seconds: number }
  | { readonly kind: "once"; readonly at: number }
  /** Whenever the zone's clock shows one of these seconds in one of these hours. */
  | { readonly kind: "clock"; readonly zone: string; readonly seconds: readonly number[]; readonly hours: readonly number[] | null }; // biome-ignore format: a table

const QUARTER_MS = 900_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** What the zone's clock shows, as if it were UTC. Zones change at quarters of an hour only. */
export function wallClock(zone: string, instant: number): number {
  let format = formats.get(zone);
  if (!format) {
    const parts = { year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric" } as const; // biome-ignore format: a list
    format = new Intl.DateTimeFormat("en-US", { timeZone: zone, hourCycle: "h23", ...parts });
    formats.set(zone, format);
  }
  const shown: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(instant)) shown[type] = Number(value);
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = shown;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** Every due instant within both ends, in order. */
export function dueBetween(timing: Timing, from: number, to: number): number[] {
  if (timing.kind === "once") return timing.at >= from && timing.at <= to ? [timing.at] : [];
  const due: number[] = [];
  if (timing.kind === "every") {
    const step = timing.seconds * 1_000;
    for (let next = Math.ceil(from / step) * step; next <= to; next += step) due.push(next);
    return due;
  }
  const wanted = new Set(timing.seconds);
  for (let quarter = Math.floor(from / QUARTER_MS) * QUARTER_MS; quarter <= to; quarter += QUARTER_MS) {
    const ahead = wallClock(timing.zone, quarter) - quarter;
    for (let at = quarter; at < quarter + QUARTER_MS; at += 1_000) {
      if (at < from || at > to) continue;
      const wall = new Date(at + ahead);
      const rightHour = timing.hours === null || timing.hours.includes(wall.getUTCHours());
      if (rightHour && wanted.has(wall.getUTCSeconds())) due.push(at);
    }
  }
  return due;
}

export function isDue(timing: Timing, instant: number): boolean {
  return dueBetween(timing, instant, instant).length === 1;
}

export const cronOf = ({ seconds, hours, zone }: Extract<Timing, { kind: "clock" }>) => ({
  expression: `${seconds.join(",")} * ${hours === null ? "*" : hours.join(",")} * * *`,
  timezone: zone,
});
