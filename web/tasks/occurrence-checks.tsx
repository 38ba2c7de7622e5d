// The steps of an explanation, each with whether it lets the occurrence run.
import { VisuallyHidden } from "@mantine/core";
import { IconCircleCheck, IconCircleX, IconInfoCircle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { graphql } from "../gql";
import type { OccurrenceChecksFragment } from "../gql/graphql";
import { Link } from "../ui/link";
import classes from "./explain-panel.module.css";

export const OccurrenceChecksDoc = graphql(`
  fragment OccurrenceChecks on OccurrenceCheck {
    __typename
    passed
    message
    ... on ExclusionCheck {
      calendar {
        id
      }
    }
    ... on RunCheck {
      blockedBy {
        id
      }
    }
  }
`);

const RESULTS = {
  true: { icon: IconCircleCheck, tone: "ok", word: "Passed" },
  false: { icon: IconCircleX, tone: "bad", word: "Not passed" },
  null: { icon: IconInfoCircle, tone: "mute", word: "For information" },
};

export function OccurrenceChecks({ checks }: { checks: readonly OccurrenceChecksFragment[] }) {
  return (
    <ol className={classes.checks} aria-label="Checks in order">
      {checks.map((check, index) => {
        const { icon: Mark, tone, word } = RESULTS[`${check.passed}`];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a check has nothing else to be known by
          <li key={index} data-tone={tone} data-testid="check" data-passed={String(check.passed)}>
            <Mark size={18} aria-hidden />
            <div>
              <VisuallyHidden>{word}: </VisuallyHidden>
              {check.message} <More check={check} />
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function More({ check }: { check: OccurrenceChecksFragment }): ReactNode {
  if (check.__typename === "ExclusionCheck" && check.calendar)
    return (
      <Link to="/calendars/$calendarId" params={{ calendarId: check.calendar.id }} underline="always">
        To the calendar
      </Link>
    );
  // The run itself is named above; the one in its way is not.
  if (check.__typename === "RunCheck" && check.blockedBy)
    return (
      <Link to="/runs/$runId" params={{ runId: check.blockedBy.id }} underline="always">
        The run in the way
      </Link>
    );
  return null;
}
