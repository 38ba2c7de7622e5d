// What an exclusion leaves out, in English words. Decides nothing.

import type { Calendar, Exclusion } from "../timing.ts";
import { describeCron } from "./describe-cron.ts";

/** `calendar`: the one that the exclusion names; null when it is not known or none is named. */
export function describeExclusion(exclusion: Exclusion, calendar: Pick<Calendar, "name"> | null): string {
  switch (exclusion.kind) {
    case "CRON": {
      const zone = exclusion.timezone === null ? "" : ` (${exclusion.timezone})`;
      return `${describeCron(exclusion.expression, undefined)}${zone}`;
    }
    case "DATES": {
      const zone = exclusion.timezone === null ? "" : ` (${exclusion.timezone})`;
      const days = exclusion.from === exclusion.until ? exclusion.from : `${exclusion.from} to ${exclusion.until}`;
      return `${days}${zone}`;
    }
    case "CALENDAR":
      return `Calendar ${calendar === null ? exclusion.calendarId : JSON.stringify(calendar.name)}`;
  }
}
