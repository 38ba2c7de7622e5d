// The queues: what bounds them, how full they are, what waits in them.
import { ActionIcon, Button, VisuallyHidden } from "@mantine/core";
import { IconPlayerPause, IconPlayerTrackNext, IconPlus, IconStack2 } from "@tabler/icons-react";
import { getRouteApi } from "@tanstack/react-router";
import { may } from "../access/session";
import { graphql } from "../gql";
import type { QueueRowFragment } from "../gql/graphql";
import { useLiveQuery } from "../live/use-live-query";
import { Empty, ErrorPanel, ListSkeleton } from "../ui/feedback";
import { Link } from "../ui/link";
import { Page } from "../ui/page";
import { TaskStateChip } from "../ui/states";
import table from "../ui/table.module.css";
import { boundsWords } from "./bounds";
import { REREAD_EVERY_MS } from "./fragment";
import { Running, Waiting } from "./load";
import { QueueDialog } from "./queue-dialog";
import classes from "./queues.module.css";
import { useQueueActions } from "./use-queue-actions";

const QueueList = graphql(`
  query QueueList {
    queues {
      ...QueueRow
    }
  }
`);

const route = getRouteApi("/queues");

export function QueueListPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data, error, refetch } = useLiveQuery(QueueList, {
    variables: {},
    wants: ({ runs }) => runs.size > 0,
    everyMs: REREAD_EVERY_MS,
  });
  const open = () => void navigate({ search: { new: true } });
  const close = () => void navigate({ search: {}, replace: true });
  return (
    <Page
      title="Queues"
      lead="Named lanes that bound how many runs go at a time, and how fast they start. At a bound runs wait; none fails for it."
      actions={
        may("EDIT") && (
          <Button onClick={open} leftSection={<IconPlus size={17} aria-hidden />}>
            New queue
          </Button>
        )
      }
    >
      {data ? (
        data.queues.length > 0 ? (
          <div className="panel" style={{ overflow: "hidden" }}>
            <Queues queues={data.queues} />
          </div>
        ) : (
          <Empty
            icon={IconStack2}
            title="There is no queue yet"
            action={may("EDIT") && <Button onClick={open}>Make a queue</Button>}
          >
            Make one for whatever bears only so much: a mail provider, a database, an API with a rate limit. Then choose
            it in each task that uses it.
          </Empty>
        )
      ) : error ? (
        <ErrorPanel what="The queues" error={error} retry={refetch} />
      ) : (
        <ListSkeleton rows={5} />
      )}
      <QueueDialog
        opened={search.new ?? false}
        name={search.name}
        close={close}
        saved={() => {
          refetch();
          close();
        }}
      />
    </Page>
  );
}

function Queues({ queues }: { queues: readonly QueueRowFragment[] }) {
  return (
    <table className={table.table} aria-label="Queues">
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Bounds</th>
          <th scope="col">Running</th>
          <th scope="col">Waiting</th>
          <th scope="col">
            <VisuallyHidden>Actions</VisuallyHidden>
          </th>
        </tr>
      </thead>
      <tbody>
        {queues.map((queue) => (
          <Row key={queue.name} queue={queue} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ queue }: { queue: QueueRowFragment }) {
  const { name, description, paused, pauseReason } = queue;
  const actions = useQueueActions(queue);
  const bounds = boundsWords(queue);
  return (
    <tr data-testid="queue-row">
      <td className={table.name}>
        <span className={classes.chips}>
          <Link to="/queues/$queueName" params={{ queueName: name }} className={table.cover} fw={600} c="inherit">
            {name}
          </Link>
          {paused && <TaskStateChip state="PAUSED" />}
        </span>
        {paused && pauseReason && <span className={table.sub}>{pauseReason}</span>}
        {description && <span className={`${table.sub} cut`}>{description}</span>}
      </td>
      <td data-label="Bounds" className={classes.bounds}>
        {bounds.length > 0 ? bounds.map((each) => <span key={each}>{each}</span>) : <span className="quiet">none</span>}
      </td>
      <td data-label="Running">
        <Running queue={queue} />
      </td>
      <td data-label="Waiting">
        <Waiting queue={queue} />
      </td>
      <td className={table.menu}>
        {!may("OPERATE") ? null : paused ? (
          <ActionIcon
            variant="subtle"
            aria-label={`Resume ${name}`}
            title="Resume"
            onClick={() => void actions.resume()}
          >
            <IconPlayerTrackNext size={17} aria-hidden />
          </ActionIcon>
        ) : (
          <ActionIcon variant="subtle" aria-label={`Pause ${name}`} title="Pause" onClick={actions.pause}>
            <IconPlayerPause size={17} aria-hidden />
          </ActionIcon>
        )}
      </td>
    </tr>
  );
}
