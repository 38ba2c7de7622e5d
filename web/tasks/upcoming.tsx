// The next instants of a schedule: on its own clock, and how far away. What a clock change, an exclusion or jitter does
// to them is said; what does not run is shown where it would have been.
import type { ReactNode } from "react";
import { graphql } from "../gql";
import type { OccurrenceNoteKind, OmittedRowFragment, TaskState, UpcomingRowFragment } from "../gql/graphql";
import { wallClock } from "../ui/format";
import { NoteChip } from "../ui/note-chip";
import { now } from "../ui/now";
import { RelativeTime } from "../ui/time";
import { useZone } from "../ui/zone";
import { interleave } from "./interleave";
import classes from "./upcoming.module.css";

export const UpcomingRow = graphql(`
  fragment UpcomingRow on Occurrence {
    at
    effectiveAt
    local
    offset
    notes {
      kind
      message
    }
  }
`);

export const OmittedRow = graphql(`
  fragment OmittedRow on OmittedOccurrence {
    at
    local
    timezone
    note {
      kind
      message
    }
  }
`);

const NONE: Record<TaskState, string> = {
  ACTIVE: "No occurrence is left.",
  PAUSED: "None while the task is paused.",
  COMPLETED: "No occurrence is left.",
};

interface Props {
  occurrences: readonly UpcomingRowFragment[];
  zone?: string | null;
  state: TaskState;
  /** Said in place of "none is left" by schedules whose runs cannot be foreseen. */
  none?: string;
}

export function Upcoming({ occurrences, zone, state, none }: Props) {
  if (occurrences.length === 0) return <p className={classes.none}>{(state === "ACTIVE" && none) || NONE[state]}</p>;
  return <Occurrences occurrences={occurrences} zone={zone} />;
}

interface OccurrencesProps {
  occurrences: readonly UpcomingRowFragment[];
  omitted?: readonly OmittedRowFragment[];
  /** The zone of the schedule; empty when it has none, then the chosen zone of the dashboard stands in. */
  zone?: string | null;
  testId?: string;
}

export function Occurrences({ occurrences, omitted = [], zone, testId }: OccurrencesProps) {
  const shownIn = useZone();
  const others = [...new Set(["UTC", shownIn])].filter((other) => other !== (zone ?? shownIn));
  const seconds = [...occurrences, ...omitted].some(({ local }) => local.slice(17, 19) !== "00");
  const clock = (local: string) => local.slice(11, seconds ? 19 : 16);
  const year = new Date(now()).getUTCFullYear();
  return (
    <ol className={classes.list}>
      {interleave(occurrences, omitted).map((row) => {
        if ("omitted" in row) {
          const { local, timezone, note } = row.omitted;
          return (
            <li key={`${local} ${timezone} ${note.kind}`} data-omitted data-testid={testId && `${testId}-omitted`}>
              <del className={classes.local}>
                {day(local, year)}, {clock(local)}
              </del>
              <Words kind={note.kind}>{note.message}</Words>
            </li>
          );
        }
        const { at, effectiveAt, local, offset, notes } = row.runs;
        // Jitter is told by the time of the start.
        const told = notes.filter(({ kind }) => kind !== "JITTERED");
        const first = zone ? local : wallClock(at, shownIn);
        return (
          <li key={at} data-testid={testId} data-noted={told.length > 0 || undefined}>
            <div className={classes.row}>
              <span className={classes.local} title={zone ?? shownIn}>
                <span className={classes.whole}>
                  {day(first, year)}, {clock(first)} {zone && <span className="quiet">{offset}</span>}
                </span>{" "}
                {effectiveAt !== at && (
                  <span className={classes.spread} title={notes.find(({ kind }) => kind === "JITTERED")?.message}>
                    starts {wallClock(effectiveAt, zone ?? shownIn).slice(11)}
                  </span>
                )}
              </span>
              <span className={classes.other}>
                {others.map((other) => (
                  <span key={other} title={other}>
                    {otherDay(at, first, other)} {clock(wallClock(at, other))} {other === "UTC" ? "UTC" : "here"}
                  </span>
                ))}
              </span>
              <RelativeTime value={effectiveAt} className={classes.relative} />
            </div>
            {told.map(({ kind, message }) => (
              <Words key={kind} kind={kind}>
                {message}
              </Words>
            ))}
          </li>
        );
      })}
    </ol>
  );
}

function Words({ kind, children }: { kind: OccurrenceNoteKind; children: ReactNode }) {
  return (
    <p className={classes.words}>
      <NoteChip kind={kind} /> <span>{children}</span>
    </p>
  );
}

// A wall-clock time has no zone; read as UTC it keeps its figures.
const asUtc = (local: string): Date => new Date(`${local.slice(0, 19)}Z`);
const DAY: Intl.DateTimeFormatOptions = { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" };
const SHORT = new Intl.DateTimeFormat("en-GB", DAY);
const LONG = new Intl.DateTimeFormat("en-GB", { ...DAY, year: "numeric" });
const WEEKDAY = new Intl.DateTimeFormat("en-GB", { weekday: "short", timeZone: "UTC" });

/** `Mon 23 Nov`; with the year when it is not this one. */
function day(local: string, year: number): string {
  return (Number(local.slice(0, 4)) === year ? SHORT : LONG).format(asUtc(local)).replace(",", "");
}

/** The weekday in another zone when the date is another one there. */
function otherDay(at: string, first: string, zone: string): string {
  const there = wallClock(at, zone);
  return there.slice(0, 10) === first.slice(0, 10) ? "" : WEEKDAY.format(asUtc(there));
}
