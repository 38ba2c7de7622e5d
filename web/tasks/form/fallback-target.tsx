// What is called when a run would fail for good.
import { Switch } from "@mantine/core";
import { TargetAt, useTaskFormContext } from "./context";
import classes from "./form.module.css";
import { TargetFields } from "./target-section";

export function FallbackTarget() {
  const form = useTaskFormContext();
  const { fallbackOn } = form.values;
  return (
    <div className={classes.fields}>
      <Switch
        label="Call a fallback target"
        description="Once, when a run would end failed. When it succeeds, the run does. {{ run.error.message }} in its texts is the last attempt's."
        checked={fallbackOn}
        onChange={(event) => form.setFieldValue("fallbackOn", event.currentTarget.checked)}
      />
      {fallbackOn && (
        <div className={classes.part}>
          <TargetAt value="fallback.">
            <TargetFields label="Kind of fallback target" />
          </TargetAt>
        </div>
      )}
    </div>
  );
}
