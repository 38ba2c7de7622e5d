// How a task is carried out, each rule in words.
import { graphql } from "../gql";
import type { FollowUpOn, OverlapPolicy, RetryAction, TaskPoliciesFragment } from "../gql/graphql";
import { durationMs } from "../ui/duration";
import { Facts } from "../ui/facts";
import { count, length } from "../ui/format";
import { Link } from "../ui/link";

export const TaskPolicies = graphql(`
  fragment TaskPolicies on Task {
    retry {
      maxAttempts
      initialDelay
      maxDelay
      factor
      jitter
      backoff
      delays
      maxAge
      honorRetryAfter
      rules {
        httpStatus
        errorCode
        exitCode
        action
      }
    }
    timeout
    queue
    queueKey
    priority
    queueTimeout
    startTimeout
    silenceTimeout
    overlapPolicy
    overlapBuffer
    missedRunPolicy
    catchUpWindow
    catchUpLimit
    catchUpOrder
    catchUpRate
    startDeadline
    hold {
      whenMoreThan
      for
    }
    fallbackTarget {
      summary
    }
    onCrash
    pauseAfterFailures
    consecutiveFailures
    retention {
      succeeded {
        maxAge
        maxCount
      }
      failed {
        maxAge
        maxCount
      }
      other {
        maxAge
        maxCount
      }
    }
    followUps {
      on
      task {
        id
        name
        deletedAt
      }
    }
  }
`);

const words = (iso: string): string => length(durationMs(iso));

const OVERLAP: Record<OverlapPolicy, string> = {
  SKIP: "Skip the new one",
  ALLOW: "Run beside it",
  BUFFER_ONE: "Wait for its end, one at most",
  BUFFER: "Wait in line",
  CANCEL_RUNNING: "Ask the earlier one to stop",
  TERMINATE_RUNNING: "End the earlier one at once",
};

const AFTER: Record<FollowUpOn, string> = {
  SUCCESS: "after a success",
  FAILURE: "after a failure for good",
  ANY: "after any end",
};

function missed(task: TaskPoliciesFragment): string {
  const { missedRunPolicy, catchUpWindow, catchUpLimit, catchUpOrder, catchUpRate } = task;
  const window = `of the past ${words(catchUpWindow)}`;
  if (missedRunPolicy === "SKIP") return "Record them only";
  if (missedRunPolicy === "LAST") return `Run the newest ${window}`;
  const which = missedRunPolicy === "ALL" ? `all ${window}` : `the newest ${count(catchUpLimit)} ${window}`;
  const order = catchUpOrder === "OLDEST_FIRST" ? "oldest first" : "newest first";
  return `Run ${which}, ${order}${catchUpRate === null ? "" : `, ${count(catchUpRate)} a minute at most`}`;
}

function retries({ retry }: TaskPoliciesFragment): string {
  if (retry.maxAttempts === 1) return "No second attempt";
  const age = retry.maxAge ? `, none later than ${words(retry.maxAge)} after the first start` : "";
  return `Up to ${retry.maxAttempts} attempts, ${waits(retry)}${retry.jitter ? ", at random" : ""}${age}`;
}

function waits({ backoff, initialDelay, maxDelay, factor, delays }: TaskPoliciesFragment["retry"]): string {
  switch (backoff) {
    case "FIXED":
      return `${words(initialDelay)} apart`;
    case "LINEAR":
      return `${words(initialDelay)} apart, each wait that much longer, at most ${words(maxDelay)}`;
    case "EXPONENTIAL":
      return `${words(initialDelay)} apart, each wait × ${factor}, at most ${words(maxDelay)}`;
    case "LIST":
      return `waits of ${delays.map(words).join(", ")}`;
  }
}

const ACTION: Record<RetryAction, string> = {
  RETRY: "try again",
  FAIL: "fail at once",
  CANCEL: "cancel the run",
  PAUSE_TASK: "fail and pause the task",
};

const rules = ({ retry }: TaskPoliciesFragment): string =>
  retry.rules
    .map(({ httpStatus, errorCode, exitCode, action }) => {
      const met = [httpStatus && `status ${httpStatus}`, errorCode, exitCode && `exit code ${exitCode}`];
      return `${met.filter(Boolean).join(" and ")}: ${ACTION[action]}`;
    })
    .join(" · ");

function autoPause({ pauseAfterFailures, consecutiveFailures }: TaskPoliciesFragment): string | null {
  if (pauseAfterFailures === null) return null;
  return `after ${count(pauseAfterFailures)} failed runs in a row; now ${count(consecutiveFailures)}`;
}

type Rule = NonNullable<TaskPoliciesFragment["retention"]>["failed"];

function rule(what: string, given: Rule): string | null {
  if (!given) return null;
  const { maxAge, maxCount } = given;
  const bounds = [maxAge && `for ${words(maxAge)}`, maxCount !== null && `the newest ${count(maxCount)}`].filter(
    Boolean,
  );
  return `${what} ${bounds.join(", ") || "for ever"}`;
}

function kept({ retention }: TaskPoliciesFragment): string | null {
  if (!retention) return null;
  const { succeeded, failed, other } = retention;
  return [rule("succeeded", succeeded), rule("failed", failed), rule("not run", other)].filter(Boolean).join("; ");
}

export function Policies({ task }: { task: TaskPoliciesFragment }) {
  const { overlapPolicy, overlapBuffer, startDeadline, hold, queue } = task;
  const { queueTimeout, startTimeout, silenceTimeout } = task;
  return (
    <Facts
      facts={[
        ["When an attempt fails", retries(task)],
        ["Particular failures", rules(task) || null],
        ["When it would end failed", task.fallbackTarget && <code key="fallback">{task.fallbackTarget.summary}</code>],
        ["Pauses by itself", autoPause(task)],
        ["Longest attempt", words(task.timeout)],
        ["Longest wait when due", queueTimeout && words(queueTimeout)],
        ["Begins within", startTimeout && words(startTimeout)],
        ["Longest silence", silenceTimeout && words(silenceTimeout)],
        [
          "Queue",
          queue && (
            <Link key="queue" to="/queues/$queueName" params={{ queueName: queue }} underline="always">
              {queue}
            </Link>
          ),
        ],
        ["Key in the queue", task.queueKey],
        ["Priority", task.priority !== 0 && String(task.priority)],
        [
          "While an earlier run goes on",
          overlapPolicy === "BUFFER" ? `${OVERLAP.BUFFER}, ${count(overlapBuffer)} at most` : OVERLAP[overlapPolicy],
        ],
        ["When runs were missed", missed(task)],
        ["Latest start", startDeadline && `${words(startDeadline)} after its instant`],
        [
          "A person decides",
          hold && `when more than ${count(hold.whenMoreThan)} were missed, within ${words(hold.for)}`,
        ],
        [
          "Afterwards",
          task.followUps.length > 0 &&
            task.followUps.map(({ on, task: next }) => (
              <div key={`${on} ${next.id}`}>
                <Link to="/tasks/$taskId" params={{ taskId: next.id }} underline="always">
                  {next.name}
                </Link>{" "}
                {AFTER[on]}
                {next.deletedAt && " (deleted)"}
              </div>
            )),
        ],
        ["When its instance dies", task.onCrash === "RETRY" ? "Try again elsewhere" : "Fail, never start twice"],
        ["Its runs are kept", kept(task)],
      ]}
    />
  );
}
