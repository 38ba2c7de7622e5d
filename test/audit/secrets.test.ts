// No secret, token, password or credential of a payload is in the audit, in none of its columns.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { useSignIn } from "../access/support.ts";
import { temporaryFolder } from "../support/app.ts";
import { aTask, changed, entries, mutate, owner } from "./support.ts";

const start = useSignIn();
const M = "marker-9b41";

it("keeps no secret of anybody's", { timeout: 60_000 }, async () => {
  const file = join(await temporaryFolder(), "a.db");
  const key = Buffer.alloc(32, 7).toString("base64");
  const app = await start({ DATABASE_URL: `file:${file}`, SECRETS_KEY: key, OUTGOING_ALLOW: "private" });
  const { url } = app;
  const ok = async (name: string, input: object, selection?: string) => {
    const payload = await mutate(url, owner, name, input, selection);
    expect([name, payload.userErrors]).toEqual([name, []]);
    return payload;
  };
  const { secret } = await ok("createSecret", { name: "KEY", value: `${M}-secret` }, "secret { id }");
  await ok("updateSecret", { id: secret.id, value: `${M}-newer`, description: "for tests" });
  const { user } = await ok("createUser", { name: "ada", role: "ADMIN", password: `${M}-password` }, "user { id }");
  await ok("updateUser", { id: user.id, password: `${M}-changed` });
  const made = await ok("createApiToken", { name: "t", rights: ["READ"] }, "secret");
  const http = (value: string) => ({
    http: {
      url: `https://example.com/?token=${value}`,
      method: "POST",
      headers: [{ name: "Authorization", value: `Bearer ${value}` }],
    },
  });
  const input = aTask("Calls", { target: http(`${M}-one`), payload: { db: { password: `${M}-payload` }, rows: 5 } });
  const { task } = await ok("createTask", input, "task { id }");
  await ok("updateTask", { id: task.id, version: 1, target: http(`${M}-two`) });
  await ok("triggerTask", { id: task.id, payload: { free: `${M}-of-a-run` } });
  const hook = {
    name: "h",
    url: `https://hooks.example.com/${M}-slack`,
    format: "SLACK",
    filter: { runEvents: ["FAILED"] },
  };
  await ok("createWebhook", hook);
  const signed = await ok("createWebhook", { ...hook, name: "s", url: "https://example.com/in", format: "CLOUDEVENTS", headers: [{ name: "X-Token", value: `${M}-hook` }] }, "secret webhook { id }"); // biome-ignore format: one line
  const rotated = await ok("rotateWebhookSecret", { id: signed.webhook.id }, "secret");

  const told = await entries(url);
  const text = JSON.stringify(told);
  expect(text).not.toContain(M);
  for (const hidden of [made.secret, signed.secret, rotated.secret]) {
    expect(hidden).toBeTruthy();
    expect(text).not.toContain(hidden);
  }
  expect(text).not.toContain("argon2");
  const of = (action: string) => changed(told.find((entry) => entry.action === action));
  // That they changed is told.
  expect(of("updateSecret")).toEqual({ description: [null, "for tests"], value: ["***", "***"] });
  expect(of("updateUser")).toEqual({ password: ["***", "***"] });
  expect(of("rotateWebhookSecret")).toEqual({ signingKey: ["***", "***"] });
  expect(Object.keys(of("updateTask"))).toEqual(["target"]);
  expect(of("createTask").payload).toEqual([null, { db: { password: "***" }, rows: 5 }]);
  await app.stop();
  // In the file are the task and its run themselves, and nothing of them in a row of the audit.
  const { default: Sqlite } = await import("better-sqlite3");
  const db = new Sqlite(file, { readonly: true });
  const rows = JSON.stringify(db.prepare("SELECT * FROM audit_entries").all());
  db.close();
  expect(rows.length).toBeGreaterThan(1_000);
  expect(rows).not.toContain(M);
  expect(readFileSync(file).includes(`${M}-secret`)).toBe(false);
});
