// Finds for the API's complaints the form's fields that they are about.
import type { ComplaintFragment } from "../../gql/graphql";

/** Where a complaint goes that is about a schedule of a kind as a whole. */
const MAIN: Record<string, string> = {
  cron: "expression",
  once: "date",
  every: "amount",
  rrule: "rule",
  startup: "delay",
};

/** Fields that are called otherwise here, or are picked together with another. */
const RENAMED: Record<string, string> = {
  "every.interval": "every.amount",
  "rrule.start": "rrule.date",
  "once.at": "once.date",
  "once.local": "once.date",
};

const PLAIN = [
  "name",
  "description",
  "startAt",
  "endAt",
  "maxRuns",
  "jitter",
  "hashSeed",
  "retry",
  "timeout",
  "queueTimeout",
  "startTimeout",
  "silenceTimeout",
  "queue",
  "queueKey",
  "priority",
  "overlapPolicy",
  "overlapBuffer",
  "missedRunPolicy",
  "catchUpWindow",
  "catchUpLimit",
  "catchUpOrder",
  "catchUpRate",
  "startDeadline",
  "hold",
  "onCrash",
  "pauseAfterFailures",
  "retention",
  "followUps",
];

function scheduleField(path: readonly string[], at = "schedule"): string | null {
  const [kind, field, ...rest] = path;
  if (kind === undefined) return null;
  if (kind === "union") {
    const [place, ...inner] = rest;
    return place === undefined ? "parts" : (scheduleField(inner, `parts.${place}`) ?? "parts");
  }
  const main = MAIN[kind];
  if (main === undefined) return null;
  const name = `${kind}.${field ?? main}`;
  return `${at}.${RENAMED[name] ?? name}`;
}

function targetField([kind, field, ...rest]: readonly string[]): string | null {
  if (kind === undefined) return null;
  // About a command as a whole, and the field is the one that is always seen.
  if (kind === "shell" && field === undefined) return "shell.command.0";
  if (field === undefined) return null;
  if (kind === "shell" && field === "command") return `shell.command.${rest[0] ?? 0}`;
  return field === "expectedStatus" ? "http.expectedStatus" : [kind, field, ...rest].join(".");
}

function exclusionField([index, kind, field]: readonly string[], places: readonly number[]): string {
  const place = places[Number(index)];
  if (place === undefined) return "exclusions";
  const own = kind === "calendarId" ? kind : (field ?? (kind === "dates" ? "from" : "expression"));
  return `exclusions.${place}.${own}`;
}

/** Exclusions stand in the form where they stand in the input. */
const SAME = Array.from({ length: 50 }, (_, place) => place);

/** The form's field for a path of the input, `schedule.every.interval` → `schedule.every.amount`; null when it has none. */
export function fieldOf(path: readonly string[] | null | undefined, places = SAME): string | null {
  const [first, ...rest] = (path?.[0] === "input" ? path.slice(1) : path) ?? [];
  if (first === undefined) return null;
  if (first === "schedule") return scheduleField(rest);
  if (first === "target") return targetField(rest);
  if (first === "fallbackTarget") return `fallback.${targetField(rest) ?? "targetKind"}`;
  if (first === "exclusions") return exclusionField(rest, places);
  if (first === "payload") return ["payload", ...rest].join(".");
  return PLAIN.includes(first) ? [first, ...rest].join(".") : null;
}

/** Complaints by field, and those about no field. */
export function sortErrors(errors: readonly ComplaintFragment[], places?: number[]) {
  const fields: Record<string, string> = {};
  const general: ComplaintFragment[] = [];
  for (const error of errors) {
    const field = fieldOf(error.field, places);
    if (field) fields[field] ??= error.message;
    else general.push(error);
  }
  return { fields, general };
}
