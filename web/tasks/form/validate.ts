// What the form can say without asking: what is needed and still empty, and JSON that is none. The rest is the server's.
import { exclusionPlaces } from "./timing-inputs";
import type { FormValues, PartValues, TargetValues } from "./values";

function checkJson(text: string): string | undefined {
  if (text.trim() === "") return undefined;
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return `This is not valid JSON: ${error instanceof Error ? error.message : "it cannot be read"}.`;
  }
}

function checkPart({ kind, cron, once, every, rrule }: PartValues): Record<string, string> {
  if (kind === "cron" && cron.expression.trim() === "")
    return { "cron.expression": "Write a cron expression or choose a preset." };
  if (kind === "once" && !once.date) return { "once.date": "Choose a date." };
  if (kind === "every" && !(Number(every.amount) > 0)) return { "every.amount": "Give a number above zero." };
  if (kind === "every" && every.counted === "instant" && !every.anchor)
    return { "every.anchor": "Choose the instant to count from." };
  if (kind === "rrule" && rrule.rule.trim() === "") return { "rrule.rule": "Write a rule or choose a preset." };
  if (kind === "rrule" && !rrule.date) return { "rrule.date": "Choose the day from which the rule counts." };
  return {};
}

function checkTarget({ targetKind, module, http, shell, worker }: TargetValues): Record<string, string> {
  if (targetKind === "module" && !module.name) return { "module.name": "Choose a module." };
  if (targetKind === "http" && http.url.trim() === "") return { "http.url": "Give the address to call." };
  if (targetKind === "worker" && worker.queue.trim() === "") return { "worker.queue": "Name a queue." };
  if (targetKind !== "shell") return {};
  if (shell.how === "script") return shell.script.trim() === "" ? { "shell.script": "Write the script." } : {};
  return shell.command[0] ? {} : { "shell.command.0": "Give the program to run." };
}

const WANTED = { calendar: "Choose a calendar.", dates: "Choose a day.", cron: "Write a cron expression." };
const WHERE = { calendar: "calendarId", dates: "from", cron: "expression" };

/** Complaints by field. */
export function validate(values: FormValues): Record<string, string> {
  const errors: Record<string, string> = {};
  const add = (field: string, message: string | undefined) => {
    if (message) errors[field] = message;
  };
  const part = (at: string, each: PartValues) => {
    for (const [field, message] of Object.entries(checkPart(each))) add(`${at}.${field}`, message);
  };
  const target = (at: string, each: TargetValues) => {
    for (const [field, message] of Object.entries(checkTarget(each))) add(`${at}${field}`, message);
  };
  if (values.name.trim() === "") add("name", "A task needs a name.");
  part("schedule", values.schedule);
  if (values.schedule.kind === "union")
    for (const [index, each] of values.parts.entries()) part(`parts.${index}`, each);
  const filled = exclusionPlaces(values);
  for (const [index, { kind }] of values.exclusions.entries())
    if (!filled.includes(index)) add(`exclusions.${index}.${WHERE[kind]}`, WANTED[kind]);
  if (values.hold && values.hold.whenMoreThan === "") add("hold.whenMoreThan", "Give a number, 0 to 100.");
  target("", values);
  if (values.fallbackOn) target("fallback.", values.fallback);
  for (const [index, { taskId }] of values.followUps.entries())
    if (!taskId) add(`followUps.${index}.taskId`, "Choose a task.");
  add("payload", checkJson(values.payload));
  return errors;
}
