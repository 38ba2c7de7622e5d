// What `GET /events` may be asked for. A parameter that is wrong is refused by its name, so that a misspelt filter never means "all".
import { parseDuration } from "../../domain/duration.ts";
import { RequestError, shown } from "../../domain/errors.ts";
import { RUN_EVENT_TYPES, TASK_EVENT_TYPES } from "../../domain/types.ts";

const MOST_IDS = 100;
const MOST_EVENTS = 500;
const USUAL_EVENTS = 100;
const LONGEST_WAIT_MS = 60_000;
const NAMES = ["after", "task", "run", "type", "limit", "wait", "namespace"];
const TYPES: readonly string[] = [...new Set<string>([...RUN_EVENT_TYPES, ...TASK_EVENT_TYPES])];

export interface EventsQuery {
  readonly after: string | undefined;
  readonly taskIds: readonly string[] | undefined;
  readonly runIds: readonly string[] | undefined;
  readonly types: readonly string[] | undefined;
  /** Undefined: not said. */
  readonly limit: number | undefined;
  /** Milliseconds to wait for the first event; undefined: not said. */
  readonly waitMs: number | undefined;
}

export const limitOf = ({ limit }: EventsQuery): number => limit ?? USUAL_EVENTS;

const refuse = (name: string, value: unknown, expected: string, code: "BAD_REQUEST" | "OUT_OF_RANGE" = "BAD_REQUEST") =>
  new RequestError(code, `${name} is ${shown(value)}; ${expected}`);

/** @throws RequestError BAD_REQUEST, OUT_OF_RANGE, INVALID_DURATION */
export function readEventsQuery(parameters: URLSearchParams): EventsQuery {
  for (const [name, value] of parameters) {
    if (!NAMES.includes(name))
      throw new RequestError(
        "BAD_REQUEST",
        `${shown(name)} with the value ${shown(value)} is no parameter of /events. There are ${NAMES.join(", ")}.`,
      );
  }
  const one = (name: string): string | undefined => {
    const values = parameters.getAll(name);
    if (values.length > 1) throw refuse(name, values.join(","), "it may be given once.");
    return values[0];
  };
  const list = (name: string): readonly string[] | undefined => {
    const values = parameters.getAll(name).flatMap((text) => text.split(","));
    if (values.length > MOST_IDS)
      throw new RequestError("OUT_OF_RANGE", `${name} has ${values.length} values; at most ${MOST_IDS} are allowed.`);
    if (values.includes("")) throw refuse(name, values.join(","), "a value, or several with commas, is expected.");
    return values.length > 0 ? [...new Set(values)].sort() : undefined;
  };
  const types = list("type");
  const unknown = types?.find((type) => !TYPES.includes(type));
  if (unknown !== undefined) throw refuse("type", unknown, `one of ${TYPES.join(", ")} is expected.`);
  return {
    after: one("after"),
    taskIds: list("task"),
    runIds: list("run"),
    types,
    limit: limit(one("limit")),
    waitMs: wait(one("wait")),
  };
}

function limit(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (value < 1 || value > MOST_EVENTS)
    throw refuse("limit", text, `a whole number from 1 to ${MOST_EVENTS} is expected.`, "OUT_OF_RANGE");
  return value;
}

function wait(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const seconds = /^(\d{1,9})s$/.exec(text)?.[1];
  const bounds = { least: 0, most: LONGEST_WAIT_MS };
  const parsed = parseDuration(["wait"], seconds === undefined ? text : `PT${Number(seconds)}S`, bounds);
  if (parsed.ok) return parsed.value;
  throw refuse("wait", text, "seconds from 0s to 60s are expected, for example 30s.", "OUT_OF_RANGE");
}
