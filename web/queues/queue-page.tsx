// One queue: what bounds it, what runs and waits in it, and which tasks put it there.
import { Button } from "@mantine/core";
import { IconMapOff, IconPencil, IconPlayerPause, IconPlayerTrackNext, IconTrash } from "@tabler/icons-react";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { May } from "../access/may";
import { may } from "../access/session";
import { graphql } from "../gql";
import type { QueuePageQuery } from "../gql/graphql";
import { useLiveQuery } from "../live/use-live-query";
import { Facts } from "../ui/facts";
import { Empty, ErrorPanel, PageSkeleton } from "../ui/feedback";
import { count } from "../ui/format";
import { Link, LinkButton } from "../ui/link";
import { Notice } from "../ui/notice";
import { Page } from "../ui/page";
import { Panel } from "../ui/panel";
import { TaskStateChip } from "../ui/states";
import { RelativeTime, Time } from "../ui/time";
import { hindrance, rateWords } from "./bounds";
import { REREAD_EVERY_MS } from "./fragment";
import { Running, Waiting } from "./load";
import { QueueDialog } from "./queue-dialog";
import { QueueRuns } from "./queue-runs";
import classes from "./queues.module.css";
import { useQueueActions } from "./use-queue-actions";

const QueuePageDoc = graphql(`
  query QueuePage($name: String!, $first: Int!) {
    queue(name: $name) {
      ...QueueRow
      tasks {
        id
        name
        queueKey
        priority
      }
    }
    waiting: runs(
      filter: { queue: [$name], state: [QUEUED, RETRYING] }
      orderBy: { field: SCHEDULED_FOR, direction: ASC }
      first: $first
    ) {
      nodes {
        ...QueueRun
      }
      totalCount
    }
    going: runs(filter: { queue: [$name], state: [RUNNING] }, first: $first) {
      nodes {
        ...QueueRun
      }
      totalCount
    }
  }
`);

const route = getRouteApi("/queues/$queueName");
/** Runs of a list; the run list has them all. */
const SHOWN = 25;

export function QueuePage() {
  const { queueName } = route.useParams();
  return <QueueOf key={queueName} name={queueName} />;
}

function QueueOf({ name }: { name: string }) {
  const { data, error, stale, refetch } = useLiveQuery(QueuePageDoc, {
    variables: { name, first: SHOWN },
    wants: ({ runs }) => runs.size > 0,
    everyMs: REREAD_EVERY_MS,
  });
  if (data?.queue) return <Content data={data} queue={data.queue} stale={stale} />;
  return (
    <Page title={data ? name : "Queue"} back={<Link to="/queues">Queues</Link>}>
      {data ? (
        <Empty
          icon={IconMapOff}
          title="There is no queue of this name"
          action={
            <>
              {may("EDIT") && (
                <LinkButton to="/queues" search={{ new: true, name }}>
                  Make it
                </LinkButton>
              )}
              <LinkButton to="/runs" search={{ queue: name, view: "all" }} variant="default">
                Runs of this name
              </LinkButton>
            </>
          }
        >
          It may have been deleted. Workers can take runs by a name without a queue: then nothing bounds them.
        </Empty>
      ) : error ? (
        <ErrorPanel what="The queue" error={error} retry={refetch} />
      ) : (
        <PageSkeleton heights={[120, 260, 200]} />
      )}
    </Page>
  );
}

type Queue = NonNullable<QueuePageQuery["queue"]>;

function Content({ data, queue, stale }: { data: QueuePageQuery; queue: Queue; stale: boolean }) {
  const { edit } = route.useSearch();
  const navigate = route.useNavigate();
  const { name, description, paused, pausedAt, pauseReason } = queue;
  const close = () => void navigate({ search: {}, replace: true });
  return (
    <Page
      title={name}
      back={<Link to="/queues">Queues</Link>}
      badge={paused && <TaskStateChip state="PAUSED" large />}
      lead={description}
      actions={<Actions queue={queue} />}
    >
      <div className={classes.page}>
        {paused && (
          <Notice tone="wait" icon={IconPlayerPause} title="Nothing of it starts">
            Paused {pausedAt && <RelativeTime value={pausedAt} />}
            {pauseReason ? `: ${pauseReason}` : ". No reason was given."}
          </Notice>
        )}
        <Panel
          title="Facts"
          aside={
            <Link to="/runs" search={{ queue: name, view: "all" }}>
              All its runs
            </Link>
          }
        >
          <Facts
            facts={[
              ["Running", <Running key="running" queue={queue} />],
              ["Waiting", <Waiting key="waiting" queue={queue} />],
              ["For each key", queue.concurrencyPerKey !== null && `${count(queue.concurrencyPerKey)} at a time`],
              ["Rate", rateWords(queue)],
              ["Made", <Time key="made" value={queue.createdAt} />],
              ["Changed", <Time key="changed" value={queue.updatedAt} />],
            ]}
          />
        </Panel>
        <Waits data={data} queue={queue} stale={stale} />
        {data.going.nodes.length > 0 && (
          <Panel title="Running" aside={more(data.going)} flush>
            <QueueRuns runs={data.going.nodes} label="Running" going stale={stale} />
          </Panel>
        )}
        <Tasks tasks={queue.tasks} />
      </div>
      <QueueDialog opened={edit ?? false} queue={queue} close={close} saved={close} />
    </Page>
  );
}

/** Says that there are more than are shown. */
const more = ({ nodes, totalCount }: { nodes: readonly unknown[]; totalCount: number }) =>
  totalCount > nodes.length ? `the first ${count(nodes.length)} of ${count(totalCount)}` : undefined;

function Waits({ data: { waiting }, queue, stale }: { data: QueuePageQuery; queue: Queue; stale: boolean }) {
  return (
    <Panel title="Waiting" aside={more(waiting)} flush>
      {waiting.nodes.length > 0 ? (
        <QueueRuns runs={waiting.nodes} label="Waiting" stale={stale} otherwise={hindrance(queue)} />
      ) : (
        <p className={classes.none}>Nothing waits.</p>
      )}
    </Panel>
  );
}

function Tasks({ tasks }: { tasks: Queue["tasks"] }) {
  return (
    <Panel title="Tasks" flush={tasks.length > 0}>
      {tasks.length > 0 ? (
        <ul className={classes.list}>
          {tasks.map((task) => (
            <li key={task.id}>
              <Link to="/tasks/$taskId" params={{ taskId: task.id }}>
                {task.name}
              </Link>
              <span className="quiet">
                {task.queueKey && (
                  <>
                    key <code>{task.queueKey}</code>
                  </>
                )}
                {task.queueKey && task.priority !== 0 && " · "}
                {task.priority !== 0 && `priority ${task.priority}`}
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p className={classes.plain}>None yet. Choose it under “Retries, limits and policies” of a task.</p>
      )}
    </Panel>
  );
}

function Actions({ queue }: { queue: Queue }) {
  const navigate = useNavigate();
  const actions = useQueueActions(queue);
  return (
    <>
      {!may("OPERATE") ? null : queue.paused ? (
        <Button
          leftSection={<IconPlayerTrackNext size={16} aria-hidden />}
          onClick={() => void actions.resume()}
          data-testid="resume-queue"
        >
          Resume
        </Button>
      ) : (
        <Button
          variant="default"
          leftSection={<IconPlayerPause size={16} aria-hidden />}
          onClick={actions.pause}
          data-testid="pause-queue"
        >
          Pause
        </Button>
      )}
      <May right="EDIT">
        <LinkButton
          variant="default"
          to="/queues/$queueName"
          params={{ queueName: queue.name }}
          search={{ edit: true }}
          leftSection={<IconPencil size={16} aria-hidden />}
        >
          Edit
        </LinkButton>
        <Button
          variant="default"
          leftSection={<IconTrash size={16} aria-hidden />}
          onClick={() => actions.delete(() => void navigate({ to: "/queues" }))}
        >
          Delete
        </Button>
      </May>
    </>
  );
}
