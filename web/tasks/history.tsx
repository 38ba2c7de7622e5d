// Who did what to a task, and the way back to an earlier version of it.
import { useMutation } from "@apollo/client/react";
import { Button, Text } from "@mantine/core";
import { IconArrowBackUp } from "@tabler/icons-react";
import { useState } from "react";
import { may } from "../access/session";
import { graphql } from "../gql";
import type { AuditRowFragment, TaskActionsFragment } from "../gql/graphql";
import { useLiveQuery } from "../live/use-live-query";
import { actionWords } from "../ui/audit-row";
import { ChangesList } from "../ui/changes-list";
import { dialogs } from "../ui/dialogs";
import { ErrorPanel, ListSkeleton } from "../ui/feedback";
import { Fold } from "../ui/fold";
import { Link } from "../ui/link";
import { done, failed, refused } from "../ui/notify";
import { Panel } from "../ui/panel";
import { RelativeTime } from "../ui/time";
import classes from "./history.module.css";

const History = graphql(`
  query TaskHistory($id: ID!, $first: Int!) {
    task(id: $id) {
      id
      history(first: $first) {
        nodes {
          ...AuditRow
        }
        totalCount
      }
    }
  }
`);

const Revert = graphql(`
  mutation RevertTask($input: RevertTaskInput!) {
    revertTask(input: $input) {
      task {
        ...TaskDetail
      }
      userErrors {
        ...Complaint
      }
    }
  }
`);

const FEW = 5;
const MOST = 100;

export default function TaskHistory({ task }: { task: TaskActionsFragment }) {
  const [first, setFirst] = useState(FEW);
  const { data, error, refetch } = useLiveQuery(History, {
    variables: { id: task.id, first },
    wants: ({ tasks }) => tasks.has(task.id),
  });
  if (error) return <ErrorPanel what="The history" error={error} retry={refetch} />;
  if (!data) return <ListSkeleton rows={3} />;
  const history = data.task?.history;
  if (!history || history.nodes.length === 0) return null;
  return (
    <Panel
      title="History"
      aside={
        may("ADMINISTER") && (
          <Link to="/audit" search={{ subject: task.id }}>
            In the audit
          </Link>
        )
      }
    >
      <ol className={classes.list} aria-label="History of this task">
        {history.nodes.map((entry) => (
          <Entry key={entry.id} entry={entry} task={task} />
        ))}
      </ol>
      {history.totalCount > history.nodes.length && first < MOST && (
        <Button variant="subtle" size="compact-sm" onClick={() => setFirst(MOST)}>
          Show more
        </Button>
      )}
    </Panel>
  );
}

function Entry({ entry, task }: { entry: AuditRowFragment; task: TaskActionsFragment }) {
  const { version, changes, action, actor, at } = entry;
  const earlier = version !== null && version !== undefined && version < task.version;
  return (
    <li data-testid="history-entry" data-version={version}>
      <div className={classes.line}>
        <span>
          <b>{actionWords(action)}</b> by {actor.name}, <RelativeTime value={at} />
          {version !== null && version !== undefined && <span className="quiet"> · version {version}</span>}
        </span>
        {earlier && !task.deletedAt && may("EDIT") && <RevertButton entry={entry} task={task} version={version} />}
      </div>
      {changes.length > 0 && (
        <Fold
          title="What changed"
          summary={
            changes
              .slice(0, 4)
              .map(({ field }) => field)
              .join(", ") + (changes.length > 4 ? ", …" : "")
          }
        >
          <ChangesList changes={changes} label={`What changed: ${actionWords(action)}`} />
        </Fold>
      )}
    </li>
  );
}

interface RevertProps {
  entry: AuditRowFragment;
  task: TaskActionsFragment;
  version: number;
}

function RevertButton({ entry, task, version }: RevertProps) {
  const [revert, { loading }] = useMutation(Revert);
  const what = `The task could not be set back to version ${version}`;
  const act = async () => {
    try {
      const input = { id: task.id, version: task.version, toVersion: version };
      const { data } = await revert({ variables: { input } });
      if (!refused(what, data?.revertTask.userErrors)) done(`“${task.name}” is what it was at version ${version}`);
    } catch (error) {
      failed(what, error);
    }
  };
  const ask = () =>
    dialogs.confirm({
      title: `Revert to version ${version}?`,
      children: (
        <Text size="sm">
          “{task.name}” gets the definition again that it had after “{actionWords(entry.action)}” by {entry.actor.name},
          as a new version. Whether it is paused stays as it is; credentials that are not kept stay what they are now.
        </Text>
      ),
      labels: { confirm: "Revert the task", cancel: "Leave it" },
      confirmProps: { "data-testid": "confirm" },
      onConfirm: () => void act(),
    });
  return (
    <Button
      size="compact-sm"
      variant="default"
      loading={loading}
      leftSection={<IconArrowBackUp size={15} aria-hidden />}
      onClick={ask}
      data-testid="revert"
    >
      Revert to version {version}
    </Button>
  );
}
