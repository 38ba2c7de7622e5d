// The stations of a run from plan to end, with the time that lay between them.
import { graphql } from "../gql";
import type { RunTimelineFragment } from "../gql/graphql";
import { length } from "../ui/format";
import { useClock } from "../ui/now";
import { RUN_STATES } from "../ui/states";
import { Time } from "../ui/time";
import classes from "./timeline.module.css";

export const RunTimelineDoc = graphql(`
  fragment RunTimeline on Run {
    state
    trigger
    createdAt
    scheduledFor
    effectiveAt
    startedAt
    finishedAt
    attempt
  }
`);

interface Station {
  label: string;
  at?: string | null;
  tone: string;
  /** Reached now, and not yet left. */
  present?: boolean;
}

function stations(run: RunTimelineFragment): Station[] {
  const { label, tone } = RUN_STATES[run.state];
  const list: Station[] = [];
  const again = run.trigger === "BACKFILL" || run.trigger === "REDRIVE";
  // What is found missed is recorded after it was due.
  const ahead = Date.parse(run.createdAt) <= Date.parse(run.effectiveAt);
  if (run.trigger === "SCHEDULE" && ahead) list.push({ label: "Planned", at: run.createdAt, tone: "plan" });
  if (again) list.push({ label: "Occurrence", at: run.scheduledFor, tone: "plan" });
  list.push({
    label:
      run.trigger === "BACKFILL" ? "Backfilled" : again ? "Done again" : run.trigger === "MANUAL" ? "Asked for" : "Due",
    at: again ? run.createdAt : run.effectiveAt,
    tone: "plan",
    present: run.state === "SCHEDULED" || run.state === "QUEUED" || run.state === "HELD",
  });
  if (run.startedAt) list.push({ label: "Started", at: run.startedAt, tone: "run" });
  if (run.state === "RUNNING" || run.state === "RETRYING")
    list.push({ label: run.attempt > 1 ? `${label} (attempt ${run.attempt})` : label, tone, present: true });
  if (run.finishedAt) list.push({ label, at: run.finishedAt, tone });
  else if (!run.startedAt) list.push({ label: run.state === "SCHEDULED" ? "Not yet due" : label, tone: "mute" });
  return list;
}

export function Timeline({ run }: { run: RunTimelineFragment }) {
  const list = stations(run);
  return (
    <ol className={classes.line}>
      {list.map((station, index) => (
        <li
          key={station.label}
          data-tone={station.tone}
          data-present={station.present || undefined}
          className={classes.station}
        >
          <span className={classes.label}>{station.label}</span>
          <span className={classes.at}>
            {station.at ? <Time value={station.at} /> : <Since from={list[index - 1]?.at} running={station.present} />}
          </span>
          {station.at && <Gap from={list[index - 1]?.at} to={station.at} />}
        </li>
      ))}
    </ol>
  );
}

function Gap({ from, to }: { from?: string | null; to: string }) {
  if (!from) return null;
  const ms = Date.parse(to) - Date.parse(from);
  if (ms < 0) return null;
  return <span className={classes.gap}>after {length(ms)}</span>;
}

function Since({ from, running }: { from?: string | null; running?: boolean }) {
  const text = useClock((now) =>
    from && running ? `for ${length(Math.max(0, Math.floor((now - Date.parse(from)) / 1000) * 1000))}` : "",
  );
  return text;
}
