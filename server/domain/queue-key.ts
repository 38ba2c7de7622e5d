// The key that a queue counts a run under: a text with places for what the run's payload says. Pure.
import { QUEUE_KEY_LENGTH } from "./limits.ts";
import type { Json, Task } from "./types.ts";

const PLACE = /\{\{\s*([A-Za-z0-9_.-]*)\s*\}\}/g;
const PAYLOAD = "payload.";

const known = (name: string): boolean =>
  name === "task.id" || name === "task.name" || (name.startsWith(PAYLOAD) && name.length > PAYLOAD.length);

/** Names between braces that nothing stands for. */
export const unknownPlaces = (template: string): string[] =>
  [...template.matchAll(PLACE)].map(([, name = ""]) => name).filter((name) => !known(name));

/** Null: the run is not counted under a key, for its task gives none or the payload has nothing at the places. */
export function queueKeyOf(task: Pick<Task, "id" | "name" | "queueKey">, payload: Json | undefined): string | null {
  if (task.queueKey === null) return null;
  let found = false;
  let places = false;
  const key = task.queueKey.replace(PLACE, (_, name: string) => {
    places = true;
    const value = name === "task.id" ? task.id : name === "task.name" ? task.name : at(payload, name);
    found ||= value !== "";
    return value;
  });
  return (places && !found) || key === "" ? null : key.slice(0, QUEUE_KEY_LENGTH);
}

function at(payload: Json | undefined, name: string): string {
  let value: Json | undefined = payload;
  for (const part of name.slice(PAYLOAD.length).split("."))
    value = typeof value === "object" && value !== null && Object.hasOwn(value, part) ? (value as never)[part] : null;
  return value === undefined || value === null || typeof value === "object" ? "" : String(value);
}
