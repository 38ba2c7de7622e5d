// What an instance was doing when it was last seen, and whether its clock is right.
import { Progress } from "@mantine/core";
import { IconClockExclamation } from "@tabler/icons-react";
import type { InstanceRowFragment } from "../gql/graphql";
import { length, plural } from "../ui/format";
import classes from "./cluster.module.css";

/** From here on it can hardly do more. */
const BUSY = 0.85;
/** The server logs a clock that is further off than this, too. */
const CLOCK_OFF_MS = 2_000;

/** `37 %` over a bar, and what runs. An instance that has stopped does nothing. */
export function Work({ instance: { hostname, pid, running, load, stoppedAt } }: { instance: InstanceRowFragment }) {
  if (stoppedAt) return <span className="quiet">none</span>;
  const percent = load === null ? null : Math.round(Math.min(1, load) * 100);
  return (
    <div className={classes.work}>
      <span className="nums">
        {percent !== null && `${percent} % · `}
        {plural(running, "run")}
      </span>
      {percent !== null && load !== null && (
        <Progress
          value={percent}
          color={load >= BUSY ? "var(--wait-solid)" : "var(--run-solid)"}
          size="sm"
          aria-label={`Load of process ${pid} on ${hostname}`}
        />
      )}
    </div>
  );
}

/** Nothing depends on a machine's clock; but whoever reads its logs should know. */
export function ClockWarning({ aheadMs }: { aheadMs: number | null }) {
  if (aheadMs === null || Math.abs(aheadMs) <= CLOCK_OFF_MS) return null;
  return (
    <span className={classes.clock} data-testid="clock-warning">
      <IconClockExclamation size={15} aria-hidden />
      Clock {length(Math.abs(aheadMs))} {aheadMs > 0 ? "ahead" : "behind"}
    </span>
  );
}
