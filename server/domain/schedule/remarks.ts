// What is worth knowing about a schedule as a whole and often misread. Only words: it decides nothing.

import type { CronSchedule, Schedule } from "../timing.ts";
import { guard } from "./cron-guard.ts";

/** Sentences for people; empty when there is nothing to say. */
export function scheduleRemarks(schedule: Schedule): string[] {
  switch (schedule.kind) {
    case "CRON":
      return cronRemarks(schedule);
    case "EVERY":
      return schedule.after === "END"
        ? ["The interval is counted from the end of each run; the times shown assume runs that take no time."]
        : [];
    case "STARTUP":
      return ["It names no time beforehand: it runs whenever a server that plans occurrences starts."];
    case "MANUAL":
      return ["It never runs by itself: by hand, or as a follow-up of another task."];
    case "UNION":
      return [...new Set(schedule.of.flatMap(scheduleRemarks))];
    default:
      return [];
  }
}

function cronRemarks({ expression, seed }: CronSchedule): string[] {
  const remarks: string[] = [];
  const guarded = guard(expression);
  const [, , , dayOfMonth = "*", , dayOfWeek = "*"] = guarded.ok ? guarded.fields : [];
  const starred = (field: string) => /^[*?]/.test(field);
  if (!starred(dayOfMonth) && !starred(dayOfWeek)) {
    remarks.push(
      `Both day fields are set: as in Vixie cron a day that fits either one runs (day of month ${dayOfMonth} or day of week ${dayOfWeek}). ` +
        "Begin one of them with * to have it run only where both fit, for example */1.",
    );
  }
  const stepped = (field: string) => field.startsWith("*/");
  if ((stepped(dayOfMonth) || stepped(dayOfWeek)) && dayOfMonth !== "*" && dayOfWeek !== "*") {
    remarks.push("A day field begins with *, so a day must fit both day fields, as in Vixie cron.");
  }
  if (seed !== undefined) {
    remarks.push(
      "H stands for a value that is hashed from the task's seed: different tasks spread, each keeps its own time.",
    );
  }
  return remarks;
}
