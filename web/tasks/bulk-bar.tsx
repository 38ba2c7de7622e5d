// What can be done to the chosen tasks, or to all that the list finds, with a way back afterwards.
import { Button, Group, Text } from "@mantine/core";
import { IconPlayerPause, IconPlayerTrackNext, IconTrash } from "@tabler/icons-react";
import { May } from "../access/may";
import { may } from "../access/session";
import { graphql } from "../gql";
import type { PauseTasksMutation, TaskFilter, TasksInput } from "../gql/graphql";
import { client } from "../live/client";
import { announceAll } from "../live/signals";
import { askReason } from "../ui/ask-reason";
import { dialogs } from "../ui/dialogs";
import { plural } from "../ui/format";
import { failed, notDone, refused } from "../ui/notify";
import { doneWithUndo, tellLeft } from "../ui/undo";

const Pause = graphql(`
  mutation PauseTasks($input: PauseTasksInput!) {
    pauseTasks(input: $input) {
      changeId
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

const Resume = graphql(`
  mutation ResumeTasks($input: ResumeTasksInput!) {
    resumeTasks(input: $input) {
      changeId
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

const Delete = graphql(`
  mutation DeleteTasks($input: DeleteTasksInput!) {
    deleteTasks(input: $input) {
      changeId
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

/** They all answer alike. */
type Answer = Omit<PauseTasksMutation["pauseTasks"], "__typename">;

interface Props {
  chosen: ReadonlySet<string>;
  clear: () => void;
  filter: TaskFilter;
  total: number;
}

export function BulkBar({ chosen, clear, filter, total }: Props) {
  if (!may("OPERATE") || (chosen.size === 0 && total < 2)) return null;
  const some = chosen.size > 0;
  const tasks: TasksInput = some ? { ids: [...chosen] } : { filter };
  const words = some ? `the ${plural(chosen.size, "chosen task")}` : `all ${plural(total, "task")} found`;

  /** Answers whether it was carried out, if not for all of them. */
  const act = async (verb: string, past: string, ask: () => Promise<Answer | undefined>): Promise<boolean> => {
    const what = `The tasks could not be ${past}`;
    try {
      const answer = await ask();
      if (!answer || refused(what, answer.userErrors)) return false;
      const left = tellLeft(answer.results, `not ${past}`, what);
      if (answer.changeId) doneWithUndo(`${plural(answer.count, "task")} ${past}.`, answer.changeId);
      else if (left === 0) notDone(`Nothing to ${verb}`, "None of the tasks is in a state in which it could be done.");
      clear();
      announceAll();
      return true;
    } catch (error) {
      failed(what, error);
      return false;
    }
  };

  const pause = () =>
    askReason({
      title: `Pause ${words}`,
      explanation: "Their schedules are held until you resume them. Those that are not active are left out.",
      verb: "Pause them",
      act: (reason) =>
        act("pause", "paused", async () => {
          const { data } = await client.mutate({ mutation: Pause, variables: { input: { tasks, reason } } });
          return data?.pauseTasks;
        }),
    });
  const resume = () =>
    dialogs.confirm({
      title: `Resume ${words}?`,
      children: "What fell into the pause is held where a task's hold policy says so, else skipped.",
      labels: { confirm: "Resume them", cancel: "Cancel" },
      confirmProps: { "data-testid": "confirm" },
      onConfirm: () =>
        void act("resume", "resumed", async () => {
          const { data } = await client.mutate({ mutation: Resume, variables: { input: { tasks } } });
          return data?.resumeTasks;
        }),
    });
  const remove = () =>
    dialogs.confirm({
      title: `Delete ${words}?`,
      children: "Their planned runs are taken back, what is running goes on, and histories are kept. It can be undone.",
      labels: { confirm: "Delete them", cancel: "Keep them" },
      confirmProps: { color: "red", "data-testid": "confirm" },
      onConfirm: () =>
        void act("delete", "deleted", async () => {
          const { data } = await client.mutate({ mutation: Delete, variables: { input: { tasks } } });
          return data?.deleteTasks;
        }),
    });

  return (
    <Group gap="sm" mb="sm" data-testid="bulk-bar">
      <Text size="sm" c="dimmed">
        {some ? `${plural(chosen.size, "task")} chosen` : `All ${plural(total, "task")} found`}
      </Text>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconPlayerPause size={15} aria-hidden />}
        onClick={pause}
        data-testid="bulk-pause"
      >
        Pause
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconPlayerTrackNext size={15} aria-hidden />}
        onClick={resume}
        data-testid="bulk-resume"
      >
        Resume
      </Button>
      {some && (
        <>
          <May right="EDIT">
            <Button
              size="compact-sm"
              variant="default"
              c="var(--bad)"
              leftSection={<IconTrash size={15} aria-hidden />}
              onClick={remove}
              data-testid="bulk-delete"
            >
              Delete
            </Button>
          </May>
          <Button size="compact-sm" variant="subtle" onClick={clear}>
            Choose none
          </Button>
        </>
      )}
    </Group>
  );
}
