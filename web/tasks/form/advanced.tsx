// The policies: retries, limits, and what happens when things collide, fail or die. Folded, for the defaults are good.
import { Collapse, NumberInput, Radio, Stack, Switch } from "@mantine/core";
import { IconChevronRight } from "@tabler/icons-react";
import { useId } from "react";
import { useTaskFormContext } from "./context";
import { DurationInput } from "./duration-input";
import classes from "./form.module.css";

const FIELDS = ["retry", "timeout", "overlapPolicy", "missedRunPolicy", "catchUpWindow", "onCrash"];

/** Whether a field lies in this section. */
export const isAdvanced = (field: string): boolean => FIELDS.includes(field.split(".")[0] ?? "");

export function Advanced({ opened, toggle }: { opened: boolean; toggle: () => void }) {
  const id = useId();
  return (
    <section className="panel">
      <button type="button" className={classes.toggle} onClick={toggle} aria-expanded={opened} aria-controls={id}>
        <IconChevronRight size={17} aria-hidden />
        <b>Retries, limits and policies</b>
        <span className="quiet">sensible as they are</span>
      </button>
      <Collapse expanded={opened} id={id}>
        <div className={classes.advanced}>
          <Retries />
          <Collisions />
        </div>
      </Collapse>
    </section>
  );
}

function Retries() {
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

function Collisions() {
  const form = useTaskFormContext();
  return (
    <div className={classes.two}>
      <Radio.Group label="While an earlier run is still going" {...form.getInputProps("overlapPolicy")}>
        <Stack gap="xs" mt="xs">
          <Radio
            value="SKIP"
            label="Skip"
            description="The new run is recorded as skipped and names the run in its way."
          />
          <Radio value="ALLOW" label="Run beside it" description="Both go on at the same time." />
        </Stack>
      </Radio.Group>
      <Radio.Group label="When the instance dies while a run goes on" {...form.getInputProps("onCrash")}>
        <Stack gap="xs" mt="xs">
          <Radio value="RETRY" label="Try again" description="Its effects may happen twice." />
          <Radio value="FAIL" label="Fail" description="Its effects never happen twice." />
        </Stack>
      </Radio.Group>
      <Radio.Group
        label="When runs were missed, for example while the server was down"
        {...form.getInputProps("missedRunPolicy")}
      >
        <Stack gap="xs" mt="xs">
          <Radio
            value="LAST"
            label="Run the newest"
            description="Marked late; the older ones are recorded as missed."
          />
          <Radio value="ALL" label="Run all" description="Oldest first, at most 100." />
          <Radio value="SKIP" label="Run none" description="All are recorded as missed." />
        </Stack>
      </Radio.Group>
      {form.values.missedRunPolicy !== "SKIP" && (
        <DurationInput
          label="Catch-up window"
          description="How far back missed runs are made up for."
          value={form.values.catchUpWindow}
          onChange={(iso) => form.setFieldValue("catchUpWindow", iso)}
          error={form.errors.catchUpWindow}
        />
      )}
    </div>
  );
}
