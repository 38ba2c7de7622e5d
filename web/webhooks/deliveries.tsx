// What was sent to a webhook, and what came of it.
import { ActionIcon } from "@mantine/core";
import { IconFileText, IconRefresh } from "@tabler/icons-react";
import { May } from "../access/may";
import type { DeliveryRowFragment } from "../gql/graphql";
import { dialogs } from "../ui/dialogs";
import { plural } from "../ui/format";
import { JsonBlock } from "../ui/json-block";
import { Link } from "../ui/link";
import { DeliveryStateChip } from "../ui/states";
import table from "../ui/table.module.css";
import { RelativeTime } from "../ui/time";
import classes from "./webhooks.module.css";

interface Props {
  deliveries: readonly DeliveryRowFragment[];
  stale: boolean;
  redeliver: (id: string) => void;
}

export function Deliveries({ deliveries, stale, redeliver }: Props) {
  return (
    <table className={table.table} aria-label="Deliveries" aria-busy={stale || undefined}>
      <thead>
        <tr>
          <th scope="col">Event</th>
          <th scope="col">State</th>
          <th scope="col">Outcome</th>
          <th scope="col">Happened</th>
          <th scope="col">Actions</th>
        </tr>
      </thead>
      <tbody>
        {deliveries.map((delivery) => (
          <tr key={delivery.id} data-testid="delivery-row">
            <td className={table.name}>
              <code>{delivery.type.replace("cronograph.", "")}</code>
              <About delivery={delivery} />
            </td>
            <td data-label="State">
              <DeliveryStateChip state={delivery.state} />
            </td>
            <td data-label="Outcome" className={`${classes.outcome} ${table.wide}`}>
              <Outcome delivery={delivery} />
            </td>
            <td data-label="Happened">
              <RelativeTime value={delivery.at} />
            </td>
            <td data-label="Actions">
              <span className={classes.tools}>
                <ActionIcon
                  variant="subtle"
                  aria-label="What is sent"
                  title="What is sent"
                  onClick={() => show(delivery)}
                >
                  <IconFileText size={17} aria-hidden />
                </ActionIcon>
                <May right="OPERATE">
                  <ActionIcon
                    variant="subtle"
                    aria-label="Send again"
                    title={delivery.state === "PENDING" ? "Send now" : "Send again"}
                    onClick={() => redeliver(delivery.id)}
                  >
                    <IconRefresh size={17} aria-hidden />
                  </ActionIcon>
                </May>
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function About({ delivery: { run, task } }: { delivery: DeliveryRowFragment }) {
  if (!run && !task) return null;
  return (
    <span className={table.sub}>
      {run ? (
        <Link to="/runs/$runId" params={{ runId: run.id }}>
          {task?.name ?? "The run"}
        </Link>
      ) : (
        task && (
          <Link to="/tasks/$taskId" params={{ taskId: task.id }}>
            {task.name}
          </Link>
        )
      )}
    </span>
  );
}

function Outcome({
  delivery: { attempts, status, error, durationMs, attemptedAt, nextAttemptAt },
}: {
  delivery: DeliveryRowFragment;
}) {
  return (
    <>
      <span className="nums">
        {attemptedAt ? `${status ?? "No answer"}${durationMs == null ? "" : ` in ${durationMs} ms`}` : "Not sent yet"}
        {attempts > 1 && `, ${plural(attempts, "attempt")}`}
      </span>
      {error && <span className={classes.error}>{error}</span>}
      {nextAttemptAt && attemptedAt && (
        <span className={table.sub}>
          Sent again <RelativeTime value={nextAttemptAt} />
        </span>
      )}
    </>
  );
}

const show = ({ type, body, messageId }: DeliveryRowFragment) =>
  dialogs.open({
    title: type,
    size: "lg",
    children: (
      <>
        <p className={classes.paragraph}>
          <code>webhook-id: {messageId}</code>
        </p>
        <JsonBlock value={JSON.parse(body)} label="Message" />
      </>
    ),
    closeButtonProps: { "aria-label": "Close" },
  });
