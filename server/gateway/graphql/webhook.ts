// Webhook: where events are sent, what was sent, and its changes.
import {
  createWebhook,
  deleteWebhook,
  pauseWebhook,
  redeliver,
  resumeWebhook,
  rotateWebhookSecret,
  updateWebhook,
  type WithKey,
} from "../../domain/commands/webhooks.ts";
import type { Result, UserError } from "../../domain/errors.ts";
import type { Delivery, Webhook as WebhookModel } from "../../domain/webhook.ts";
import { connection, orderedCursors, pageRequest } from "./connections.ts";
import type { Services } from "./context.ts";
import { mutable, userErrors } from "./errors.ts";
import type { MutationResolvers, Resolvers } from "./generated.ts";

const newestFirst = orderedCursors({ field: "deliveries", direction: "DESC" });

export const Webhook: Resolvers["Webhook"] = {
  headers: ({ headers }) => [...headers],
  signed: ({ sealedKey }) => sealedKey !== null,
  previousSecretUntil: ({ oldKeyUntil }, _, { services }) =>
    oldKeyUntil !== null && oldKeyUntil > services.clock.now() ? oldKeyUntil : null,
  eventsLostAt: ({ lostAt }) => lostAt,
  pendingDeliveries: ({ id }, _, { loaders }) => loaders.pendingDeliveries.load(id),
  deliveries: async ({ id }, { state, ...page }, { services }) =>
    connection(
      await services.store.webhooks.deliveries(id, state ?? undefined, pageRequest(page, newestFirst)),
      newestFirst,
    ),
};

export const WebhookFilter: Resolvers["WebhookFilter"] = {
  runEvents: ({ runEvents }) => [...runEvents],
  taskEvents: ({ taskEvents }) => [...taskEvents],
  taskId: ({ taskIds }) => (taskIds === null ? null : [...taskIds]),
};

export const WebhookDelivery: Resolvers["WebhookDelivery"] = {
  run: ({ runId }, _, { loaders }) => (runId === null ? null : loaders.run.load(runId)),
  task: ({ taskId }, _, { loaders }) => (taskId === null ? null : loaders.task.load(taskId)),
};

const payload = (result: Result<WebhookModel>) => ({
  webhook: result.ok ? result.value : null,
  userErrors: userErrors(result),
});
const keyPayload = (result: Result<WithKey>) => ({
  webhook: result.ok ? result.value.webhook : null,
  secret: result.ok ? result.value.signingKey : null,
  userErrors: userErrors(result),
});

async function test({ store, testWebhook }: Services, id: string) {
  const refused = (error: UserError) => ({ delivery: null, userErrors: [mutable(error)] });
  const webhook = (await store.webhooks.byId([id])).get(id);
  if (!webhook) return refused({ code: "NOT_FOUND", field: ["id"], message: `No webhook has the id "${id}".` });
  const tested = await testWebhook(webhook);
  if (!tested) return refused({ code: "UNAVAILABLE", field: null, message: "The server is stopping." });
  return { delivery: tested, userErrors: [] };
}

export const webhookMutations = {
  createWebhook: async (_, { input }, { services }) => keyPayload(await createWebhook(services, input)),
  updateWebhook: async (_, { input }, { services }) => payload(await updateWebhook(services, input)),
  pauseWebhook: async (_, { input }, { services }) => payload(await pauseWebhook(services, input)),
  resumeWebhook: async (_, { input }, { services }) => payload(await resumeWebhook(services, input)),
  deleteWebhook: async (_, { input }, { services }) => {
    const result = await deleteWebhook(services, input);
    return { deletedId: result.ok ? result.value.id : null, userErrors: userErrors(result) };
  },
  rotateWebhookSecret: async (_, { input }, { services }) => keyPayload(await rotateWebhookSecret(services, input)),
  testWebhook: (_, { input }, { services }) => test(services, input.id),
  redeliver: async (_, { input }, { services }) => {
    const result: Result<Delivery> = await redeliver(services, input);
    return { delivery: result.ok ? result.value : null, userErrors: userErrors(result) };
  },
} satisfies Pick<
  MutationResolvers,
  | "createWebhook"
  | "updateWebhook"
  | "pauseWebhook"
  | "resumeWebhook"
  | "deleteWebhook"
  | "rotateWebhookSecret"
  | "testWebhook"
  | "redeliver"
>;
