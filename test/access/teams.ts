// Two teams on one server, each with a namespace of its own, and all that one of them has.
import { until } from "../support/wait.ts";
import { type By, OWNER, told } from "./support.ts";

export const MARK = "zebra";
export const NEVER = "019a8f3e-7c1d-7a44-9f6e-0c5b7d2f1a90";
const ERRORS = "userErrors { code field message }";

export async function namespace(url: string, name: string, quotas: object = {}): Promise<By> {
  const text = `mutation($input: CreateNamespaceInput!) { createNamespace(input: $input) { namespace { name } ${ERRORS} } }`;
  await told(url, { token: OWNER }, text, { input: { name, quotas } });
  return { token: OWNER, namespace: name };
}

/** The object that a mutation has made or changed. */
// biome-ignore lint/suspicious/noExplicitAny: a test reads answers freely, and a wrong reading fails it
export async function done(url: string, by: By, mutation: string, input: object, selection: string): Promise<any> {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
  const text = `mutation($input: ${type}!) { ${mutation}(input: $input) { ${selection} ${ERRORS} } }`;
  return (await told(url, by, text, { input }))[mutation];
}

export const aTask = (more: object = {}) => ({
  name: `${MARK} task`,
  schedule: { manual: true },
  target: { worker: { queue: `${MARK}-queue` } },
  ...more,
});

export interface Belongings {
  /** Every id that a client can learn of. */
  readonly ids: Readonly<Record<string, string>>;
  readonly runId: string;
  readonly taskId: string;
}

/** One of everything, with a run that a worker holds and one that has failed for good. */
export async function belongings(url: string, by: By): Promise<Belongings> {
  const ids: Record<string, string> = {};
  await done(url, by, "createQueue", { name: `${MARK}-queue`, concurrency: 5 }, "queue { name }");
  ids.secret = (
    await done(url, by, "createSecret", { name: "ZEBRA_KEY", value: `${MARK} value` }, "secret { id }")
  ).secret.id;
  const entries = [{ from: "2026-12-25", until: "2026-12-26", label: `${MARK} day` }];
  ids.calendar = (
    await done(url, by, "createCalendar", { name: `${MARK} calendar`, entries }, "calendar { id }")
  ).calendar.id;
  const hook = { name: `${MARK} hook`, url: "https://example.com/", filter: { taskEvents: ["CREATED"] } };
  ids.webhook = (await done(url, by, "createWebhook", hook, "webhook { id }")).webhook.id;
  const made = await done(url, by, "createTask", aTask(), "task { id }");
  ids.task = made.task.id;
  const other = { name: `${MARK} nightly`, schedule: { cron: { expression: "0 3 * * *", timezone: "UTC" } } };
  ids.nightly = (await done(url, by, "createTask", aTask(other), "task { id }")).task.id;
  const range = { id: ids.nightly, from: "2026-01-01T00:00:00Z", until: "2026-01-03T00:00:00Z" };
  ids.backfill = (await done(url, by, "backfillTask", range, "backfill { id }")).backfill.id;
  // So that nothing goes on by itself.
  await done(url, by, "cancelBackfill", { id: ids.backfill }, "backfill { id }");
  ids.delivery = await until("the webhook has a delivery", async () => {
    const { webhooks } = await told(url, by, "{ webhooks { deliveries { totalCount nodes { id } } } }");
    const { totalCount, nodes } = webhooks[0].deliveries;
    return totalCount === 2 && (nodes[0].id as string);
  });
  const trigger = async () => (await done(url, by, "triggerTask", { id: ids.task }, "run { id }")).run.id as string;
  const claim = { queue: `${MARK}-queue`, workerId: "worker", limit: 1, lease: "PT10M" };
  ids.failed = await trigger();
  await done(url, by, "claimRuns", claim, "claims { run { id } }");
  const fence = { runId: ids.failed, attempt: 1, workerId: "worker" };
  await done(
    url,
    by,
    "failRun",
    { ...fence, code: "BROKEN", message: `${MARK} broke`, retryable: false },
    "run { state }",
  );
  ids.run = await trigger();
  await done(url, by, "claimRuns", claim, "claims { run { id } }");
  const paused = await told(
    url,
    by,
    `mutation($id: ID!) { pauseTasks(input: { tasks: { ids: [$id] } }) { changeId ${ERRORS} } }`,
    { id: ids.nightly },
  );
  ids.change = paused.pauseTasks.changeId;
  return { ids, runId: ids.run, taskId: ids.task as string };
}
