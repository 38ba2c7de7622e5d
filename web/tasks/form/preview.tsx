// What the server makes of the schedule while it is being written: the sentence, the next runs, what clock changes and
// exclusions do to them. Complaints go to the fields they are about.
import { skipToken, useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconBulb } from "@tabler/icons-react";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { graphql } from "../../gql";
import type { PreviewScheduleInput, ScheduleInput, SchedulePreviewQuery } from "../../gql/graphql";
import { RelativeTime } from "../../ui/time";
import { Occurrences } from "../upcoming";
import { sortErrors } from "./complaints";
import { useTaskFormContext } from "./context";
import classes from "./form.module.css";
import { exclusionPlaces, previewInput } from "./timing-inputs";

const PreviewDoc = graphql(`
  query SchedulePreview($input: PreviewScheduleInput!) {
    previewSchedule(input: $input) {
      description
      timezone
      occurrences {
        ...UpcomingRow
      }
      omitted {
        ...OmittedRow
      }
      remarks
      userErrors {
        ...Complaint
      }
    }
  }
`);

const TYPING_MS = 250;
const SHOWN = 5;
const MORE = 25;

interface Asked {
  input: PreviewScheduleInput | null;
  places: number[];
}

export function Preview({ found }: { found: (errors: Record<string, string>) => void }) {
  const { values } = useTaskFormContext();
  const [shownCount, setShownCount] = useState(SHOWN);
  // As text, so that an equal schedule is not asked about again.
  const [text] = useDebouncedValue(
    JSON.stringify({ input: previewInput(values, shownCount), places: exclusionPlaces(values) } satisfies Asked),
    TYPING_MS,
  );
  const { input, places } = useMemo(() => JSON.parse(text) as Asked, [text]);
  const { data, previousData, loading, error } = useQuery(
    PreviewDoc,
    input === null ? skipToken : { variables: { input }, fetchPolicy: "no-cache" },
  );
  const errors = data?.previewSchedule.userErrors;
  const nothing = input === null;
  useEffect(() => {
    if (nothing) found({});
    else if (errors) found(sortErrors(errors, places).fields);
  }, [errors, nothing, places, found]);

  // What is about no field of the form is said here.
  const unplaced = errors && sortErrors(errors, places).general[0]?.message;
  const shown = input === null ? undefined : (data ?? previousData)?.previewSchedule;
  return (
    <section
      className={classes.preview}
      aria-label="Preview of the schedule"
      aria-live="polite"
      aria-busy={loading}
      data-short={shownCount === SHOWN || undefined}
    >
      {error && !shown ? (
        <p className={classes.waiting}>The preview could not be loaded. Saving still checks the schedule.</p>
      ) : !shown ? (
        <p className={classes.waiting}>
          {input === null ? "Fill in the schedule to see its next runs." : "Looking ahead…"}
        </p>
      ) : shown.userErrors.length > 0 ? (
        <p className={classes.waiting}>{unplaced ?? "The next runs show here once the schedule can be read."}</p>
      ) : (
        <Answer preview={shown} schedule={input?.schedule}>
          {shownCount === SHOWN && shown.occurrences.length === SHOWN && (
            <Button variant="subtle" size="compact-sm" onClick={() => setShownCount(MORE)}>
              Show more
            </Button>
          )}
        </Answer>
      )}
    </section>
  );
}

interface AnswerProps {
  preview: SchedulePreviewQuery["previewSchedule"];
  schedule?: ScheduleInput;
  children: ReactNode;
}

function Answer({ preview, schedule, children }: AnswerProps) {
  const { occurrences, omitted, remarks } = preview;
  const first = occurrences[0];
  const timeless = schedule?.startup || schedule?.manual;
  const zoned = !schedule?.every && !timeless;
  return (
    <>
      <div className={classes.sentence}>
        <b>{preview.description}</b>
        <span className="quiet">
          {zoned && `${preview.timezone} · `}
          {first && (
            <>
              first <RelativeTime value={first.effectiveAt} />
            </>
          )}
        </span>
      </div>
      {occurrences.length + omitted.length > 0 && (
        <Occurrences
          occurrences={occurrences}
          omitted={omitted}
          zone={zoned ? preview.timezone : null}
          testId="preview-occurrence"
        />
      )}
      {occurrences.length === 0 && !timeless && <p className={classes.waiting}>It would never run.</p>}
      {(children || remarks.length > 0) && (
        <div className={classes.remarks}>
          {children}
          {remarks.map((remark) => (
            <p key={remark}>
              <IconBulb size={16} aria-hidden /> {remark}
            </p>
          ))}
        </div>
      )}
    </>
  );
}
