// How often and how long a run is tried.
import { NumberInput, Select, Switch, TagsInput } from "@mantine/core";
import type { RetryBackoff } from "../../gql/graphql";
import { DurationInput } from "../../ui/duration-input";
import { useTaskFormContext } from "./context";
import classes from "./form.module.css";
import { OptionalDuration } from "./optional-duration";
import { RetryRules } from "./retry-rules";

const BACKOFFS: { value: RetryBackoff; label: string }[] = [
  { value: "FIXED", label: "All the same" },
  { value: "LINEAR", label: "Each longer by the first" },
  { value: "EXPONENTIAL", label: "Each a multiple of the one before" },
  { value: "LIST", label: "As listed" },
];

export function Retries() {
  const form = useTaskFormContext();
  const { retry } = form.values;
  // A complaint is about the list or about one wait of it: the field shows either.
  const wrongDelay = Object.entries(form.errors).find(([name]) => name.startsWith("retry.delays"))?.[1];
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
        <NumberInput
          label="Pause after failed runs"
          description="So many in a row pause the task. Empty: never."
          placeholder="Never"
          min={1}
          max={1_000}
          allowDecimal={false}
          {...form.getInputProps("pauseAfterFailures")}
        />
      </div>
      {Number(retry.maxAttempts) > 1 && (
        <div className={classes.two}>
          <Select label="Waits" data={BACKOFFS} allowDeselect={false} {...form.getInputProps("retry.backoff")} />
          {retry.backoff === "LIST" ? (
            <TagsInput
              label="The waits in order"
              description="As ISO 8601 durations, for example PT30S; the last one repeats."
              {...form.getInputProps("retry.delays")}
              error={wrongDelay}
            />
          ) : (
            <DurationInput
              label="First wait"
              description="Before the second attempt."
              value={retry.initialDelay}
              onChange={(iso) => form.setFieldValue("retry.initialDelay", iso)}
              error={form.errors["retry.initialDelay"]}
            />
          )}
          {retry.backoff !== "LIST" && (
            <DurationInput
              label="Longest wait"
              description="No wait grows beyond this."
              value={retry.maxDelay}
              onChange={(iso) => form.setFieldValue("retry.maxDelay", iso)}
              error={form.errors["retry.maxDelay"]}
            />
          )}
          {retry.backoff === "EXPONENTIAL" && (
            <NumberInput
              label="Growth"
              description="Each wait is the one before times this."
              min={1}
              max={10}
              step={0.5}
              {...form.getInputProps("retry.factor")}
            />
          )}
          <Switch
            label="Random waits"
            description="Between nothing and the full wait, so that failures do not all come back together."
            mt="lg"
            {...form.getInputProps("retry.jitter", { type: "checkbox" })}
          />
          <Switch
            label="Wait as Retry-After asks"
            description="When a server says how long it wants to be left alone."
            mt="lg"
            {...form.getInputProps("retry.honorRetryAfter", { type: "checkbox" })}
          />
          <OptionalDuration
            label="Give up after a time"
            inner="No attempt later after the first start than"
            start="PT1H"
            value={retry.maxAge}
            onChange={(iso) => form.setFieldValue("retry.maxAge", iso)}
            error={form.errors["retry.maxAge"]}
          />
        </div>
      )}
      <RetryRules />
    </>
  );
}
