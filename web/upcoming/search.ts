// The state of the pages about the future in their addresses.
import { oneOf, type Raw, text } from "../ui/search-params";

export type Span = "24h" | "7d" | "30d" | "custom";

export interface UpcomingSearch {
  /** 24 hours when left out. */
  span?: Exclude<Span, "24h">;
  /** The window of a custom span. */
  from?: string;
  until?: string;
}

const instant = (raw: unknown): string | undefined => {
  const given = text(raw);
  return given && !Number.isNaN(Date.parse(given)) ? new Date(given).toISOString() : undefined;
};

export const upcomingSearch = (raw: Raw): UpcomingSearch => ({
  span: oneOf(raw.span, ["7d", "30d", "custom"] as const),
  from: instant(raw.from),
  until: instant(raw.until),
});

export interface ClockChangesSearch {
  /** This year when left out. */
  year?: number;
}

export const FIRST_YEAR = 1970;
export const LAST_YEAR = 2199;

export const clockChangesSearch = (raw: Raw): ClockChangesSearch => {
  const year = Number(raw.year);
  return { year: Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR ? year : undefined };
};
