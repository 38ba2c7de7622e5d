// The fields of a cron expression as a table: their words, ranges, names and an example of each, for the guard in front
// of the parser and its messages.

export interface CronField {
  readonly word: string;
  readonly min: number;
  readonly max: number;
  /** Names in place of numbers, in the order of the numbers from `firstNamed`. */
  readonly names: readonly string[];
  readonly firstNamed: number;
  /** One valid value of this field. */
  readonly example: string;
}

const MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
const WEEKDAYS = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

const field = (
  word: string,
  min: number,
  max: number,
  example: string,
  names: readonly string[] = [],
  firstNamed = 0,
): CronField => ({
  word,
  min,
  max,
  example,
  names,
  firstNamed,
});

export const SECOND = field("second", 0, 59, "*/10");
export const MINUTE = field("minute", 0, 59, "*/15");
export const HOUR = field("hour", 0, 23, "9-17");
export const DAY_OF_MONTH = field("day of month", 1, 31, "1,15");
export const MONTH = field("month", 1, 12, "JAN-MAR", MONTHS, 1);
/** 7 is Sunday too. */
export const DAY_OF_WEEK = field("day of week", 0, 7, "MON-FRI", WEEKDAYS, 0);

/** The years of Quartz's CronExpression reach 2299; EventBridge's end with 2199, as here. */
export const YEAR = field("year", 1970, 2199, "2027-2030");

/** Seven fields in the order they are written in; six leave out the last, five the first and the last. */
export const FIELDS = [SECOND, MINUTE, HOUR, DAY_OF_MONTH, MONTH, DAY_OF_WEEK, YEAR] as const;

/** How many different values a field has: 0 and 7 are one weekday. */
export const fieldSize = (of: CronField): number => (of === DAY_OF_WEEK ? 7 : of.max - of.min + 1);

/** The number of a value that the guard accepted, a name or digits. */
export function numberOf(of: CronField, text: string): number {
  const name = of.names.indexOf(text);
  return name >= 0 ? name + of.firstNamed : Number(text);
}

/** Macros and the five fields each stands for. Source: crontab(5) of Vixie cron; `@reboot` has no instant and is none of them. */
export const MACROS: ReadonlyMap<string, string> = new Map([
  ["@yearly", "0 0 1 1 *"],
  ["@annually", "0 0 1 1 *"],
  ["@monthly", "0 0 1 * *"],
  ["@weekly", "0 0 * * 0"],
  ["@daily", "0 0 * * *"],
  ["@midnight", "0 0 * * *"],
  ["@hourly", "0 * * * *"],
]);
