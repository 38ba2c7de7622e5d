// Where other cron libraries answer otherwise than this engine: each asked for the runs of every hand-checked case that a cron
// library can be asked about. Finds and sorts the disagreements; their page is made in tools/disagreements-table.ts.

import { CronExpressionParser } from "cron-parser";
import { Cron } from "croner";
import { timetableOf, zoneOf } from "../../../server/domain/schedule/index.ts";
import { CASES, type Case, timingOf } from "./cases/index.ts";

/** The next run each time it is called; null when there is none. May throw. */
type Runs = () => number | null;

export interface Library {
  readonly name: string;
  /** @throws Error for an expression that it refuses */
  ask(zone: string, expression: string, after: number): Runs;
}

const croner = (name: string, options: { fixedTimeRule?: "no-wildcard" }): Library => ({
  name,
  ask(zone, expression, after) {
    const job = new Cron(expression, { timezone: zone, ...options });
    let last = new Date(after);
    return () => {
      const next = job.nextRun(last);
      if (next !== null) last = next;
      return next?.getTime() ?? null;
    };
  },
});

export const LIBRARIES: readonly Library[] = [
  {
    name: "cron-parser",
    ask(zone, expression, after) {
      const runs = CronExpressionParser.parse(expression, { currentDate: new Date(after), tz: zone });
      return () => runs.next().getTime();
    },
  },
  croner("croner", {}),
  croner('croner with `fixedTimeRule: "no-wildcard"`', { fixedTimeRule: "no-wildcard" }),
];

/** What the disagreements are about, each with the reason for our answer. */
export const KINDS = {
  stops: "The search ends with an error. There is a next run, and the search must come to it.",
  days: "Of two day fields, one of which starts with `*`, both must fit, as in Vixie cron, whatever follows the star.",
  "fixed gap":
    "A fixed time in a gap runs once, at the first instant after the gap, as in Vixie cron: not later, not several times, not never. A time at the gap's end exists, and runs then.",
  "wildcard gap":
    "A schedule that follows the clock runs when the clock shows a time that it names: over a gap nothing of the gap, and every tick beside it.",
  "fixed overlap": "A fixed time that comes twice runs in the first pass, and only then.",
  "wildcard overlap":
    "A schedule that follows the clock runs in both passes of a time that comes twice: a tick every half hour stays one every half hour.",
} as const;
export type Kind = keyof typeof KINDS;

export interface Disagreement {
  readonly kind: Kind;
  readonly zone: string;
  readonly expression: string;
  /** The window's beginning; what lies after its end is not compared. */
  readonly from: number;
  readonly theirs: readonly number[];
  /** Why theirs end early; null when they do not. */
  readonly stopped: string | null;
  readonly ours: readonly number[];
}

export interface Comparison {
  readonly library: Library;
  /** How many cases were compared. */
  readonly compared: number;
  /** The expressions that it refuses. */
  readonly refused: readonly string[];
  readonly disagreements: readonly Disagreement[];
}

/** A cron expression and nothing else that a library does not know; `H` is each library's own. */
const asked = CASES.flatMap((each) => {
  const { schedule, more } = each;
  const plain = Object.keys(more).every((key) => key === "omits");
  return typeof schedule === "string" && plain ? [{ each, expression: schedule }] : [];
});

/** So many more runs than ours are asked for, so that a library that goes round in circles is left. */
const MOST_EXTRA = 10;

function theirRuns(runs: Runs, until: number, most: number): { found: number[]; stopped: string | null } {
  const found: number[] = [];
  while (found.length < most) {
    let next: number | null;
    try {
      next = runs();
    } catch (error) {
      return { found, stopped: error instanceof Error ? error.message : String(error) };
    }
    if (next === null || next > until) break;
    if (next <= (found.at(-1) ?? Number.NEGATIVE_INFINITY)) return { found, stopped: "goes back in time" };
    found.push(next);
  }
  return { found, stopped: null };
}

/** The second, minute and hour fields, or those that there are. */
function timeFields(expression: string): string[] {
  const words = expression.split(" ");
  if (words.length < 5) return expression === "@hourly" ? ["*"] : [];
  return words.slice(0, words.length === 7 ? 3 : -3);
}

const steppedDay = (expression: string): boolean => {
  const words = expression.split(" ");
  const [dayOfMonth = "", , dayOfWeek = ""] = words.slice(words.length === 7 ? -4 : -3);
  return dayOfMonth.startsWith("*/") || dayOfWeek.startsWith("*/");
};

const datesOf = (runs: readonly number[]): string =>
  [...new Set(runs.map((at) => new Date(at).toISOString().slice(0, 10)))].join();

const END = Number.POSITIVE_INFINITY;
/** A run that a clock change moves is no further from the change. */
const NEAR_MS = 6 * 3_600_000;

function kindOf(each: Case, found: Omit<Disagreement, "kind">): Kind {
  const { expression, theirs, ours, stopped } = found;
  if (stopped !== null) return "stops";
  if (steppedDay(expression) && datesOf(theirs) !== datesOf(ours)) return "days";
  const wildcard = timeFields(expression).some((field) => field.startsWith("*"));
  const first = ours.findIndex((at, i) => at !== theirs[i]);
  const differing = first < 0 ? (theirs[ours.length] as number) : Math.min(ours[first] as number, theirs[first] ?? END);
  const zone = zoneOf(each.zone);
  const around = [differing - NEAR_MS, differing + NEAR_MS].map((at) => zone.offsetAt(Math.floor(at / 1000)));
  return `${wildcard ? "wildcard" : "fixed"} ${(around[1] as number) > (around[0] as number) ? "gap" : "overlap"}`;
}

export function compare(library: Library): Comparison {
  const refused: string[] = [];
  const disagreements: Disagreement[] = [];
  for (const { each, expression } of asked) {
    const { zone, from, until } = each;
    let runs: Runs;
    try {
      runs = library.ask(zone, expression, from - 1);
    } catch {
      refused.push(expression);
      continue;
    }
    const { timing, calendars } = timingOf(each);
    const ours = timetableOf(timing, calendars)
      .between(from - 1, until, 1000)
      .map(({ at }) => at);
    const { found, stopped } = theirRuns(runs, until, ours.length + MOST_EXTRA);
    if (stopped === null && found.join() === ours.join()) continue;
    const disagreement = { zone, expression, from, theirs: found, stopped, ours };
    disagreements.push({ kind: kindOf(each, disagreement), ...disagreement });
  }
  return { library, compared: asked.length - refused.length, refused: [...new Set(refused)], disagreements };
}
