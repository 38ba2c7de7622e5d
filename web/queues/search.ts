// The state of the pages of queues in their addresses. The forms are part of it: a queue may be named `new`, so they
// have no paths of their own.
import { flag, type Raw, text } from "../ui/search-params";

export interface QueuesSearch {
  /** Whether the form for a new queue is open. */
  new?: true;
  /** What the new queue's name begins as. */
  name?: string;
}
export const queuesSearch = (raw: Raw): QueuesSearch => ({ new: flag(raw.new), name: text(raw.name) });

export interface QueuePageSearch {
  /** Whether the form for a change is open. */
  edit?: true;
}
export const queuePageSearch = (raw: Raw): QueuePageSearch => ({ edit: flag(raw.edit) });
