// One instant, given on the wall clock of a zone. Where a clock change makes that mean nothing or two things, the
// server says so and names the instants; the user picks one.
import { Button, Group } from "@mantine/core";
import { DateField } from "../../ui/date-field";
import { durationMs } from "../../ui/duration";
import { Fold } from "../../ui/fold";
import { length, wallClock } from "../../ui/format";
import { now } from "../../ui/now";
import { Time } from "../../ui/time";
import { TimeField } from "../../ui/time-field";
import { ZoneSelect } from "../../ui/zone-select";
import { type PartPath, usePart } from "./context";
import classes from "./form.module.css";
import { OptionalDuration } from "./optional-duration";

const INSTANT = /\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)/g;

export function OnceFields({ at: place }: { at: PartPath }) {
  const { values, change, error } = usePart(place, "once");
  const { date, time, timezone, at, grace } = values;
  const problem = error("date");
  const choices = typeof problem === "string" ? [...new Set(problem.match(INSTANT) ?? [])].slice(0, 2) : [];
  // A chosen instant belongs to the time it was chosen for; what was wrong was about the date, whatever part changed.
  const move = (next: Partial<typeof values>) => change({ date, at: null, ...next });
  return (
    <>
      <div className={classes.pair}>
        <DateField
          label="Date"
          earliest={grace ? undefined : wallClock(new Date(now()).toISOString(), timezone || "UTC").slice(0, 10)}
          value={date}
          onChange={(next) => move({ date: next })}
          error={Boolean(problem)}
        />
        <TimeField label="Time" withSeconds value={time} onChange={(next) => next !== time && move({ time: next })} />
      </div>
      {problem && (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      )}
      {choices.length === 2 && (
        <Group gap="xs">
          {choices.map((choice) => (
            <Button key={choice} size="compact-sm" variant="default" onClick={() => move({ at: choice })}>
              Take {choice}
            </Button>
          ))}
        </Group>
      )}
      <ZoneSelect value={timezone} onChange={(zone) => move({ timezone: zone })} error={error("timezone")} />
      {at && (
        <p className="quiet" style={{ margin: 0 }}>
          Exactly <Time value={at} />
        </p>
      )}
      <Fold
        title="If it is saved too late"
        summary={grace ? `runs at once within ${length(durationMs(grace))}` : "it is refused"}
        wrong={Boolean(error("grace"))}
      >
        <OptionalDuration
          label="Run at once when the instant has just passed"
          description="Otherwise an instant in the past is refused."
          inner="At most this long ago"
          start="PT1H"
          value={grace}
          onChange={(next) => change({ grace: next })}
          error={error("grace")}
        />
      </Fold>
    </>
  );
}
