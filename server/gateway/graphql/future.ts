// Questions about the future over all tasks: what is upcoming, and what clock changes do.
import { nextTurn } from "../../clock.ts";
import { RequestError } from "../../domain/errors.ts";
import { shownInstant } from "../../domain/instant.ts";
import { timetableFor } from "../../domain/plan-context.ts";
import { runsLeft } from "../../domain/planning.ts";
import type { Task } from "../../domain/types.ts";
import { type Candidate, firstStart, mergeUpcoming } from "../../domain/upcoming.ts";
import type { Services } from "./context.ts";
import { ids, instant } from "./filters.ts";
import type { ResolversTypes } from "./generated.ts";
import { shownImpact, shownOccurrence, zoneOf } from "./occurrences.ts";

const DAY_MS = 86_400_000;
const LONGEST_MS = 366 * DAY_MS;
const MAX_UPCOMING = 500;
const TASKS_A_TURN = 200;
const MAX_IMPACTS = 500;
const YEARS = { least: 1970, most: 2199 };

type Maybe<T> = T | null | undefined;

interface Window {
  readonly from?: Maybe<string>;
  readonly until?: Maybe<string>;
  readonly first?: Maybe<number>;
  readonly taskId?: Maybe<readonly string[]>;
}

/** @throws RequestError for a window that is too long or ends before it begins */
export async function upcoming(
  { store, clock }: Services,
  args: Window,
): Promise<ResolversTypes["UpcomingOccurrences"]> {
  const given = instant("from", args.from);
  const from = given ?? clock.now();
  const until = instant("until", args.until) ?? from + DAY_MS;
  const limit = args.first ?? 100;
  if (limit < 1 || limit > MAX_UPCOMING)
    throw new RequestError("OUT_OF_RANGE", `first ${limit} is outside 1 to ${MAX_UPCOMING}.`);
  if (until < from || until - from > LONGEST_MS) {
    const window = `${shownInstant(from)} to ${shownInstant(until)}`;
    throw new RequestError(
      "OUT_OF_RANGE",
      `The window ${window} is not one of 0 to 366 days. Give a later or nearer until.`,
    );
  }
  const tasks = await store.tasksWithFuture(false, ids("taskId", args.taskId) ?? null);
  const candidates: Candidate[] = [];
  const after = given === undefined ? from : from - 1;
  for await (const task of inTurns(tasks)) {
    const table = await timetableFor(store, task);
    candidates.push({ task, table, left: left(task), first: firstStart(task, table, after) });
  }
  const found = mergeUpcoming(candidates, until, limit);
  const message = found.truncated
    ? `There are more than ${limit} occurrences in the window: those up to ${shownInstant(found.until)} are given. Ask again from there.`
    : null;
  return {
    from,
    until: found.until,
    truncated: found.truncated,
    message,
    nodes: found.nodes.map(({ task, occurrence }) => ({
      task,
      occurrence: shownOccurrence(zoneOf(task.schedule), occurrence),
    })),
  };
}

/** Runs that are planned already are among the occurrences to come. */
/** Others get their turn in between: the questions are about all tasks there are. */
async function* inTurns(tasks: readonly Task[]): AsyncGenerator<Task> {
  for (const [index, task] of tasks.entries()) {
    if (index % TASKS_A_TURN === TASKS_A_TURN - 1) await nextTurn();
    yield task;
  }
}

const left = (task: Task): number => runsLeft(task, { pending: 0, going: 0, lastEnd: null });

/** @throws RequestError for a year that cannot be searched */
export async function clockChangeImpacts(
  { store }: Services,
  year: number,
  taskId: Maybe<readonly string[]>,
): Promise<ResolversTypes["ClockChangeImpacts"]> {
  if (year < YEARS.least || year > YEARS.most)
    throw new RequestError("OUT_OF_RANGE", `year ${year} is outside ${YEARS.least} to ${YEARS.most}.`);
  const from = Date.UTC(year, 0, 1) - 1;
  const until = Date.UTC(year + 1, 0, 1) - 1;
  const tasks = await store.tasksWithFuture(true, ids("taskId", taskId) ?? null);
  const nodes: ReturnType<typeof shownImpact<Task>>[] = [];
  for await (const task of inTurns(tasks)) {
    const table = await timetableFor(store, task);
    nodes.push(...table.impacts(from, until, MAX_IMPACTS + 1).map((impact) => shownImpact(task, impact)));
  }
  nodes.sort((a, b) => a.changeAt - b.changeAt);
  return { year, truncated: nodes.length > MAX_IMPACTS, nodes: nodes.slice(0, MAX_IMPACTS) };
}
