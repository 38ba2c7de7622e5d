// Filter and page arguments of the API, as the store takes them.
import { RequestError } from "../../domain/errors.ts";
import { parseInstant } from "../../domain/instant.ts";
import type { RunQuery, TaskQuery } from "../../domain/ports.ts";
import { connection, orderedCursors, type PageArgs, pageRequest } from "./connections.ts";
import type { Context } from "./context.ts";
import type { RunFilter, RunOrder, TaskFilter, TaskOrder } from "./generated.ts";

const MAX_SEARCH = 200;
const MAX_IDS = 100;

/** @throws RequestError with the first error's code: a filter has no `userErrors` to go to */
export function instant(field: string, text: string | null | undefined): number | undefined {
  if (text === null || text === undefined) return undefined;
  const parsed = parseInstant([field], text);
  if (parsed.ok) return parsed.value;
  const [error] = parsed.errors;
  throw new RequestError(error?.code ?? "INVALID_DATE", error?.message ?? field);
}

export function ids(field: string, list: readonly string[] | null | undefined): readonly string[] | undefined {
  if (list && list.length > MAX_IDS)
    throw new RequestError("OUT_OF_RANGE", `${field} has ${list.length} ids; at most ${MAX_IDS} are allowed.`);
  return list ?? undefined;
}

export function searched(text: string | null | undefined): string | undefined {
  if (text && text.length > MAX_SEARCH) {
    throw new RequestError("TOO_LONG", `search has ${text.length} characters; at most ${MAX_SEARCH} are allowed.`);
  }
  return text?.trim() || undefined;
}

export const taskQuery = (filter: TaskFilter | null | undefined): TaskQuery => ({
  search: searched(filter?.search),
  state: filter?.state ?? undefined,
  scheduleKind: filter?.scheduleKind ?? undefined,
  targetKind: filter?.targetKind ?? undefined,
  queue: ids("queue", filter?.queue),
  nextRunFrom: instant("nextRunFrom", filter?.nextRunFrom),
  nextRunBefore: instant("nextRunBefore", filter?.nextRunBefore),
});

export const runQuery = (filter: RunFilter | null | undefined): RunQuery => ({
  taskId: ids("taskId", filter?.taskId),
  state: filter?.state ?? undefined,
  trigger: filter?.trigger ?? undefined,
  late: filter?.late ?? undefined,
  backfillId: ids("backfillId", filter?.backfillId),
  queue: ids("queue", filter?.queue),
  deadLetter: filter?.deadLetter ?? undefined,
  scheduledFrom: instant("scheduledFrom", filter?.scheduledFrom),
  scheduledBefore: instant("scheduledBefore", filter?.scheduledBefore),
});

export async function taskConnection(
  { services }: Context,
  args: PageArgs & { filter?: TaskFilter | null | undefined; orderBy: TaskOrder | null },
) {
  const order = args.orderBy ?? { field: "NAME", direction: "ASC" };
  const cursors = orderedCursors(order);
  return connection(await services.store.tasks(taskQuery(args.filter), order, pageRequest(args, cursors)), cursors);
}

export async function runConnection(
  { services }: Context,
  args: PageArgs & { filter?: RunFilter | null | undefined; orderBy: RunOrder | null },
  onlyTask?: string,
) {
  const order = args.orderBy ?? { field: "SCHEDULED_FOR", direction: "DESC" };
  const cursors = orderedCursors(order);
  const query = runQuery(args.filter);
  const taskId =
    onlyTask === undefined ? query.taskId : query.taskId && !query.taskId.includes(onlyTask) ? [] : [onlyTask];
  return connection(await services.store.runs({ ...query, taskId }, order, pageRequest(args, cursors)), cursors);
}
