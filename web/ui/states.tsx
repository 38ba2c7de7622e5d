// The one place that knows how a state looks: always an icon, a colour and a word together.
import {
  type Icon,
  IconAlertTriangle,
  IconBan,
  IconCalendarTime,
  IconCircleCheck,
  IconCircleX,
  IconClockX,
  IconFlag,
  IconHandStop,
  IconHourglass,
  IconLoader2,
  IconPlayerPause,
  IconPlayerSkipForward,
  IconPlayerStop,
  IconPlugConnectedX,
  IconRefresh,
} from "@tabler/icons-react";
import type { AttemptOutcome, RunState, TaskState, WebhookDeliveryState, WebhookState } from "../gql/graphql";
import classes from "./states.module.css";

export type Tone = "ok" | "bad" | "run" | "wait" | "plan" | "mute";

interface Look {
  label: string;
  tone: Tone;
  icon: Icon;
  spin?: boolean;
}

export const RUN_STATES: Record<RunState, Look> = {
  SCHEDULED: { label: "Scheduled", tone: "plan", icon: IconCalendarTime },
  HELD: { label: "Held", tone: "wait", icon: IconHandStop },
  QUEUED: { label: "Queued", tone: "wait", icon: IconHourglass },
  RUNNING: { label: "Running", tone: "run", icon: IconLoader2, spin: true },
  RETRYING: { label: "Retrying", tone: "wait", icon: IconRefresh },
  SUCCEEDED: { label: "Succeeded", tone: "ok", icon: IconCircleCheck },
  FAILED: { label: "Failed", tone: "bad", icon: IconCircleX },
  CANCELLED: { label: "Cancelled", tone: "mute", icon: IconBan },
  SKIPPED: { label: "Skipped", tone: "mute", icon: IconPlayerSkipForward },
  MISSED: { label: "Missed", tone: "bad", icon: IconClockX },
};

export const TASK_STATES: Record<TaskState, Look> = {
  ACTIVE: { label: "Active", tone: "ok", icon: IconCircleCheck },
  PAUSED: { label: "Paused", tone: "wait", icon: IconPlayerPause },
  COMPLETED: { label: "Completed", tone: "mute", icon: IconFlag },
};

const WEBHOOK_STATES: Record<WebhookState, Look> = {
  ACTIVE: TASK_STATES.ACTIVE,
  PAUSED: TASK_STATES.PAUSED,
  DISABLED: { label: "Disabled", tone: "bad", icon: IconPlugConnectedX },
};
const FAILING: Look = { label: "Failing", tone: "bad", icon: IconAlertTriangle };

const DELIVERY_STATES: Record<WebhookDeliveryState, Look> = {
  PENDING: { label: "Waiting", tone: "wait", icon: IconHourglass },
  DELIVERED: { label: "Delivered", tone: "ok", icon: IconCircleCheck },
  FAILED: RUN_STATES.FAILED,
};

const OUTCOMES: Record<AttemptOutcome, Look> = {
  SUCCEEDED: RUN_STATES.SUCCEEDED,
  FAILED: RUN_STATES.FAILED,
  TIMED_OUT: { label: "Timed out", tone: "bad", icon: IconClockX },
  CANCELLED: RUN_STATES.CANCELLED,
  LOST: { label: "Lost", tone: "bad", icon: IconPlugConnectedX },
  INTERRUPTED: { label: "Interrupted", tone: "wait", icon: IconPlayerStop },
};

function Chip({ look, large, ...rest }: { look: Look; large?: boolean; [data: `data-${string}`]: string }) {
  const Mark = look.icon;
  return (
    <span className={classes.chip} data-tone={look.tone} data-large={large || undefined} {...rest}>
      <Mark size={large ? 17 : 14} stroke={2.2} aria-hidden className={look.spin ? classes.spin : undefined} />
      {look.label}
    </span>
  );
}

export function RunStateChip({ state, large, testId }: { state: RunState; large?: boolean; testId?: string }) {
  return (
    <Chip
      look={RUN_STATES[state]}
      large={large}
      data-state={state}
      {...(testId ? { "data-testid": testId } : undefined)}
    />
  );
}

export function TaskStateChip({ state, large }: { state: TaskState; large?: boolean }) {
  return <Chip look={TASK_STATES[state]} large={large} data-state={state} />;
}

export function WebhookStateChip({
  state,
  failing,
  large,
}: {
  state: WebhookState;
  failing: boolean;
  large?: boolean;
}) {
  const look = failing && state === "ACTIVE" ? FAILING : WEBHOOK_STATES[state];
  return <Chip look={look} large={large} data-state={state} />;
}

export function DeliveryStateChip({ state }: { state: WebhookDeliveryState }) {
  return <Chip look={DELIVERY_STATES[state]} data-state={state} />;
}

/** Null: the attempt is still going. */
export function OutcomeChip({ outcome }: { outcome?: AttemptOutcome | null }) {
  return <Chip look={outcome ? OUTCOMES[outcome] : RUN_STATES.RUNNING} />;
}

/** Says that a run started too late. */
export function LateChip() {
  return <Chip look={{ label: "Late", tone: "wait", icon: IconAlertTriangle }} />;
}
