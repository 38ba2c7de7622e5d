// What the newest change of the time zone rules did, as it was found at a start.
import { CHANGE_FACT, type RulesChange } from "../../domain/tzdata.ts";
import type { Loaders, Services } from "./context.ts";

export async function tzdataChange({ store }: Services, { task }: Loaders) {
  const kept = await store.fact(CHANGE_FACT);
  if (kept === null) return null;
  const { from, to, foundAt, timezones, moved } = JSON.parse(kept) as RulesChange;
  const tasks = await Promise.all(moved.map(({ taskId }) => task.load(taskId)));
  const listed = moved.flatMap(({ was, now, message }, index) => {
    const found = tasks[index];
    return found ? [{ task: found, was, now, message }] : [];
  });
  return { from, to, foundAt, timezones: [...timezones], moved: listed };
}
