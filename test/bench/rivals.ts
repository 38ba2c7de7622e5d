// Cron libraries behind one face, each used in its fastest way: the spec parsed once, "the next one" asked again and again.

import { createRequire } from "node:module";
import { CronExpressionParser } from "cron-parser";
import { parseCronExpression } from "cron-schedule";
import { Cron } from "croner";
import { CronosExpression } from "cronosjs";
import { timetableOf } from "../../server/domain/schedule/index.ts";
import type { CronSchedule } from "../../server/domain/timing.ts";
import { UNBOUNDED } from "../../server/domain/timing.ts";

/** The instant (ms) after the one before, the first time after `start`; null: none is left. */
export interface Walker {
  start(after: number): void;
  next(): number | null;
}

export interface Library {
  readonly name: string;
  /** Null: it has no such zone. @throws for a spec that it does not know */
  walker(expression: string, timezone: string): Walker | null;
}

/** A walker of a function that takes the instant after which it looks. */
function stepping(next: (after: number) => number | null): Walker {
  let at = 0;
  return {
    start: (after) => {
      at = after;
    },
    next: () => {
      const found = next(at);
      if (found !== null) at = found;
      return found;
    },
  };
}

export const ours: Library = {
  name: "Cronograph",
  walker(expression, timezone) {
    const schedule: CronSchedule = { kind: "CRON", expression, timezone };
    const timetable = timetableOf({ ...UNBOUNDED, schedule }, new Map());
    return stepping((after) => timetable.next(after)?.at ?? null);
  },
};

interface Later {
  readonly parse: { cron(expression: string): { error?: number } };
  schedule(parsed: object): { next(count: number, from: Date): Date | 0 };
}
const later = createRequire(import.meta.url)("@breejs/later") as Later;

export const RIVALS: readonly Library[] = [
  {
    name: "cron-parser",
    walker(expression, tz) {
      const parsed = CronExpressionParser.parse(expression, { tz });
      return { start: (after) => parsed.reset(new Date(after)), next: () => parsed.next().getTime() };
    },
  },
  {
    name: "croner",
    walker(expression, timezone) {
      const cron = new Cron(expression, { timezone });
      return stepping((after) => cron.nextRun(new Date(after))?.getTime() ?? null);
    },
  },
  {
    name: "cronosjs",
    walker(expression, timezone) {
      const parsed = CronosExpression.parse(expression, { timezone });
      return stepping((after) => parsed.nextDate(new Date(after))?.getTime() ?? null);
    },
  },
  {
    // Reads the host's clock only; the host's zone is UTC here.
    name: "cron-schedule",
    walker(expression, timezone) {
      if (timezone !== "UTC") return null;
      const parsed = parseCronExpression(expression);
      return stepping((after) => parsed.getNextDate(new Date(after)).getTime());
    },
  },
  {
    // Knows UTC and the host's zone only, and counts the instant asked from.
    name: "@breejs/later",
    walker(expression, timezone) {
      if (timezone !== "UTC") return null;
      const parsed = later.schedule(later.parse.cron(expression));
      return stepping((after) => {
        const found = parsed.next(1, new Date(after + 1000));
        return found === 0 ? null : found.getTime();
      });
    },
  },
];
