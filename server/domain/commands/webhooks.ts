// Creates, changes, pauses, resumes and deletes webhooks, exchanges their signing keys, and sends a delivery again.
import { fail, ok, type Result, refuse } from "../errors.ts";
import { Collector } from "../input/collect.ts";
import { checkId, checkText } from "../input/text.ts";
import { checkWebhook, type WebhookFilterInput, type WebhookPatch } from "../input/webhook.ts";
import { MAX_WEBHOOKS, OLD_KEY_MS, REASON_LENGTH } from "../limits.ts";
import { DEFAULT_NAMESPACE } from "../namespace.ts";
import type { StoreTransaction } from "../ports.ts";
import { overQuota } from "../quota.ts";
import { type Delivery, signingKeyName, type Webhook, type WebhookFormat } from "../webhook.ts";
import { type Deps, notFound } from "./deps.ts";
import { NO_KEY } from "./secrets.ts";

export interface WebhookDeps extends Deps {
  /** `whsec_` and random bytes in base64. */
  readonly newSigningKey: () => string;
}

export interface WithKey {
  readonly webhook: Webhook;
  /** Shown this once; null: a webhook that is not signed. */
  readonly signingKey: string | null;
}

export interface CreateWebhook extends WebhookPatch {
  readonly name: string;
  readonly url: string;
  readonly filter: WebhookFilterInput;
  readonly format: WebhookFormat;
}

const taken = (name: string) => {
  const why = `Another webhook is named ${JSON.stringify(name)}. Choose another name.`;
  return refuse("ALREADY_EXISTS", ["name"], why);
};

export async function createWebhook(deps: WebhookDeps, input: CreateWebhook): Promise<Result<WithKey>> {
  const { seal, store, clock, newId } = deps;
  const signed = input.format === "CLOUDEVENTS";
  if (signed && seal === null) return fail(NO_KEY);
  const collector = new Collector();
  const spec = await checkWebhook(input, deps, collector);
  const checked = collector.finish(() => spec as typeof spec & Pick<Webhook, "name" | "url" | "filter">);
  if (!checked.ok) return checked;
  const id = newId();
  const signingKey = signed ? deps.newSigningKey() : null;
  const sealedKey = signingKey !== null && seal !== null ? seal(signingKeyName(id), signingKey) : null;
  // What comes from now on is sent, nothing of before.
  const cursor = await store.headCursor();
  const namespaceId = store.namespaceId ?? DEFAULT_NAMESPACE;
  return store.write(async (tx) => {
    const over = await overQuota(tx, namespaceId, "webhooks");
    if (over) return over;
    if ((await tx.webhooks.count()) >= MAX_WEBHOOKS) {
      const why = `There are ${MAX_WEBHOOKS} webhooks already, which is the most. Delete one first.`;
      return refuse("QUOTA_EXCEEDED", null, why);
    }
    const now = clock.now();
    const webhook: Webhook = {
      ...checked.value,
      headers: checked.value.headers ?? [],
      id,
      namespaceId,
      format: input.format,
      sealedKey,
      oldSealedKey: null,
      oldKeyUntil: null,
      state: "ACTIVE",
      stateReason: null,
      cursor,
      lostAt: null,
      failures: 0,
      failingSince: null,
      deliveredAt: null,
      holdUntil: null,
      version: 1,
      createdAt: now,
      updatedAt: now,
    };
    return (await tx.webhooks.insert(webhook)) ? ok({ webhook, signingKey }) : taken(webhook.name);
  });
}

export async function updateWebhook(
  deps: Deps,
  { id, version, ...patch }: WebhookPatch & { id: string; version: number },
): Promise<Result<Webhook>> {
  const collector = new Collector();
  collector.take(checkId(["id"], id));
  const spec = await checkWebhook(patch, deps, collector);
  const checked = collector.finish(() => spec);
  if (!checked.ok) return checked;
  return change(deps, id, (webhook) => {
    if (webhook.version === version) return ok({ ...webhook, ...checked.value });
    const why = `The webhook has changed: you read version ${version}, it is now version ${webhook.version}. Read it again and repeat the edit.`;
    return refuse("CONFLICT", ["version"], why);
  });
}

export async function pauseWebhook(
  deps: Deps,
  { id, reason }: { id: string; reason?: string | null | undefined },
): Promise<Result<Webhook>> {
  const collector = new Collector();
  collector.take(checkId(["id"], id));
  const stateReason = reason
    ? (collector.take(checkText(["reason"], reason, { most: REASON_LENGTH, example: "The receiver moves" })) ?? null)
    : null;
  if (collector.errors.length > 0) return fail(...collector.errors);
  return change(deps, id, (webhook) => ok({ ...webhook, state: "PAUSED", stateReason }));
}

export async function resumeWebhook(
  deps: Deps,
  { id, skipMissed }: { id: string; skipMissed: boolean },
): Promise<Result<Webhook>> {
  const checkedId = checkId(["id"], id);
  if (!checkedId.ok) return checkedId;
  const head = skipMissed ? await deps.store.headCursor() : 0;
  const fresh = { stateReason: null, failures: 0, failingSince: null, holdUntil: null };
  return change(deps, id, (webhook) =>
    ok({ ...webhook, ...fresh, state: "ACTIVE", cursor: Math.max(webhook.cursor, head) }),
  );
}

export async function deleteWebhook(deps: Deps, { id }: { id: string }): Promise<Result<Webhook>> {
  const checkedId = checkId(["id"], id);
  if (!checkedId.ok) return checkedId;
  return deps.store.write(async (tx) => {
    const webhook = await tx.webhooks.find(id);
    if (!webhook) return fail(notFound("webhook", id));
    await tx.webhooks.remove(id);
    return ok(webhook);
  });
}

export async function rotateWebhookSecret(deps: WebhookDeps, { id }: { id: string }): Promise<Result<WithKey>> {
  const { seal } = deps;
  if (seal === null) return fail(NO_KEY);
  const checkedId = checkId(["id"], id);
  if (!checkedId.ok) return checkedId;
  const signingKey = deps.newSigningKey();
  const changed = await change(deps, id, (webhook, now) => {
    if (webhook.sealedKey === null) {
      const why = "A webhook in Slack's format is not signed: its address is what must be kept secret.";
      return refuse("ILLEGAL_STATE", ["id"], why);
    }
    const sealedKey = seal(signingKeyName(id), signingKey);
    return ok({ ...webhook, sealedKey, oldSealedKey: webhook.sealedKey, oldKeyUntil: now + OLD_KEY_MS });
  });
  return changed.ok ? ok({ webhook: changed.value, signingKey }) : changed;
}

export async function redeliver(deps: Deps, { id }: { id: string }): Promise<Result<Delivery>> {
  const checkedId = checkId(["id"], id);
  if (!checkedId.ok) return checkedId;
  return deps.store.write(async (tx) => {
    const delivery = await tx.webhooks.delivery(id);
    const webhook = delivery && (await tx.webhooks.find(delivery.webhookId));
    if (!delivery || !webhook) return fail(notFound("delivery", id));
    if (webhook.state !== "ACTIVE") {
      const why = `The webhook is ${webhook.state}: nothing is sent to it. Resume it with resumeWebhook first.`;
      return refuse("ILLEGAL_STATE", ["id"], why);
    }
    await tx.webhooks.again(id, deps.clock.now());
    return ok((await tx.webhooks.delivery(id)) as Delivery);
  });
}

async function change(
  deps: Deps,
  id: string,
  edit: (webhook: Webhook, now: number) => Result<Webhook>,
): Promise<Result<Webhook>> {
  return deps.store.write(async (tx) => {
    const now = deps.clock.now();
    const webhook = await tx.webhooks.find(id);
    if (!webhook) return fail(notFound("webhook", id));
    const edited = edit(webhook, now);
    return edited.ok ? save(tx, { ...edited.value, version: webhook.version + 1, updatedAt: now }) : edited;
  });
}

async function save(tx: StoreTransaction, webhook: Webhook): Promise<Result<Webhook>> {
  const saved = await tx.webhooks.save(webhook);
  if (saved === "saved") return ok(webhook);
  if (saved === "nameTaken") return taken(webhook.name);
  return refuse("CONFLICT", null, "The webhook was changed at the same moment. Read it again and repeat the edit.");
}
