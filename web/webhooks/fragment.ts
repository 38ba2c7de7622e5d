// What the pages of webhooks ask of a webhook and of a delivery.
import { graphql } from "../gql";

export const WebhookRow = graphql(`
  fragment WebhookRow on Webhook {
    id
    name
    url
    format
    filter {
      runEvents
      taskEvents
      taskId
      search
    }
    headers {
      name
      value
    }
    signed
    previousSecretUntil
    state
    stateReason
    failingSince
    deliveredAt
    eventsLostAt
    pendingDeliveries
    version
    createdAt
    updatedAt
  }
`);

export const DeliveryRow = graphql(`
  fragment DeliveryRow on WebhookDelivery {
    id
    messageId
    type
    at
    run {
      id
    }
    task {
      id
      name
    }
    body
    state
    attempts
    nextAttemptAt
    attemptedAt
    status
    error
    durationMs
  }
`);

/** Webhooks and deliveries change without an event. */
export const REREAD_EVERY_MS = 2000;
