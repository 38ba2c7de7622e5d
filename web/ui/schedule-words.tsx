// A schedule in words, with the exact expression beside it for those who read it faster.
import { Fragment } from "react";
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
      from
    }
    ... on RruleSchedule {
      rule
      start
      timezone
    }
    ... on StartupSchedule {
      delay
    }
    ... on UnionSchedule {
      of {
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
        ... on RruleSchedule {
          rule
          timezone
        }
      }
    }
  }
`);

type Part = Extract<ScheduleWordsFragment, { __typename: "UnionSchedule" }>["of"][number];

/** The zone a schedule is read on, as far as it has one; of several schedules the first that has. */
export function scheduleZone(schedule: ScheduleWordsFragment): string | undefined {
  if (schedule.__typename === "UnionSchedule")
    return schedule.of.map((part) => scheduleZone(part as ScheduleWordsFragment)).find(Boolean);
  if (schedule.__typename === "CronSchedule" || schedule.__typename === "RruleSchedule") return schedule.timezone;
  if (schedule.__typename === "OnceSchedule") return schedule.shownIn ?? undefined;
  return undefined;
}

/** The raw form: a cron expression, an instant, an interval; of several schedules one after the other. */
export function ScheduleRaw({ schedule }: { schedule: ScheduleWordsFragment | Part }) {
  if (schedule.__typename === "CronSchedule") return <code className="quiet">{schedule.expression}</code>;
  if (schedule.__typename === "OnceSchedule") return <Time value={schedule.at} className="quiet" />;
  if (schedule.__typename === "EverySchedule") return <code className="quiet">{schedule.interval}</code>;
  if (schedule.__typename === "RruleSchedule") return <code className="quiet">{schedule.rule}</code>;
  if (schedule.__typename === "StartupSchedule") return <code className="quiet">@startup</code>;
  if (schedule.__typename === "ManualSchedule") return null;
  if (!("of" in schedule)) return null;
  return schedule.of.map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a part has nothing else to be known by
    <Fragment key={index}>
      {index > 0 && <span className="quiet"> · </span>}
      <ScheduleRaw schedule={part} />
    </Fragment>
  ));
}
