// What narrows a task's schedule: exclusions, bounds, jitter. Nothing when nothing does. Its clock-change rules are part of
// its words.
import { graphql } from "../gql";
import type { ScheduleFactsFragment } from "../gql/graphql";
import { durationMs } from "../ui/duration";
import { Facts } from "../ui/facts";
import { count, length } from "../ui/format";
import { Link } from "../ui/link";
import { Time } from "../ui/time";
import classes from "./task-page.module.css";

export const ScheduleFactsDoc = graphql(`
  fragment ScheduleFacts on Task {
    startAt
    endAt
    maxRuns
    runCount
    jitter
    exclusions {
      __typename
      description
      ... on CalendarExclusion {
        calendar {
          id
          name
        }
      }
    }
  }
`);

export function ScheduleFacts({ task }: { task: ScheduleFactsFragment }) {
  const { startAt, endAt, maxRuns, runCount, jitter, exclusions } = task;
  const jitterMs = durationMs(jitter);
  if (exclusions.length === 0 && !startAt && !endAt && maxRuns === null && jitterMs === 0) return null;
  return (
    <div className={classes.facts} data-testid="schedule-facts">
      <Facts
        facts={[
          [
            "Left out",
            exclusions.length > 0 && (
              <ul key="out" className={classes.exclusions}>
                {exclusions.map((exclusion, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: an exclusion has nothing else to be known by
                  <li key={index}>
                    {exclusion.__typename === "CalendarExclusion" ? (
                      <Link
                        to="/calendars/$calendarId"
                        params={{ calendarId: exclusion.calendar.id }}
                        underline="always"
                      >
                        {exclusion.calendar.name}
                      </Link>
                    ) : (
                      exclusion.description
                    )}
                  </li>
                ))}
              </ul>
            ),
          ],
          ["Nothing before", startAt && <Time key="start" value={startAt} />],
          ["Nothing after", endAt && <Time key="end" value={endAt} />],
          ["Runs so far", maxRuns !== null && `${count(runCount ?? 0)} of at most ${count(maxRuns)}`],
          ["Spread", jitterMs > 0 && `up to ${length(jitterMs)} later`],
        ]}
      />
    </div>
  );
}
