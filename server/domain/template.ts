// `{{ run.scheduledFor }}`, `{{ secrets.TOKEN }}`: places in a target or payload that are filled in when an attempt starts. Pure.
// Only names below run, task and secrets are ours; any other text in braces is somebody else's template and stays as it is.
import { mapTexts } from "./map-texts.ts";
import { localTime, timezoneOf } from "./schedule/index.ts";
import type { Json, Run, Task } from "./types.ts";

const PLACE = /\{\{\s*((?:run|task|secrets)\.[A-Za-z0-9_.]*)\s*\}\}/g;
const SECRET = "secrets.";

/** What `{{ … }}` may name beside secrets, with the value for a run. Instants are the nominal ones, not those of a late start.
 * The error is that of the last attempt before the fallback target is called; what it says is not filled in itself. */
const VALUES: Readonly<Record<string, (run: Run, task: Task) => string>> = {
  "run.id": (run) => run.id,
  "run.attempt": (run) => String(run.attempt),
  "run.scheduledFor": (run) => new Date(run.scheduledFor).toISOString(),
  "run.scheduledLocal": (run, task) => localTime(timezoneOf(task.schedule), run.scheduledFor).local,
  "run.scheduledDate": (run, task) => localTime(timezoneOf(task.schedule), run.scheduledFor).local.slice(0, 10),
  "run.scheduledUnix": (run) => String(Math.floor(run.scheduledFor / 1_000)),
  "run.trigger": (run) => run.trigger,
  "run.error.code": ({ fallback }) => fallback?.error.code ?? "",
  "run.error.message": ({ fallback }) => fallback?.error.message ?? "",
  "task.id": (_, task) => task.id,
  "task.name": (_, task) => task.name,
};

export const TEMPLATE_NAMES = Object.keys(VALUES);

export interface References {
  /** Names of secrets, each once. */
  readonly secrets: readonly string[];
  /** Names that nothing stands for. */
  readonly unknown: readonly string[];
}

export function references(value: Json | undefined): References {
  const secrets = new Set<string>();
  const unknown = new Set<string>();
  for (const text of texts(value)) {
    for (const [, name = ""] of text.matchAll(PLACE)) {
      if (name.startsWith(SECRET)) secrets.add(name.slice(SECRET.length));
      else if (!Object.hasOwn(VALUES, name)) unknown.add(name);
    }
  }
  return { secrets: [...secrets], unknown: [...unknown] };
}

/** Whether something is filled in here. */
export const hasPlace = (text: string): boolean => text.search(PLACE) >= 0;

function* texts(value: Json | undefined): Generator<string> {
  if (typeof value === "string") yield value;
  else if (typeof value === "object" && value !== null)
    for (const inner of Array.isArray(value) ? value : Object.values(value)) yield* texts(inner as Json);
}

/** Gives the value of a name; undefined leaves the place as it is. */
export type Lookup = (name: string) => string | undefined;

export const lookupFor =
  (run: Run, task: Task, secrets: ReadonlyMap<string, string>): Lookup =>
  (name) =>
    name.startsWith(SECRET) ? secrets.get(name.slice(SECRET.length)) : VALUES[name]?.(run, task);

export function fillText(text: string, lookup: Lookup, encode: (value: string) => string = (value) => value): string {
  return text.replace(PLACE, (place, name: string) => {
    const value = lookup(name);
    return value === undefined ? place : encode(value);
  });
}

/** All texts of a value, but not the keys of its objects. */
export const fillJson = (value: Json, lookup: Lookup): Json => mapTexts(value, (text) => fillText(text, lookup));
