// What the newest change of the time zone rules did to the tasks.
import { IconWorldCog } from "@tabler/icons-react";
import { graphql } from "../gql";
import type { TzdataNoticeFragment } from "../gql/graphql";
import { Fold } from "../ui/fold";
import { plural } from "../ui/format";
import { Link } from "../ui/link";
import { Notice } from "../ui/notice";
import { RelativeTime } from "../ui/time";
import classes from "./cluster.module.css";

export const TzdataNoticeDoc = graphql(`
  fragment TzdataNotice on TzdataChange {
    from
    to
    foundAt
    timezones
    moved {
      task {
        id
        name
      }
      message
    }
  }
`);

/** A longer list is folded at first. */
const SHORT = 5;

export function TzdataNotice({ change }: { change: TzdataNoticeFragment }) {
  const { from, to, foundAt, timezones, moved } = change;
  return (
    <Notice
      tone={moved.length > 0 ? "wait" : "mute"}
      icon={IconWorldCog}
      title={`The time zone rules changed from ${from} to ${to}`}
    >
      Found <RelativeTime value={foundAt} />.{" "}
      {timezones.length === 0
        ? "No zone in use is touched."
        : moved.length === 0
          ? `${timezones.join(", ")}: no run moved within two years.`
          : `${timezones.join(", ")}: the runs of ${plural(moved.length, "task")} moved and were planned anew.`}
      {moved.length > 0 && (
        <Fold title="What moved" opened={moved.length <= SHORT}>
          <ul className={classes.moved}>
            {moved.map(({ task, message }) => (
              <li key={task.id}>
                <Link to="/tasks/$taskId" params={{ taskId: task.id }} underline="always">
                  {task.name}
                </Link>
                : {message}
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </Notice>
  );
}
