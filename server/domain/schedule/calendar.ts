// Arithmetic of the proleptic Gregorian calendar on whole days since 1970-01-01.
// Knows nothing of zones, cron or the host's clock, and never uses `Date`.

export const DAY_SECONDS = 86_400;

/** Nothing is searched after this year. */
export const LAST_YEAR = 9999;

const MONTH_LENGTHS = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Days in the month, `month` 1 to 12. */
export const monthLength = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (MONTH_LENGTHS[month] as number);

/** 0 is Sunday. */
export const weekday = (day: number): number => (((day + 4) % 7) + 7) % 7;

/** Day number of a date. Source: Hinnant, "chrono-compatible low-level date algorithms", days_from_civil. */
export function dayOf(year: number, month: number, dayOfMonth: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** A date packed into one integer, so that the search allocates nothing; read it with `yearOf`, `monthOf`, `dateOf`. */
export type PackedDate = number;
export const yearOf = (date: PackedDate): number => date >> 9;
export const monthOf = (date: PackedDate): number => (date >> 5) & 15;
export const dateOf = (date: PackedDate): number => date & 31;

/** The date of a day number, years 1 to 9999. Source: Hinnant, civil_from_days. */
export function packedDate(day: number): PackedDate {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra =
    ((dayOfEra - ((dayOfEra / 1460) | 0) + ((dayOfEra / 36_524) | 0) - ((dayOfEra / 146_096) | 0)) / 365) | 0;
  const dayOfYear = dayOfEra - (365 * yearOfEra + (yearOfEra >> 2) - ((yearOfEra / 100) | 0));
  const shiftedMonth = ((5 * dayOfYear + 2) / 153) | 0;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return (year << 9) | (month << 5) | (dayOfYear - (((153 * shiftedMonth + 2) / 5) | 0) + 1);
}
