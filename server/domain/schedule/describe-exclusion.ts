// An exclusion in English words. Decides nothing.

import type { Calendar, Exclusion } from "../timing.ts";
import { describeCron } from "./describe-cron.ts";

/** `calendar`: the one that the exclusion names; null when it is not known or none is named. */
export function describeExclusion(exclusion: Exclusion, calendar: Pick<Calendar, "name"> | null): string {
  switch (exclusion.kind) {
    case "CRON": {
      const zone = exclusion.timezone === null ? "" : ` (${exclusion.timezone})`;
      return `Leaves out: ${lowered(describeCron(exclusion.expression, undefined))}${zone}`;
    }
    case "DATES": {
      const zone = exclusion.timezone === null ? "" : ` (${exclusion.timezone})`;
      const days = exclusion.from === exclusion.until ? exclusion.from : `${exclusion.from} to ${exclusion.until}`;
      return `Leaves out ${days}${zone}`;
    }
    case "CALENDAR":
      return `Leaves out the calendar ${calendar === null ? exclusion.calendarId : JSON.stringify(calendar.name)}`;
  }
}

const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
