// The newest runs as bars, oldest left: the colour is the state, the height the duration.
import { graphql } from "../gql";
import type { RunBarFragment } from "../gql/graphql";
import { instant, length } from "../ui/format";
import { PlainLink } from "../ui/link";
import { now } from "../ui/now";
import { RUN_STATES } from "../ui/states";
import { RelativeTime } from "../ui/time";
import { useZone } from "../ui/zone";
import classes from "./task-page.module.css";

export const RunBar = graphql(`
  fragment RunBar on Run {
    id
    state
    scheduledFor
    durationMs
  }
`);

const EMPTY = Array.from({ length: 30 }, (_, slot) => slot);

/** Runs of no or unknown duration are still to be seen. */
const LEAST_PERCENT = 14;

export function RunStrip({ runs }: { runs: readonly RunBarFragment[] }) {
  const zone = useZone();
  if (runs.length === 0)
    return (
      <p className="quiet" style={{ margin: 0 }}>
        The first runs will show here.
      </p>
    );
  const longest = Math.max(1, ...runs.map((run) => run.durationMs ?? 0));
  const oldestFirst = runs.toReversed();
  const first = oldestFirst[0];
  const last = oldestFirst.at(-1);
  return (
    <>
      <div className={classes.strip}>
        {EMPTY.slice(runs.length).map((slot) => (
          <span key={slot} className={classes.slot} />
        ))}
        {oldestFirst.map((run) => {
          const { label, tone } = RUN_STATES[run.state];
          const took = run.durationMs == null ? "" : `, took ${length(run.durationMs)}`;
          const words = `${label}, ${instant(run.scheduledFor, zone, now())}${took}`;
          return (
            <PlainLink
              key={run.id}
              to="/runs/$runId"
              params={{ runId: run.id }}
              className={classes.bar}
              data-tone={tone}
              aria-label={words}
              title={words}
              style={{ height: `${LEAST_PERCENT + ((100 - LEAST_PERCENT) * (run.durationMs ?? 0)) / longest}%` }}
            />
          );
        })}
      </div>
      <div className={classes.axis}>
        <span>{runs.length === EMPTY.length && first && <RelativeTime value={first.scheduledFor} />}</span>
        <span>{last && <RelativeTime value={last.scheduledFor} />}</span>
      </div>
    </>
  );
}
