// When it runs: three kinds, and beside them what the server makes of it.
import { NumberInput, SegmentedControl, Select, Switch } from "@mantine/core";
import { useState } from "react";
import { UNITS, type Unit } from "../../ui/duration";
import { Panel } from "../../ui/panel";
import { Time } from "../../ui/time";
import { useTaskFormContext } from "./context";
import { CronFields } from "./cron-fields";
import classes from "./form.module.css";
import { scheduleInput } from "./inputs";
import { OnceFields } from "./once-fields";
import { Preview } from "./preview";
import type { Kind } from "./values";

export interface FieldErrors {
  /** What the preview found wrong, by field. */
  found: Record<string, string>;
}

export function ScheduleSection({ canPause }: { canPause?: boolean }) {
  const form = useTaskFormContext();
  const [found, setFound] = useState<Record<string, string>>({});
  const { kind } = form.values;
  return (
    <Panel title="When it runs">
      <div className={classes.schedule}>
        <div className={classes.fields}>
          <SegmentedControl
            fullWidth
            aria-label="Kind of schedule"
            value={kind}
            onChange={(next) => form.setFieldValue("kind", next as Kind)}
            data={[
              { value: "cron", label: "Recurring" },
              { value: "every", label: "Every" },
              { value: "once", label: "Once" },
            ]}
          />
          {kind === "cron" && <CronFields found={found} />}
          {kind === "every" && <EveryFields found={found} />}
          {kind === "once" && <OnceFields found={found} />}
          {canPause && (
            <Switch
              label="Create it paused"
              description="Nothing runs until you resume it."
              {...form.getInputProps("paused", { type: "checkbox" })}
            />
          )}
        </div>
        <Preview schedule={scheduleInput(form.values)} found={setFound} />
      </div>
    </Panel>
  );
}

function EveryFields({ found }: FieldErrors) {
  const form = useTaskFormContext();
  const { anchor } = form.values.every;
  const [original] = useState(anchor);
  const amount = form.getInputProps("every.amount");
  return (
    <>
      <div className={classes.pair}>
        <NumberInput
          label="Interval"
          min={1}
          allowDecimal={false}
          {...amount}
          error={amount.error ?? found["every.amount"]}
        />
        <Select
          label="Unit"
          allowDeselect={false}
          data={UNITS.map(({ value, label }) => ({ value, label }))}
          value={form.values.every.unit}
          onChange={(unit) => form.setFieldValue("every.unit", (unit as Unit | null) ?? "minutes")}
        />
      </div>
      {original ? (
        <Switch
          label="Start counting anew when saved"
          description={
            <>
              Now counted from <Time value={original} />
            </>
          }
          checked={anchor === null}
          onChange={(event) => form.setFieldValue("every.anchor", event.currentTarget.checked ? null : original)}
        />
      ) : (
        <p className="quiet" style={{ margin: 0 }}>
          Counted from the moment of saving, in elapsed time: clock changes do not move it.
        </p>
      )}
    </>
  );
}
