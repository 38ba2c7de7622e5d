// What can be done with a task, with its questions and its answers in words.
import { useMutation } from "@apollo/client/react";
import { useNavigate } from "@tanstack/react-router";
import { graphql } from "../gql";
import type { ResumeChoice, TaskActionsFragment } from "../gql/graphql";
import { client } from "../live/client";
import { askReason } from "../ui/ask-reason";
import { dialogs } from "../ui/dialogs";
import { done, failed, refused } from "../ui/notify";
import { scheduleZone } from "../ui/schedule-words";
import { askTrigger } from "../ui/trigger-dialog";

export const TaskActions = graphql(`
  fragment TaskActions on Task {
    id
    name
    state
    version
    deletedAt
  }
`);

const Pause = graphql(`
  mutation PauseTask($input: PauseTaskInput!) {
    pauseTask(input: $input) {
      task {
        ...TaskLive
      }
      userErrors {
        ...Complaint
      }
    }
  }
`);

const Resume = graphql(`
  mutation ResumeTask($input: ResumeTaskInput!) {
    resumeTask(input: $input) {
      task {
        ...TaskLive
      }
      userErrors {
        ...Complaint
      }
    }
  }
`);

const Delete = graphql(`
  mutation DeleteTask($input: DeleteTaskInput!) {
    deleteTask(input: $input) {
      task {
        ...TaskLive
      }
      userErrors {
        ...Complaint
      }
    }
  }
`);

const PauseOf = graphql(`
  query OccurrencesSincePause($id: ID!) {
    task(id: $id) {
      id
      occurrencesSincePause
    }
  }
`);

const ZoneOf = graphql(`
  query ScheduleOfTask($id: ID!) {
    task(id: $id) {
      id
      schedule {
        ...ScheduleWords
      }
    }
  }
`);

const PayloadOf = graphql(`
  query PayloadOfTask($id: ID!) {
    task(id: $id) {
      id
      payload
    }
  }
`);

export function useTaskActions(task: TaskActionsFragment) {
  const navigate = useNavigate();
  const [pause] = useMutation(Pause);
  const [resume] = useMutation(Resume);
  const [remove] = useMutation(Delete);
  const { id, name } = task;

  return {
    async runNow() {
      try {
        const { data } = await client.query({ query: PayloadOf, variables: { id } });
        askTrigger(
          { id, name, payload: data?.task?.payload },
          (runId) => void navigate({ to: "/runs/$runId", params: { runId } }),
        );
      } catch (error) {
        failed("The task could not be read", error);
      }
    },
    pause() {
      askReason({
        title: `Pause “${name}”`,
        explanation:
          "Its schedule is held until you resume it. What is running goes on, and it can still be run by hand.",
        verb: "Pause the task",
        act: async (reason) => {
          try {
            const { data } = await pause({ variables: { input: { id, reason } } });
            if (refused("The task could not be paused", data?.pauseTask.userErrors)) return false;
            done(`“${name}” is paused`);
            return true;
          } catch (error) {
            failed("The task could not be paused", error);
            return false;
          }
        },
      });
    },
    async resume() {
      const act = async (missed?: ResumeChoice) => {
        try {
          const { data } = await resume({ variables: { input: { id, missed } } });
          if (refused("The task could not be resumed", data?.resumeTask.userErrors)) return false;
          done(`“${name}” is active again`);
          return true;
        } catch (error) {
          failed("The task could not be resumed", error);
          return false;
        }
      };
      try {
        const { data } = await client.query({ query: PauseOf, variables: { id }, fetchPolicy: "no-cache" });
        const occurrences = data?.task?.occurrencesSincePause ?? 0;
        if (occurrences === 0) await act();
        else (await import("./resume-dialog")).askResume({ name, occurrences, act });
      } catch (error) {
        failed("The task could not be read", error);
      }
    },
    async backfill() {
      try {
        const { data } = await client.query({ query: ZoneOf, variables: { id } });
        const zone = data?.task && scheduleZone(data.task.schedule);
        (await import("./backfill-dialog")).askBackfill({ id, name, zone: zone ?? undefined });
      } catch (error) {
        failed("The task could not be read", error);
      }
    },
    delete() {
      dialogs.confirm({
        title: `Delete “${name}”?`,
        children:
          "Its planned runs are taken back. What is running goes on, and the history of its runs is kept. It can be restored from its page.",
        labels: { confirm: "Delete the task", cancel: "Keep it" },
        confirmProps: { color: "red", "data-testid": "confirm" },
        onConfirm: async () => {
          try {
            const { data } = await remove({ variables: { input: { id } } });
            if (refused("The task could not be deleted", data?.deleteTask.userErrors)) return;
            done(`“${name}” is deleted`);
            void navigate({ to: "/tasks" });
          } catch (error) {
            failed("The task could not be deleted", error);
          }
        },
      });
    },
  };
}
