// What narrows a task's schedule: exclusions, bounds, jitter. Nothing when nothing does.
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
    schedule {
      __typename
      ... on CronSchedule {
        gap
        repeat
      }
      ... on RruleSchedule {
        gap
        repeat
      }
    }
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

const GAPS = { NEXT_VALID: "right after", PREVIOUS_VALID: "right before", SKIP: "not run" };
const REPEATS = { FIRST: "the first time", SECOND: "the second time", BOTH: "both times" };

function clockRules(schedule: ScheduleFactsFragment["schedule"]): string {
  if (!("gap" in schedule)) return "";
  return [
    schedule.gap && `left-out times: ${GAPS[schedule.gap]}`,
    schedule.repeat && `repeated times: ${REPEATS[schedule.repeat]}`,
  ]
    .filter(Boolean)
    .join(", ");
}

export function ScheduleFacts({ task }: { task: ScheduleFactsFragment }) {
  const { startAt, endAt, maxRuns, runCount, jitter, exclusions } = task;
  const rules = clockRules(task.schedule);
  const jitterMs = durationMs(jitter);
  if (!rules && exclusions.length === 0 && !startAt && !endAt && maxRuns === null && jitterMs === 0) return null;
  return (
    <div className={classes.facts} data-testid="schedule-facts">
      <Facts
        facts={[
          ["Clock changes", rules],
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
