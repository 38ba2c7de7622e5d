// Creates, edits and deletes calendars. Tasks that leave one out are planned anew in the same transaction.
import { fail, ok, type Result, refuse, type UserError } from "../errors.ts";
import { type CalendarInput, type CalendarPatch, checkCalendar, checkCalendarPatch } from "../input/calendar.ts";
import { checkId } from "../input/text.ts";
import { DEFAULT_NAMESPACE } from "../namespace.ts";
import { replanTask } from "../replan.ts";
import type { Calendar } from "../types.ts";
import { type Deps, notFound } from "./deps.ts";

export interface CalendarAnswer {
  readonly calendar: Calendar;
  /** What an iCalendar text had that was not taken over. */
  readonly skipped: readonly string[];
}

const nameTaken = (name: string): UserError => ({
  code: "ALREADY_EXISTS",
  field: ["name"],
  message: `Another calendar is named ${JSON.stringify(name)}. Names are unique, ignoring case; choose another one.`,
});

export async function createCalendar(deps: Deps, input: CalendarInput): Promise<Result<CalendarAnswer>> {
  const now = deps.clock.now();
  const checked = checkCalendar(input, now);
  if (!checked.ok) return checked;
  const { skipped, ...spec } = checked.value;
  const namespaceId = deps.store.namespaceId ?? DEFAULT_NAMESPACE;
  const calendar: Calendar = { ...spec, id: deps.newId(), namespaceId, version: 1, createdAt: now, updatedAt: now };
  return deps.store.write(async (tx) =>
    (await tx.insertCalendar(calendar)) ? ok({ calendar, skipped }) : fail(nameTaken(calendar.name)),
  );
}

export interface UpdateCalendar extends CalendarPatch {
  readonly id: string;
  readonly version: number;
}

export async function updateCalendar(
  deps: Deps,
  { id, version, ...patch }: UpdateCalendar,
): Promise<Result<CalendarAnswer>> {
  const checkedId = checkId(["id"], id);
  if (!checkedId.ok) return checkedId;
  const now = deps.clock.now();
  const checked = checkCalendarPatch(patch, now);
  if (!checked.ok) return checked;
  const { skipped, ...changes } = checked.value;
  return deps.store.write(async (tx) => {
    const current = (await tx.calendarsById([id])).get(id);
    if (!current) return fail(notFound("calendar", id));
    if (current.version !== version) {
      return refuse(
        "CONFLICT",
        ["version"],
        `The calendar has changed: you read version ${version}, it is now version ${current.version}. Read it again and repeat the edit.`,
      );
    }
    const calendar: Calendar = { ...current, ...changes, version: version + 1, updatedAt: now };
    if (!(await tx.saveCalendar(calendar))) return fail(nameTaken(calendar.name));
    for (const task of await tx.tasksUsing(id)) await replanTask(tx, deps.newId, task, now);
    return ok({ calendar, skipped });
  });
}

export async function deleteCalendar(deps: Deps, { id }: { id: string }): Promise<Result<CalendarAnswer>> {
  const checkedId = checkId(["id"], id);
  if (!checkedId.ok) return checkedId;
  return deps.store.write(async (tx) => {
    const calendar = (await tx.calendarsById([id])).get(id);
    if (!calendar) return fail(notFound("calendar", id));
    const users = await tx.tasksUsing(id);
    if (users.length > 0) {
      const named = users.slice(0, 3).map(({ name }) => JSON.stringify(name));
      const more = users.length > 3 ? ` and ${users.length - 3} more` : "";
      const why = `The calendar is used by ${named.join(", ")}${more}. Take it out of their exclusions first.`;
      return refuse("ILLEGAL_STATE", ["id"], why);
    }
    await tx.deleteCalendar(id);
    return ok({ calendar, skipped: [] });
  });
}
