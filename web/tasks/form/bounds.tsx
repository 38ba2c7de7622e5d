// From when on, until when, and how often a task runs at most.
import { NumberInput } from "@mantine/core";
import { count, instant } from "../../ui/format";
import { InstantInput } from "../../ui/instant-input";
import { now } from "../../ui/now";
import { useComplaint, useTaskFormContext } from "./context";
import type { FormValues } from "./values";

/** `from …, until …, at most … runs`, as far as set. */
export function boundsSummary({ startAt, endAt, maxRuns }: FormValues, zone: string): string {
  return [
    startAt && `from ${instant(startAt, zone, now())}`,
    endAt && `until ${instant(endAt, zone, now())}`,
    maxRuns !== "" && `at most ${count(Number(maxRuns))} runs`,
  ]
    .filter(Boolean)
    .join(", ");
}

export function Bounds({ zone, runCount }: { zone: string; runCount?: number | null }) {
  const form = useTaskFormContext();
  const complaint = useComplaint();
  return (
    <>
      <InstantInput
        label="Nothing before"
        clearable
        zone={zone}
        value={form.values.startAt}
        onChange={(at) => form.setFieldValue("startAt", at)}
        error={complaint("startAt")}
      />
      <InstantInput
        label="Nothing after"
        clearable
        zone={zone}
        time="23:59:59"
        value={form.values.endAt}
        onChange={(at) => form.setFieldValue("endAt", at)}
        error={complaint("endAt")}
      />
      <NumberInput
        label="At most this many runs"
        description={
          runCount == null
            ? "Then the task is completed. Runs by hand and backfills do not count."
            : `${count(runCount)} have started so far. Runs by hand and backfills do not count.`
        }
        placeholder="No limit"
        min={1}
        allowDecimal={false}
        {...form.getInputProps("maxRuns")}
        error={complaint("maxRuns")}
      />
    </>
  );
}
