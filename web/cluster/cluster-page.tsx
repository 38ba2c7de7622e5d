// The processes of Cronograph and the server that answers. Instances send no events, so this page asks again.
import { useQuery } from "@apollo/client/react";
import { Badge, Group } from "@mantine/core";
import "@mantine/core/styles/Badge.css";
import { IconCircleCheck, IconPlugConnectedX, IconServer2 } from "@tabler/icons-react";
import { graphql } from "../gql";
import type { InstanceRowFragment, Role } from "../gql/graphql";
import { usePaused } from "../live/state";
import { Facts } from "../ui/facts";
import { Empty, ErrorPanel, ListSkeleton } from "../ui/feedback";
import { count } from "../ui/format";
import { Page } from "../ui/page";
import { Panel } from "../ui/panel";
import table from "../ui/table.module.css";
import { RelativeTime, Time } from "../ui/time";
import classes from "./cluster.module.css";
import { ClockWarning, Work } from "./instance-work";
import { TzdataNotice } from "./tzdata-notice";

const Cluster = graphql(`
  query ClusterPage {
    instances {
      ...InstanceRow
    }
    server {
      version
      now
      database
      tzdataVersion
      timezones
      tzdataChange {
        ...TzdataNotice
      }
    }
  }
`);

export const InstanceRow = graphql(`
  fragment InstanceRow on Instance {
    id
    hostname
    pid
    version
    roles
    startedAt
    lastSeenAt
    stoppedAt
    running
    load
    clockAheadMs
  }
`);

const ASK_EVERY_MS = 2_000;
/** An instance says that it lives every 1.5 s; after 9 s the others count it out. */
const SILENT_AFTER_MS = 5_000;

/** Beside the one that was seen last: whoever has answered lives, and an answer grows old on the page for all of them. */
function silentIn(instances: readonly InstanceRowFragment[]): ReadonlySet<string> {
  const living = instances.filter(({ stoppedAt }) => !stoppedAt);
  const seen = ({ lastSeenAt }: InstanceRowFragment) => Date.parse(lastSeenAt);
  const last = Math.max(...living.map(seen));
  return new Set(living.filter((each) => last - seen(each) > SILENT_AFTER_MS).map(({ id }) => id));
}

const ROLES: Record<Role, string> = {
  GATEWAY: "Gateway",
  SCHEDULER: "Scheduler",
  EXECUTOR: "Executor",
  MONITOR: "Monitor",
};

export function ClusterPage() {
  const paused = usePaused();
  const {
    data: fresh,
    previousData,
    error,
    refetch,
  } = useQuery(Cluster, {
    fetchPolicy: "cache-and-network",
    pollInterval: paused ? 0 : ASK_EVERY_MS,
  });
  const data = fresh ?? previousData;
  const silent = silentIn(data?.instances ?? []);
  return (
    <Page title="Cluster" lead="The processes that were seen in the past 24 hours and what each of them does.">
      {data ? (
        <div className={classes.page}>
          {data.server.tzdataChange && <TzdataNotice change={data.server.tzdataChange} />}
          <Panel
            title="Instances"
            aside={`${count(data.instances.filter((each) => !each.stoppedAt).length - silent.size)} alive`}
            flush
          >
            {data.instances.length > 0 ? (
              <Instances instances={data.instances} silent={silent} />
            ) : (
              <Empty bare icon={IconServer2} title="No instance was seen" />
            )}
          </Panel>
          <Panel title="The server that answers">
            <Facts
              facts={[
                ["Version", data.server.version],
                ["Database", data.server.database],
                ["Its clock", <Time key="now" value={data.server.now} />],
                ["Time zone rules", data.server.tzdataVersion],
                ["Time zones", count(data.server.timezones.length)],
              ]}
            />
          </Panel>
        </div>
      ) : error ? (
        <ErrorPanel what="The cluster" error={error} retry={() => void refetch().catch(() => undefined)} />
      ) : (
        <ListSkeleton rows={4} />
      )}
    </Page>
  );
}

function Instances({ instances, silent }: { instances: readonly InstanceRowFragment[]; silent: ReadonlySet<string> }) {
  return (
    <table className={table.table} aria-label="Instances">
      <thead>
        <tr>
          <th scope="col">State</th>
          <th scope="col">Machine</th>
          <th scope="col">Roles</th>
          <th scope="col">Load</th>
          <th scope="col">Version</th>
          <th scope="col">Started</th>
          <th scope="col">Last seen</th>
        </tr>
      </thead>
      <tbody>
        {instances.map((instance) => (
          <tr key={instance.id} data-testid="instance-row">
            <td className={table.lead}>
              <Health instance={instance} silent={silent.has(instance.id)} />
            </td>
            <td data-label="Machine">
              <b>{instance.hostname}</b>
              <span className={`${table.sub} nums`}>process {instance.pid}</span>
              <ClockWarning aheadMs={instance.stoppedAt ? null : instance.clockAheadMs} />
            </td>
            <td data-label="Roles" className={table.wide}>
              <Group gap={5}>
                {instance.roles.map((role) => (
                  <Badge key={role} variant="default" size="sm" tt="none" fw={550}>
                    {ROLES[role]}
                  </Badge>
                ))}
              </Group>
            </td>
            <td data-label="Load">
              <Work instance={instance} />
            </td>
            <td data-label="Version" className="nums">
              {instance.version}
            </td>
            <td data-label="Started">
              <RelativeTime value={instance.startedAt} />
            </td>
            <td data-label={instance.stoppedAt ? "Stopped" : "Last seen"}>
              <RelativeTime value={instance.stoppedAt ?? instance.lastSeenAt} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Health({ instance, silent }: { instance: InstanceRowFragment; silent: boolean }) {
  const tone = instance.stoppedAt ? "mute" : silent ? "bad" : "ok";
  const Mark = tone === "ok" ? IconCircleCheck : IconPlugConnectedX;
  return (
    <span className={classes.health} data-tone={tone}>
      <Mark size={17} aria-hidden />
      {instance.stoppedAt ? "Stopped" : silent ? "Silent" : "Alive"}
    </span>
  );
}
