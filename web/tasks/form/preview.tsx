// What the server makes of the schedule while it is being written: the sentence, the next five runs, what clock
// changes do to them. Complaints go to the fields they are about.
import { skipToken, useQuery } from "@apollo/client/react";
import { useDebouncedValue } from "@mantine/hooks";
import { useEffect } from "react";
import { graphql } from "../../gql";
import type { ScheduleInput, SchedulePreviewQuery } from "../../gql/graphql";
import { RelativeTime } from "../../ui/time";
import { Occurrences } from "../upcoming";
import classes from "./form.module.css";
import { sortErrors } from "./inputs";

const PreviewDoc = graphql(`
  query SchedulePreview($input: PreviewScheduleInput!) {
    previewSchedule(input: $input) {
      description
      timezone
      occurrences {
        ...UpcomingRow
      }
      userErrors {
        ...Complaint
      }
    }
  }
`);

const TYPING_MS = 250;
const SHOWN = 5;

interface Props {
  schedule: ScheduleInput | null;
  found: (errors: Record<string, string>) => void;
}

export function Preview({ schedule, found }: Props) {
  // As text, so that an equal schedule is not asked about again.
  const [asked] = useDebouncedValue(JSON.stringify(schedule), TYPING_MS);
  const input = JSON.parse(asked) as ScheduleInput | null;
  const { data, previousData, loading, error } = useQuery(
    PreviewDoc,
    input === null ? skipToken : { variables: { input: { schedule: input, first: SHOWN } }, fetchPolicy: "no-cache" },
  );
  const errors = data?.previewSchedule.userErrors;
  const nothing = input === null;
  useEffect(() => {
    if (nothing) found({});
    else if (errors) found(sortErrors(errors).fields);
  }, [errors, nothing, found]);

  // What is about no field of the form is said here.
  const unplaced = errors && sortErrors(errors).general[0]?.message;
  const shown = input === null ? undefined : (data ?? previousData)?.previewSchedule;
  return (
    <section className={classes.preview} aria-label="Preview of the schedule" aria-live="polite" aria-busy={loading}>
      {error && !shown ? (
        <p className={classes.waiting}>The preview could not be loaded. Saving still checks the schedule.</p>
      ) : !shown ? (
        <p className={classes.waiting}>
          {input === null ? "Fill in the schedule to see its next runs." : "Looking ahead…"}
        </p>
      ) : shown.userErrors.length > 0 ? (
        <p className={classes.waiting}>{unplaced ?? "The next runs show here once the schedule can be read."}</p>
      ) : (
        <Answer preview={shown} zoned={!input?.every} />
      )}
    </section>
  );
}

function Answer({ preview, zoned }: { preview: SchedulePreviewQuery["previewSchedule"]; zoned: boolean }) {
  const first = preview.occurrences[0];
  return (
    <>
      <div className={classes.sentence}>
        <b>{preview.description}</b>
        <span className="quiet">
          {zoned && `${preview.timezone} · `}
          {first && (
            <>
              first <RelativeTime value={first.at} />
            </>
          )}
        </span>
      </div>
      {preview.occurrences.length > 0 ? (
        <Occurrences
          occurrences={preview.occurrences}
          zone={zoned ? preview.timezone : null}
          testId="preview-occurrence"
        />
      ) : (
        <p className={classes.waiting}>It would never run.</p>
      )}
    </>
  );
}
