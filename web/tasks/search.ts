// The state of the task pages in their addresses.
import type { OrderDirection, ScheduleKind, TargetKind, TaskOrderField, TaskState } from "../gql/graphql";
import { flag, oneOf, type Raw, someOf, text } from "../ui/search-params";

export interface TasksSearch {
  q?: string;
  state?: TaskState[];
  kind?: ScheduleKind[];
  target?: TargetKind[];
  order?: TaskOrderField;
  dir?: OrderDirection;
  after?: string;
  before?: string;
  /** Put the cursor into the search field. */
  focus?: true;
}

const STATES: readonly TaskState[] = ["ACTIVE", "PAUSED", "COMPLETED"];
const KINDS: readonly ScheduleKind[] = ["CRON", "EVERY", "ONCE", "RRULE", "STARTUP", "MANUAL", "UNION"];
const TARGETS: readonly TargetKind[] = ["MODULE", "HTTP", "SHELL", "WORKER"];
const ORDERS: readonly TaskOrderField[] = ["NAME", "NEXT_RUN_AT", "CREATED_AT", "UPDATED_AT"];

export const tasksSearch = (raw: Raw): TasksSearch => ({
  q: text(raw.q)?.slice(0, 200),
  state: someOf(raw.state, STATES),
  kind: someOf(raw.kind, KINDS),
  target: someOf(raw.target, TARGETS),
  order: oneOf(raw.order, ORDERS),
  dir: oneOf(raw.dir, ["ASC", "DESC"] as const),
  after: text(raw.after),
  before: text(raw.before),
  focus: flag(raw.focus),
});

export interface TaskPageSearch {
  /** The page of its runs. */
  after?: string;
  before?: string;
  /** The instant that is to be explained. */
  explain?: string;
}

export const taskPageSearch = (raw: Raw): TaskPageSearch => {
  const explain = text(raw.explain);
  return {
    after: text(raw.after),
    before: text(raw.before),
    explain: explain && !Number.isNaN(Date.parse(explain)) ? new Date(explain).toISOString() : undefined,
  };
};
