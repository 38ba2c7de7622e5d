// A schedule in words, with the exact expression beside it for those who read it faster.
import { graphql } from "../gql";
import type { ScheduleWordsFragment } from "../gql/graphql";
import { Time } from "./time";

export const ScheduleWordsDoc = graphql(`
  fragment ScheduleWords on Schedule {
    __typename
    description
    ... on CronSchedule {
      expression
      timezone
    }
    ... on OnceSchedule {
      at
      shownIn: timezone
    }
    ... on EverySchedule {
      interval
      anchor
    }
  }
`);

/** The zone a schedule is read on, as far as it has one. */
export function scheduleZone(schedule: ScheduleWordsFragment): string | undefined {
  if (schedule.__typename === "CronSchedule") return schedule.timezone;
  if (schedule.__typename === "OnceSchedule") return schedule.shownIn ?? undefined;
  return undefined;
}

/** The raw form: a cron expression, an instant, an interval. */
export function ScheduleRaw({ schedule }: { schedule: ScheduleWordsFragment }) {
  if (schedule.__typename === "CronSchedule") return <code className="quiet">{schedule.expression}</code>;
  if (schedule.__typename === "OnceSchedule") return <Time value={schedule.at} className="quiet" />;
  if (schedule.__typename === "EverySchedule") return <code className="quiet">{schedule.interval}</code>;
  return null;
}
