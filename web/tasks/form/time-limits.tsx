// How long a run may wait, begin, be silent and take.
import { DurationInput } from "../../ui/duration-input";
import { useTaskFormContext } from "./context";
import classes from "./form.module.css";
import { OptionalDuration } from "./optional-duration";

const LIMITS = [
  {
    field: "queueTimeout",
    label: "Do not wait for ever",
    description: "A run that is due and cannot start by then fails.",
    inner: "Longest wait for a start",
    start: "PT1H",
  },
  {
    field: "startTimeout",
    label: "It must begin soon",
    description: "Stopped without an answer, a process or a worker's first word by then.",
    inner: "Begins within",
    start: "PT30S",
  },
  {
    field: "silenceTimeout",
    label: "It must show that it lives",
    description: "Stopped after so long without a line of log, progress or a byte of an answer.",
    inner: "Longest silence",
    start: "PT1M",
  },
] as const;

export function TimeLimits() {
  const form = useTaskFormContext();
  return (
    <div className={classes.two}>
      <DurationInput
        label="Longest attempt"
        description="Then it is stopped and counts as timed out."
        value={form.values.timeout}
        onChange={(iso) => form.setFieldValue("timeout", iso)}
        error={form.errors.timeout}
      />
      {LIMITS.map(({ field, ...limit }) => (
        <div key={field} className={classes.fields}>
          <OptionalDuration
            {...limit}
            value={form.values[field]}
            onChange={(iso) => form.setFieldValue(field, iso)}
            error={form.errors[field]}
          />
        </div>
      ))}
    </div>
  );
}
