// How often and how long a run is tried.
import { NumberInput, Switch } from "@mantine/core";
import { DurationInput } from "../../ui/duration-input";
import { useTaskFormContext } from "./context";
import classes from "./form.module.css";

export function Retries() {
  const form = useTaskFormContext();
  const { retry, timeout } = form.values;
  return (
    <>
      <div className={classes.two}>
        <NumberInput
          label="Attempts"
          description="How often it is tried in all. 1: no retry."
          min={1}
          max={100}
          allowDecimal={false}
          {...form.getInputProps("retry.maxAttempts")}
        />
        <DurationInput
          label="Longest attempt"
          description="Then it is stopped and counts as timed out."
          value={timeout}
          onChange={(iso) => form.setFieldValue("timeout", iso)}
          error={form.errors.timeout}
        />
      </div>
      {Number(retry.maxAttempts) > 1 && (
        <div className={classes.two}>
          <DurationInput
            label="First wait"
            description="Before the second attempt."
            value={retry.initialDelay}
            onChange={(iso) => form.setFieldValue("retry.initialDelay", iso)}
            error={form.errors["retry.initialDelay"]}
          />
          <DurationInput
            label="Longest wait"
            description="No wait grows beyond this."
            value={retry.maxDelay}
            onChange={(iso) => form.setFieldValue("retry.maxDelay", iso)}
            error={form.errors["retry.maxDelay"]}
          />
          <NumberInput
            label="Growth"
            description="Each wait is the one before times this."
            min={1}
            max={10}
            step={0.5}
            {...form.getInputProps("retry.factor")}
          />
          <Switch
            label="Random waits"
            description="Between nothing and the full wait, so that failures do not all come back together."
            mt="lg"
            {...form.getInputProps("retry.jitter", { type: "checkbox" })}
          />
        </div>
      )}
    </>
  );
}
