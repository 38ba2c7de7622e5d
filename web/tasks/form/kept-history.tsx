// How long the runs of the task are kept once they have ended, by their outcome.
import { Fieldset, NumberInput, Switch } from "@mantine/core";
import { useTaskFormContext } from "./context";
import classes from "./form.module.css";
import { OptionalDuration } from "./optional-duration";
import type { RetentionValues } from "./values";

const GROUPS: { group: keyof RetentionValues; label: string; what: string }[] = [
  { group: "succeeded", label: "A rule for succeeded runs", what: "succeeded runs" },
  { group: "failed", label: "A rule for failed runs", what: "failed runs" },
  { group: "other", label: "A rule for cancelled, skipped and missed runs", what: "runs that did not run" },
];
/** What a rule begins with. */
const START = { maxAge: "P30D", maxCount: "" };

const LEGEND = (
  <>
    How long its runs are kept, with their logs
    <span className="quiet"> · as the server's setting says, where there is no rule here</span>
  </>
);

export function KeptHistory() {
  const form = useTaskFormContext();
  return (
    <Fieldset variant="unstyled" className={classes.fields} legend={LEGEND}>
      {GROUPS.map(({ group, label, what }) => {
        const rule = form.values.retention[group];
        const path = `retention.${group}`;
        return (
          <div key={group} className={classes.fields}>
            <Switch
              label={label}
              checked={rule !== null}
              onChange={(event) => form.setFieldValue(path, event.currentTarget.checked ? START : null)}
            />
            {rule && (
              <div className={classes.two}>
                <OptionalDuration
                  label="Remove old ones"
                  inner={`Keep ${what} for`}
                  start="P30D"
                  value={rule.maxAge}
                  onChange={(iso) => form.setFieldValue(`${path}.maxAge`, iso)}
                  error={form.errors[`${path}.maxAge`]}
                />
                <NumberInput
                  label={`How many ${what} are kept`}
                  placeholder="All"
                  min={1}
                  max={100_000}
                  allowDecimal={false}
                  {...form.getInputProps(`${path}.maxCount`)}
                />
              </div>
            )}
          </div>
        );
      })}
    </Fieldset>
  );
}
