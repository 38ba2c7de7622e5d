// How a task is carried out, each rule in words.
import { graphql } from "../gql";
import type { TaskPoliciesFragment } from "../gql/graphql";
import { durationMs } from "../ui/duration";
import { Facts } from "../ui/facts";
import { length } from "../ui/format";

export const TaskPolicies = graphql(`
  fragment TaskPolicies on Task {
    retry {
      maxAttempts
      initialDelay
      maxDelay
      factor
      jitter
    }
    timeout
    overlapPolicy
    missedRunPolicy
    catchUpWindow
    onCrash
  }
`);

const words = (iso: string): string => length(durationMs(iso));

export function Policies({ task }: { task: TaskPoliciesFragment }) {
  const { retry } = task;
  return (
    <Facts
      facts={[
        [
          "When an attempt fails",
          retry.maxAttempts === 1
            ? "No second attempt"
            : `Up to ${retry.maxAttempts} attempts, ${words(retry.initialDelay)} apart, each wait × ${retry.factor}, at most ${words(retry.maxDelay)}${retry.jitter ? ", at random" : ""}`,
        ],
        ["Longest attempt", words(task.timeout)],
        ["While an earlier run goes on", task.overlapPolicy === "SKIP" ? "Skip the new one" : "Run beside it"],
        [
          "When runs were missed",
          {
            SKIP: "Record them only",
            LAST: `Run the newest of the past ${words(task.catchUpWindow)}`,
            ALL: `Run all of the past ${words(task.catchUpWindow)}`,
          }[task.missedRunPolicy],
        ],
        ["When its instance dies", task.onCrash === "RETRY" ? "Try again elsewhere" : "Fail, never start twice"],
      ]}
    />
  );
}
