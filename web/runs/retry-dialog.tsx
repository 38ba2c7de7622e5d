// Asks before an ended run is done again; the payload can be changed for the new run.
import { useMutation } from "@apollo/client/react";
import { graphql } from "../gql";
import type { RunDetailFragment } from "../gql/graphql";
import { dialogs } from "../ui/dialogs";
import { done } from "../ui/notify";
import { type Changed, PayloadDialog } from "../ui/payload-dialog";

const Retry = graphql(`
  mutation RetryRun($input: RetryRunInput!) {
    retryRun(input: $input) {
      run {
        ...RunRow
      }
      userErrors {
        ...Complaint
      }
    }
  }
`);

/** `started` is called with the new run's id. */
export function askRetry(run: RunDetailFragment, started: (runId: string) => void): void {
  const title = `Run “${run.task.name}” again`;
  dialogs.open({ modalId: "retry", size: "lg", title, children: <RetryForm run={run} started={started} /> });
}

function RetryForm({ run, started }: { run: RunDetailFragment; started: (runId: string) => void }) {
  const [retry] = useMutation(Retry);
  const submit = async (changed: Changed, idempotencyKey: string) => {
    const input = { id: run.id, idempotencyKey, again: run.redrivenBy != null, ...changed };
    const answer = (await retry({ variables: { input } })).data?.retryRun;
    if (!answer?.run) return answer?.userErrors ?? [];
    dialogs.close("retry");
    done("The run is done again");
    started(answer.run.id);
    return [];
  };
  return (
    <PayloadDialog
      modalId="retry"
      taskId={run.task.id}
      payload={run.payload ?? run.task.payload}
      label="Payload for the new run"
      submitLabel="Run again"
      problem="The run could not be done again"
      submit={submit}
    >
      A new run stands for the same instant and names this one. It starts at once or, if an earlier run of the task is
      still going and the task does not allow overlap, when that has ended.
      {run.redrivenBy && " This run was done again already."}
    </PayloadDialog>
  );
}
