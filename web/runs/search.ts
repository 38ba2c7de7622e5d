// The state of the run list in its address.
import type { RunState, RunTrigger } from "../gql/graphql";
import { flag, oneOf, type Raw, someOf, text } from "../ui/search-params";

export type View = "history" | "upcoming" | "all" | "failed";

export interface RunsSearch {
  /** History when left out. */
  view?: View;
  state?: RunState[];
  /** A task's id. */
  task?: string;
  trigger?: RunTrigger;
  late?: true;
  /** A backfill's id. */
  backfill?: string;
  /** A queue's name. */
  queue?: string;
  after?: string;
  before?: string;
}

/** All states but SCHEDULED: what has begun, ended or been decided, or waits for that. */
export const HISTORY: readonly RunState[] = [
  "HELD",
  "QUEUED",
  "RUNNING",
  "RETRYING",
  "SUCCEEDED",
  "FAILED",
  "CANCELLED",
  "SKIPPED",
  "MISSED",
];

export const runsSearch = (raw: Raw): RunsSearch => ({
  view: oneOf(raw.view, ["upcoming", "all", "failed"] as const),
  state: someOf(raw.state, HISTORY),
  task: text(raw.task),
  trigger: oneOf(raw.trigger, ["SCHEDULE", "MANUAL", "BACKFILL", "FOLLOW_UP", "REDRIVE"] as const),
  late: flag(raw.late),
  backfill: text(raw.backfill),
  queue: text(raw.queue),
  after: text(raw.after),
  before: text(raw.before),
});
