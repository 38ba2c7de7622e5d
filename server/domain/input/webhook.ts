// A webhook as a user gives it, checked.
import { fail, ok, type Result, refuse, shown, type UserError } from "../errors.ts";
import { RUN_EVENT_TYPES, TASK_EVENT_TYPES } from "../event-types.ts";
import { MAX_HEADERS, NAME_LENGTH, WEBHOOK_SEARCH, WEBHOOK_TASKS } from "../limits.ts";
import type { Store } from "../ports.ts";
import { references } from "../template.ts";
import type { Webhook, WebhookFilter } from "../webhook.ts";
import type { Collector } from "./collect.ts";
import { checkHeader, checkUrl, type UrlRefusal } from "./target.ts";
import { checkId, checkText } from "./text.ts";

type Maybe<T> = T | null | undefined;

export interface WebhookFilterInput {
  readonly runEvents?: Maybe<readonly string[]>;
  readonly taskEvents?: Maybe<readonly string[]>;
  readonly taskId?: Maybe<readonly string[]>;
  readonly search?: Maybe<string>;
}

export interface WebhookPatch {
  readonly name?: Maybe<string>;
  readonly url?: Maybe<string>;
  readonly filter?: Maybe<WebhookFilterInput>;
  readonly headers?: Maybe<readonly { readonly name: string; readonly value: string }[]>;
}

type Spec = Pick<Webhook, "name" | "url" | "filter" | "headers">;

/** Only what is given; null is as if it were left out, for a webhook can be without none of it. */
export async function checkWebhook(
  patch: WebhookPatch,
  { store, urlRefusal }: { readonly store: Pick<Store, "secretsByName">; readonly urlRefusal: UrlRefusal },
  collector: Collector,
): Promise<Partial<Spec>> {
  const spec: { -readonly [K in keyof Spec]?: Spec[K] } = {};
  const keep = <K extends keyof Spec>(key: K, checked: Result<Spec[K]>) => {
    const value = collector.take(checked);
    if (value !== undefined) spec[key] = value;
  };
  if (typeof patch.name === "string")
    keep("name", checkText(["name"], patch.name, { least: 1, most: NAME_LENGTH, example: "Alerts in #operations" }));
  if (typeof patch.url === "string") keep("url", checkUrl(["url"], patch.url, urlRefusal));
  if (patch.filter) keep("filter", checkFilter(patch.filter));
  if (patch.headers) keep("headers", checkHeaders(patch.headers));
  for (const [field, value] of [
    ["url", patch.url],
    ["headers", patch.headers],
  ] as const)
    for (const error of await placeErrors(field, JSON.stringify(value ?? null), store)) collector.take(fail(error));
  return spec;
}

function checkFilter({ runEvents, taskEvents, taskId, search }: WebhookFilterInput): Result<WebhookFilter> {
  const runs = checkTypes("runEvents", runEvents ?? [], RUN_EVENT_TYPES);
  if (!runs.ok) return runs;
  const tasks = checkTypes("taskEvents", taskEvents ?? [], TASK_EVENT_TYPES);
  if (!tasks.ok) return tasks;
  if (runs.value.length + tasks.value.length === 0) {
    const why = "filter names no event: nothing would be sent. Example: { runEvents: [FAILED, MISSED] }.";
    return refuse("REQUIRED", ["filter"], why);
  }
  const ids = [...new Set(taskId ?? [])];
  if (ids.length > WEBHOOK_TASKS) {
    const why = `taskId has ${ids.length} ids; at most ${WEBHOOK_TASKS} are allowed.`;
    return refuse("OUT_OF_RANGE", ["filter", "taskId"], why);
  }
  for (const id of ids) {
    const checked = checkId(["filter", "taskId"], id);
    if (!checked.ok) return checked;
  }
  const words = checkText(["filter", "search"], search ?? "", { most: WEBHOOK_SEARCH, example: "backup" });
  if (!words.ok) return words;
  return ok({
    runEvents: runs.value,
    taskEvents: tasks.value,
    taskIds: ids.length > 0 ? ids : null,
    search: words.value || null,
  });
}

function checkTypes<T extends string>(field: string, given: readonly string[], known: readonly T[]): Result<T[]> {
  const strange = given.find((type) => !(known as readonly string[]).includes(type));
  if (strange === undefined) return ok(known.filter((type) => given.includes(type)));
  const why = `${field} has ${shown(strange)}, which is no event of the log. There are ${known.join(", ")}.`;
  return refuse("BAD_REQUEST", ["filter", field], why);
}

/** Set by every delivery itself. */
const OURS = new Set(["content-type", "webhook-id", "webhook-timestamp", "webhook-signature"]);

function checkHeaders(headers: NonNullable<WebhookPatch["headers"]>): Result<Webhook["headers"]> {
  if (headers.length > MAX_HEADERS) {
    const why = `headers has ${headers.length} entries; at most ${MAX_HEADERS} are allowed.`;
    return refuse("OUT_OF_RANGE", ["headers"], why);
  }
  for (const [index, { name, value }] of headers.entries()) {
    const field = ["headers", String(index)];
    const checked = checkHeader(field, name, value);
    if (!checked.ok) return checked;
    if (OURS.has(name.toLowerCase())) {
      const why = `Header ${shown(name)} is set by Cronograph itself. Example: { name: "Authorization", value: "Bearer {{ secrets.TOKEN }}" }.`;
      return refuse("INVALID_HEADER", [...field, "name"], why);
    }
  }
  return ok(headers.map(({ name, value }) => ({ name, value })));
}

/** Only secrets can stand there: there may be no run. */
async function placeErrors(field: string, text: string, store: Pick<Store, "secretsByName">): Promise<UserError[]> {
  const { secrets } = references(text);
  const known = await store.secretsByName(secrets);
  return secrets
    .filter((name) => !known.has(name))
    .map((name) => ({
      code: "NOT_FOUND",
      field: [field],
      message: `${field} names the secret ${shown(name)}, which does not exist. Make it with createSecret first.`,
    }));
}
