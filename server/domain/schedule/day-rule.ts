// What the two day fields of a cron expression say, and the days of a month that they name. A month is all that is
// asked for: its first weekday and its length decide, so no year, zone or clock is known here.

/** A day counted from the month's first or last day, or the working day nearest to it: `15W`, `L`, `L-3`, `LW`. */
export interface DayAnchor {
  /** From the start: 1 to 31. From the end: 0 (the last day) to 30. */
  readonly day: number;
  readonly fromEnd: boolean;
  /** The nearest Monday to Friday of the same month. */
  readonly workday: boolean;
}

/** `MON#2`, or with nth 0 `MONL`, the last one. */
export interface NthWeekday {
  /** 0 (Sunday) to 6. */
  readonly weekday: number;
  readonly nth: number;
}

export interface DayRule {
  /** Bit d: day d of the month, 1 to 31. */
  readonly daysOfMonth: number;
  readonly anchors: readonly DayAnchor[];
  /** The field starts with `*` or is `?`. */
  readonly dayOfMonthStar: boolean;
  /** Bit w: weekday w, 0 (Sunday) to 6. */
  readonly weekdays: number;
  readonly nthWeekdays: readonly NthWeekday[];
  readonly dayOfWeekStar: boolean;
}

/** Bit d: day d. 0 where the month has no such day: `31W` and `L-30` name nothing in a shorter month. */
function anchorBit({ day, fromEnd, workday }: DayAnchor, firstWeekday: number, length: number): number {
  const at = fromEnd ? length - day : day;
  if (at < 1 || at > length) return 0;
  if (!workday) return 1 << at;
  const on = (firstWeekday + at - 1) % 7;
  // Source: Quartz, CronTrigger tutorial, "W": the search for a working day does not jump over a month's edge.
  if (on === 6) return 1 << (at === 1 ? 3 : at - 1);
  if (on === 0) return 1 << (at === length ? at - 2 : at + 1);
  return 1 << at;
}

function nthBit({ weekday, nth }: NthWeekday, firstWeekday: number, length: number): number {
  const first = 1 + ((weekday - firstWeekday + 7) % 7);
  const at = nth > 0 ? first + (nth - 1) * 7 : first + 7 * Math.floor((length - first) / 7);
  return at <= length ? 1 << at : 0;
}

/** Bit d for every day d of a month of this length, as a signed 32-bit integer. */
export const allDays = (length: number): number => (2 ** (length + 1) - 2) | 0;

/**
 * Bit d: day d of a month matches. Source of the rule that joins the day fields: Vixie cron, a field starting with `*`
 * makes it AND, else OR.
 */
export function dayBits(rule: DayRule, firstWeekday: number, length: number): number {
  let byDate = rule.daysOfMonth;
  for (const anchor of rule.anchors) byDate |= anchorBit(anchor, firstWeekday, length);
  let byWeekday = 0;
  for (let day = 1; day <= length; day++) {
    if (((rule.weekdays >>> ((firstWeekday + day - 1) % 7)) & 1) === 1) byWeekday |= 1 << day;
  }
  for (const nth of rule.nthWeekdays) byWeekday |= nthBit(nth, firstWeekday, length);
  const all = allDays(length);
  return (rule.dayOfMonthStar || rule.dayOfWeekStar ? byDate & byWeekday : byDate | byWeekday) & all;
}
