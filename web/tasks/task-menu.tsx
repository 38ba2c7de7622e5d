// The menu of a task's row.
import { ActionIcon, Menu } from "@mantine/core";
import {
  IconCopy,
  IconDots,
  IconHistoryToggle,
  IconPencil,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerTrackNext,
  IconTrash,
} from "@tabler/icons-react";
import { may } from "../access/session";
import type { TaskActionsFragment } from "../gql/graphql";
import { LinkItem } from "../ui/link-item";
import { useTaskActions } from "./use-task-actions";

interface Props {
  task: TaskActionsFragment;
  /** Leaves out what the task's page offers as buttons. */
  short?: boolean;
}

export function TaskMenu({ task, short }: Props) {
  const actions = useTaskActions(task);
  if (!may("OPERATE")) return null;
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon
          variant={short ? "default" : "subtle"}
          color="gray"
          size="lg"
          aria-label={`Actions for ${task.name}`}
        >
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {!short && (
          <>
            {may("OPERATE") && (
              <Menu.Item leftSection={<IconPlayerPlay size={16} aria-hidden />} onClick={() => void actions.runNow()}>
                Run now
              </Menu.Item>
            )}
            {may("EDIT") && (
              <LinkItem
                to="/tasks/$taskId/edit"
                params={{ taskId: task.id }}
                leftSection={<IconPencil size={16} aria-hidden />}
              >
                Edit
              </LinkItem>
            )}
            {may("OPERATE") && task.state === "ACTIVE" && (
              <Menu.Item leftSection={<IconPlayerPause size={16} aria-hidden />} onClick={actions.pause}>
                Pause
              </Menu.Item>
            )}
            {may("OPERATE") && task.state === "PAUSED" && (
              <Menu.Item
                leftSection={<IconPlayerTrackNext size={16} aria-hidden />}
                onClick={() => void actions.resume()}
              >
                Resume
              </Menu.Item>
            )}
          </>
        )}
        {may("EDIT") && (
          <LinkItem to="/tasks/new" search={{ from: task.id }} leftSection={<IconCopy size={16} aria-hidden />}>
            Duplicate
          </LinkItem>
        )}
        <Menu.Item leftSection={<IconHistoryToggle size={16} aria-hidden />} onClick={() => void actions.backfill()}>
          Backfill…
        </Menu.Item>
        {may("EDIT") && (
          <>
            <Menu.Divider />
            <Menu.Item c="var(--bad)" leftSection={<IconTrash size={16} aria-hidden />} onClick={actions.delete}>
              Delete
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
