// What can be done with a queue, with its questions and its answers in words.
import { useMutation } from "@apollo/client/react";
import { graphql } from "../gql";
import type { QueueRowFragment } from "../gql/graphql";
import { askReason } from "../ui/ask-reason";
import { dialogs } from "../ui/dialogs";
import { plural } from "../ui/format";
import { done, failed, refused } from "../ui/notify";

const Pause = graphql(`
  mutation PauseQueue($input: PauseQueueInput!) {
    pauseQueue(input: $input) {
      queue {
        ...QueueRow
      }
      userErrors {
        ...Complaint
      }
    }
  }
`);

const Resume = graphql(`
  mutation ResumeQueue($input: ResumeQueueInput!) {
    resumeQueue(input: $input) {
      queue {
        ...QueueRow
      }
      userErrors {
        ...Complaint
      }
    }
  }
`);

const Delete = graphql(`
  mutation DeleteQueue($input: DeleteQueueInput!) {
    deleteQueue(input: $input) {
      userErrors {
        ...Complaint
      }
    }
  }
`);

export function useQueueActions({ name, waitingRuns }: QueueRowFragment) {
  const [pause] = useMutation(Pause);
  const [resume] = useMutation(Resume);
  const [remove] = useMutation(Delete);

  return {
    pause() {
      askReason({
        title: `Pause the queue “${name}”`,
        explanation: "Nothing of it starts until you resume it. What is running goes on; what falls due waits in line.",
        verb: "Pause the queue",
        act: async (reason) => {
          try {
            const { data } = await pause({ variables: { input: { name, reason } } });
            if (refused("The queue could not be paused", data?.pauseQueue.userErrors)) return false;
            done(`“${name}” is paused`);
            return true;
          } catch (error) {
            failed("The queue could not be paused", error);
            return false;
          }
        },
      });
    },
    async resume() {
      try {
        const { data } = await resume({ variables: { input: { name } } });
        if (refused("The queue could not be resumed", data?.resumeQueue.userErrors)) return;
        done(`“${name}” lets runs start again`);
      } catch (error) {
        failed("The queue could not be resumed", error);
      }
    },
    delete(deleted: () => void) {
      const waiting =
        waitingRuns > 0
          ? ` ${plural(waitingRuns, "run")} that now ${waitingRuns === 1 ? "waits" : "wait"} may start at once.`
          : "";
      dialogs.confirm({
        title: `Delete the queue “${name}”?`,
        children: `It is refused while tasks have chosen it. Workers that take runs by this name go on, without its bounds.${waiting}`,
        labels: { confirm: "Delete the queue", cancel: "Keep it" },
        confirmProps: { color: "red", "data-testid": "confirm" },
        onConfirm: async () => {
          try {
            const { data } = await remove({ variables: { input: { name } } });
            if (refused("The queue could not be deleted", data?.deleteQueue.userErrors)) return;
            done(`“${name}” is deleted`);
            deleted();
          } catch (error) {
            failed("The queue could not be deleted", error);
          }
        },
      });
    },
  };
}
