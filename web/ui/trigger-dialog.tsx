// Asks before a task is run by hand; the payload can be changed for this one run.

import { useMutation } from "@apollo/client/react";
import { graphql } from "../gql";
import { dialogs } from "./dialogs";
import { done } from "./notify";
import { type Changed, PayloadDialog } from "./payload-dialog";

const Trigger = graphql(`
  mutation TriggerTask($input: TriggerTaskInput!) {
    triggerTask(input: $input) {
      run {
        ...RunRow
      }
      userErrors {
        ...Complaint
      }
    }
  }
`);

interface Subject {
  id: string;
  name: string;
  /** What the run is given unless it is changed here. */
  payload?: unknown;
}

/** `started` is called with the new run's id. */
export function askTrigger(task: Subject, started: (runId: string) => void): void {
  dialogs.open({
    modalId: "trigger",
    size: "lg",
    title: `Run “${task.name}” now`,
    children: <TriggerForm task={task} started={started} />,
  });
}

function TriggerForm({ task, started }: { task: Subject; started: (runId: string) => void }) {
  const [trigger] = useMutation(Trigger);
  const submit = async (changed: Changed, idempotencyKey: string) => {
    const { data } = await trigger({ variables: { input: { id: task.id, idempotencyKey, ...changed } } });
    const answer = data?.triggerTask;
    if (!answer?.run) return answer?.userErrors ?? [];
    dialogs.close("trigger");
    done(`“${task.name}” was asked to run`);
    started(answer.run.id);
    return [];
  };
  return (
    <PayloadDialog
      modalId="trigger"
      taskId={task.id}
      payload={task.payload}
      label="Payload for this run"
      submitLabel="Run now"
      problem="The run could not be started"
      submit={submit}
    >
      It starts at once, whatever its schedule and state. If an earlier run is still going and the task does not allow
      overlap, it waits for that to end.
    </PayloadDialog>
  );
}
