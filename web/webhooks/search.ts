// The state of the pages of webhooks in their addresses.
import type { WebhookDeliveryState } from "../gql/graphql";
import { flag, oneOf, type Raw, text } from "../ui/search-params";

export interface WebhooksSearch {
  /** Whether the form for a new webhook is open. */
  new?: true;
}
export const webhooksSearch = (raw: Raw): WebhooksSearch => ({ new: flag(raw.new) });

export interface WebhookPageSearch {
  /** Whether the form for a change is open. */
  edit?: true;
  /** Deliveries of this state only. */
  state?: WebhookDeliveryState;
  after?: string;
  before?: string;
}
export const webhookPageSearch = (raw: Raw): WebhookPageSearch => ({
  edit: flag(raw.edit),
  state: oneOf(raw.state, ["PENDING", "DELIVERED", "FAILED"] as const),
  after: text(raw.after),
  before: text(raw.before),
});
