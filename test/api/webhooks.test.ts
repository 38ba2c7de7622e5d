// Webhooks through the API: how they are made, changed and deleted, and what is refused where.
import { describe, expect, it } from "vitest";
import { data } from "../support/client.ts";
import { createWebhook, DELIVERY, KEY, readWebhook, TASKS_MADE, WEBHOOK } from "../webhooks/support.ts";
import { createTask, mutate, useSharedApp } from "./support.ts";

const app = useSharedApp({ SECRETS_KEY: KEY });
const URL = "http://127.0.0.1:9/hook";
const UNKNOWN = "019a8f3e-7c1d-7a44-9f6e-0c5b7d2f1a90";

const create = (input: object) =>
  mutate(
    app().url,
    "createWebhook",
    { name: "a webhook", url: URL, filter: TASKS_MADE, ...input },
    `${WEBHOOK} secret`,
  );

describe("a webhook", () => {
  it("is created active, listed by name, changed by version, and deleted with its deliveries", async () => {
    const { url } = app();
    const { webhook } = await createWebhook(url, {
      name: "  Alerts ",
      url: URL,
      filter: { runEvents: ["FAILED", "MISSED", "FAILED"], search: " backup ", taskId: [UNKNOWN, UNKNOWN] },
      headers: [{ name: "X-A", value: "1" }],
    });
    expect(webhook).toMatchObject({
      name: "Alerts",
      url: URL,
      format: "CLOUDEVENTS",
      filter: { runEvents: ["FAILED", "MISSED"], taskEvents: [], search: "backup", taskId: [UNKNOWN] },
      headers: [{ name: "X-A", value: "1" }],
      signed: true,
      state: "ACTIVE",
      version: 1,
      pendingDeliveries: 0,
    });
    const { webhooks } = await data(url, "{ webhooks { name } }");
    expect(webhooks).toContainEqual({ name: "Alerts" });
    const changed = await mutate(url, "updateWebhook", { id: webhook.id, version: 1, filter: TASKS_MADE }, WEBHOOK);
    expect(changed.webhook).toMatchObject({ name: "Alerts", version: 2, filter: { runEvents: [], search: null } });
    const stale = await mutate(url, "updateWebhook", { id: webhook.id, version: 1, name: "x" }, WEBHOOK);
    expect(stale.userErrors).toMatchObject([{ code: "CONFLICT", field: ["version"] }]);
    const { delivery } = await mutate(url, "testWebhook", { id: webhook.id }, `delivery { ${DELIVERY} }`);
    expect(await mutate(url, "deleteWebhook", { id: webhook.id }, "deletedId")).toEqual({
      deletedId: webhook.id,
      userErrors: [],
    });
    expect(await readWebhook(url, webhook.id)).toBeNull();
    const gone = await mutate(url, "redeliver", { id: delivery.id }, "delivery { id }");
    expect(gone.userErrors).toMatchObject([{ code: "NOT_FOUND", field: ["id"] }]);
  });

  it("pages through its deliveries, newest first, and shows those of one state", async () => {
    const { url } = app();
    const { webhook } = await createWebhook(url, { url: URL });
    for (let index = 0; index < 5; index++) await mutate(url, "testWebhook", { id: webhook.id }, "delivery { id }");
    const read = async (args: string) =>
      (
        await data(
          url,
          `{ webhook(id: "${webhook.id}") { deliveries(${args}) { totalCount nodes { id at state } pageInfo { endCursor hasNextPage } } } }`,
        )
      ).webhook.deliveries;
    const all = await read("first: 100");
    expect(all).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: false } });
    const first = await read("first: 2");
    const second = await read(`first: 3, after: "${first.pageInfo.endCursor}"`);
    expect([...first.nodes, ...second.nodes]).toEqual(all.nodes);
    expect((await read("state: [DELIVERED]")).totalCount).toBe(0);
    expect((await read("state: [FAILED, PENDING]")).totalCount).toBe(5);
  });

  it("keeps the secret that it names from being deleted", async () => {
    const { url } = app();
    const { secret } = await mutate(url, "createSecret", { name: "HOOK_TOKEN", value: "a value" }, "secret { id }");
    const headers = [{ name: "Authorization", value: "Bearer {{ secrets.HOOK_TOKEN }}" }];
    const { webhook } = await createWebhook(url, { name: "with a token", url: URL, headers });
    const kept = await mutate(url, "deleteSecret", { id: secret.id }, "secret { id }");
    expect(kept.userErrors).toMatchObject([
      { code: "ILLEGAL_STATE", message: expect.stringContaining("with a token") },
    ]);
    await mutate(url, "deleteWebhook", { id: webhook.id }, "deletedId");
    expect((await mutate(url, "deleteSecret", { id: secret.id }, "secret { id }")).userErrors).toEqual([]);
  });

  it.each([
    ["without a name", { name: " " }, "REQUIRED", ["name"]],
    ["with a long name", { name: "x".repeat(201) }, "TOO_LONG", ["name"]],
    ["to no URL", { url: "example.com/hook" }, "INVALID_URL", ["url"]],
    ["to a file", { url: "file:///etc/passwd" }, "INVALID_URL", ["url"]],
    ["with a password in its URL", { url: "https://me:pw@example.com" }, "INVALID_URL", ["url"]],
    ["with an unknown secret", { url: "https://example.com/{{secrets.NONE}}" }, "NOT_FOUND", ["url"]],
    ["for no event", { filter: {} }, "REQUIRED", ["filter"]],
    ["for what is no event", { filter: { runEvents: ["HEARTBEAT"] } }, "BAD_REQUEST", ["filter", "runEvents"]],
    ["for snapshots", { filter: { taskEvents: ["SNAPSHOT"] } }, "BAD_REQUEST", ["filter", "taskEvents"]],
    ["for a task that is none", { filter: { ...TASKS_MADE, taskId: ["7"] } }, "INVALID_ID", ["filter", "taskId"]],
    [
      "with a header of ours",
      { headers: [{ name: "Webhook-Id", value: "1" }] },
      "INVALID_HEADER",
      ["headers", "0", "name"],
    ],
    ["with a broken header", { headers: [{ name: "X", value: "a\nb" }] }, "INVALID_HEADER", ["headers", "0", "value"]],
    [
      "with a header's secret unknown",
      { headers: [{ name: "X", value: "{{secrets.NONE}}" }] },
      "NOT_FOUND",
      ["headers"],
    ],
  ])("%s is refused", async (_, input, code, field) => {
    expect(await create(input)).toMatchObject({ webhook: null, secret: null, userErrors: [{ code, field }] });
  });

  it("for an event type that there is not is no valid request", async () => {
    const text = `mutation { createWebhook(input: { name: "x", url: "${URL}", filter: { runEvents: [EXPLODED] } }) { secret } }`;
    await expect(data(app().url, text)).rejects.toThrow(/EXPLODED/);
  });

  it("has its name alone", async () => {
    const { url } = app();
    await createWebhook(url, { name: "only one", url: URL });
    const second = await createWebhook(url, { name: "another", url: URL });
    expect((await create({ name: "only one" })).userErrors).toMatchObject([
      { code: "ALREADY_EXISTS", field: ["name"] },
    ]);
    const renamed = { id: second.webhook.id, version: 1, name: "only one" };
    expect((await mutate(url, "updateWebhook", renamed, WEBHOOK)).userErrors).toMatchObject([
      { code: "ALREADY_EXISTS" },
    ]);
  });

  it.each(["pauseWebhook", "resumeWebhook", "rotateWebhookSecret"])("that is not there: %s says so", async (name) => {
    const answer = await mutate(app().url, name, { id: UNKNOWN }, WEBHOOK);
    expect(answer).toMatchObject({ webhook: null, userErrors: [{ code: "NOT_FOUND", field: ["id"] }] });
    expect((await mutate(app().url, name, { id: "7" }, WEBHOOK)).userErrors).toMatchObject([{ code: "INVALID_ID" }]);
  });

  it("in Slack's format has no secret to exchange", async () => {
    const { webhook } = await createWebhook(app().url, { url: URL, format: "SLACK" });
    const answer = await mutate(app().url, "rotateWebhookSecret", { id: webhook.id }, `${WEBHOOK} secret`);
    expect(answer).toMatchObject({ secret: null, userErrors: [{ code: "ILLEGAL_STATE", field: ["id"] }] });
  });

  it("shows the task of a delivery after the task is deleted", async () => {
    const { url } = app();
    const { webhook } = await createWebhook(url, { url: URL, filter: { taskEvents: ["DELETED"] } });
    const task = await createTask(url, { name: "short-lived" });
    await mutate(url, "deleteTask", { id: task.id });
    await expect
      .poll(async () => (await readWebhook(url, webhook.id)).deliveries.nodes[0]?.task?.name, { timeout: 5_000 })
      .toBe("short-lived");
  });
});
