// Takes a change of tasks back: offered right after it, and from the audit.
import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { graphql } from "../gql";
import type { TaskChangeFragment } from "../gql/graphql";
import { client } from "../live/client";
import { announceAll } from "../live/signals";
import { dialogs } from "./dialogs";
import { plural } from "./format";
import { done, failed, LOOK, notDone, refused } from "./notify";

export const TaskChange = graphql(`
  fragment TaskChange on TaskChangeResult {
    taskId
    outcome
    error {
      message
    }
  }
`);

const Undo = graphql(`
  mutation UndoChange($input: UndoChangeInput!) {
    undoChange(input: $input) {
      count
      results {
        ...TaskChange
      }
      userErrors {
        ...Complaint
      }
    }
  }
`);

const OFFERED_MS = 20_000;

export async function undo(changeId: string): Promise<void> {
  const what = "The change could not be undone";
  try {
    const { data } = await client.mutate({ mutation: Undo, variables: { input: { changeId } } });
    const answer = data?.undoChange;
    if (!answer || refused(what, answer.userErrors)) return;
    if (answer.count > 0) done(`Undone: ${plural(answer.count, "task")} as before`);
    tellLeft(answer.results, "left as now", what);
    announceAll();
  } catch (error) {
    failed(what, error);
  }
}

/** Says how many were not changed, and why the first was not. Answers how many. */
export function tellLeft(results: readonly TaskChangeFragment[], how: string, what: string): number {
  const left = results.filter(({ outcome }) => outcome !== "DONE");
  const [first] = left;
  if (first) notDone(`${plural(left.length, "task")} ${how}`, first.error?.message ?? what);
  return left.length;
}

/** Says what was done, with a way back for a while. */
export function doneWithUndo(message: string, changeId: string): void {
  const id = `undo-${changeId}`;
  notifications.show({
    id,
    color: "teal",
    autoClose: OFFERED_MS,
    ...LOOK,
    message: (
      <>
        {message}{" "}
        <Button
          variant="subtle"
          size="compact-sm"
          data-testid="undo"
          onClick={() => {
            notifications.hide(id);
            void undo(changeId);
          }}
        >
          Undo
        </Button>
      </>
    ),
  });
}

export const askUndo = (changeId: string): void =>
  dialogs.confirm({
    title: "Undo this change?",
    children:
      "Each of its tasks that nobody has changed since becomes what it was before. The undoing is a change of its own, and can be undone as well.",
    labels: { confirm: "Undo it", cancel: "Leave it" },
    confirmProps: { "data-testid": "confirm" },
    onConfirm: () => void undo(changeId),
  });
