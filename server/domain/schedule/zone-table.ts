// A zone's offsets of a stretch of time as plain data that can be stored, and a zone made of it. By a table kept from an earlier
// tzdata one sees which instants of a schedule have moved. Instants and offsets are whole seconds, as in `zone.ts`.

import { DAY_SECONDS } from "./calendar.ts";
import { type Zone, zoneOf } from "./zone.ts";

export interface ZoneTable {
  /** starts[i]: the instant from which offsets[i] holds, until starts[i + 1]. starts[0] is the table's beginning, no transition. */
  readonly starts: readonly number[];
  readonly offsets: readonly number[];
  /** Nothing was read after this instant. */
  readonly until: number;
}

/** A clock change before `from` is felt for as long as the time it repeats, a day at most. */
const BEHIND_SECONDS = 10 * DAY_SECONDS;

/** What this program's tzdata says of a zone between two instants, and of some days before. @throws RangeError for an unknown name */
export function readZoneTable(name: string, from: number, until: number): ZoneTable {
  const zone = zoneOf(name);
  const begin = from - BEHIND_SECONDS;
  const first = zone.indexAt(begin);
  zone.coverUntil(until);
  const starts = [begin];
  const offsets = [zone.offsets[first] as number];
  for (let i = first + 1; i < zone.starts.length && (zone.starts[i] as number) <= until; i++) {
    starts.push(zone.starts[i] as number);
    offsets.push(zone.offsets[i] as number);
  }
  return { starts, offsets, until };
}

const equal = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((value, i) => value === b[i]);

/** Whether two tables of the same stretch of time say the same. */
export const sameTable = (a: ZoneTable, b: ZoneTable): boolean =>
  a.until === b.until && equal(a.starts, b.starts) && equal(a.offsets, b.offsets);

/** A zone that a table describes. Before the table its first offset holds, after it its last one, for ever. */
export function frozenZone(name: string, { starts, offsets }: ZoneTable): Zone {
  const reached: number[] = [];
  starts.forEach((start, i) => {
    const before = i === 0 ? Number.NEGATIVE_INFINITY : start + (offsets[i - 1] as number);
    reached.push(Math.max(before, reached[i - 1] ?? before));
  });
  const indexAt = (at: number): number => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((starts[middle] as number) <= at) low = middle;
      else high = middle;
    }
    return low;
  };
  return {
    name,
    starts,
    offsets,
    reached,
    coverUntil: () => {
      // All that there is is known.
    },
    indexAt,
    offsetAt: (at) => offsets[indexAt(at)] as number,
  };
}
