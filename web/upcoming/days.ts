// Sorts instants by the days and hours of a zone's wall clock.
import { wallClock } from "../ui/format";

export interface Day<T> {
  /** `2026-11-23` */
  date: string;
  items: T[];
  /** How many fall into each of the 24 hours. */
  hours: number[];
}

/** The days from the first to the last instant, also those between with nothing on them; items in the order given. */
export function byDay<T>(items: readonly T[], at: (item: T) => string, zone: string): Day<T>[] {
  const days: Day<T>[] = [];
  for (const item of items) {
    const local = wallClock(at(item), zone);
    const date = local.slice(0, 10);
    let last = days.at(-1);
    while (last === undefined || last.date < date) {
      last = {
        date: last === undefined ? date : nextDay(last.date),
        items: [],
        hours: Array.from({ length: 24 }, () => 0),
      };
      days.push(last);
    }
    // Where the clocks go back over midnight, an instant may belong to the day before the last.
    const day = days.findLast((each) => each.date === date) ?? last;
    const hour = Number(local.slice(11, 13));
    day.items.push(item);
    day.hours[hour] = (day.hours[hour] ?? 0) + 1;
  }
  return days;
}

/** What is listed in one row: an item, or many that are alike, at the place of the first. */
export interface Row<T> {
  first: T;
  last: T;
  count: number;
}

/** Of more than `most` items of one group a single row is made. */
export function condense<T>(items: readonly T[], group: (item: T) => string, most: number): Row<T>[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const alike = groups.get(group(item));
    if (alike) alike.push(item);
    else groups.set(group(item), [item]);
  }
  const told = new Set<string>();
  return items.flatMap((item) => {
    const all = groups.get(group(item)) ?? [item];
    if (all.length <= most) return [{ first: item, last: item, count: 1 }];
    if (told.has(group(item))) return [];
    told.add(group(item));
    return [{ first: item, last: all.at(-1) ?? item, count: all.length }];
  });
}

function nextDay(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

const DAY = new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" });

/** `Mon 23 Nov` */
export const dayName = (date: string): string => DAY.format(new Date(`${date}T00:00:00Z`)).replace(",", "");
