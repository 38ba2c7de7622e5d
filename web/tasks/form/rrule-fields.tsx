// A recurrence rule as calendars write it (RFC 5545), from a day on.
import { Button, TextInput } from "@mantine/core";
import { DateField } from "../../ui/date-field";
import { TimeField } from "../../ui/time-field";
import { ZoneSelect } from "../../ui/zone-select";
import { ClockRulesFold } from "./clock-rules";
import { type PartPath, usePart } from "./context";
import classes from "./form.module.css";

const PRESETS = [
  { label: "Every other Monday", rule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO" },
  { label: "Last Friday of the month", rule: "FREQ=MONTHLY;BYDAY=-1FR" },
  { label: "Second Tuesday", rule: "FREQ=MONTHLY;BYDAY=2TU" },
  { label: "Last working day", rule: "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1" },
  { label: "Each quarter", rule: "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=1" },
];

export function RruleFields({ at }: { at: PartPath }) {
  const { values, input, change, error } = usePart(at, "rrule");
  const problem = error("date");
  return (
    <>
      <fieldset className={classes.presets} aria-label="Presets">
        {PRESETS.map(({ label, rule }) => (
          <Button
            key={rule}
            size="compact-sm"
            variant={values.rule === rule ? "light" : "default"}
            aria-pressed={values.rule === rule}
            onClick={() => change({ rule })}
          >
            {label}
          </Button>
        ))}
      </fieldset>
      <TextInput
        label="Rule"
        description="What follows RRULE: in a calendar file."
        spellCheck={false}
        autoComplete="off"
        classNames={{ input: "mono" }}
        {...input("rule")}
      />
      <div className={classes.pair}>
        <DateField
          label="Counted from"
          value={values.date}
          onChange={(date) => change({ date })}
          error={Boolean(problem)}
        />
        <TimeField
          label="Time of day"
          withSeconds
          value={values.time}
          onChange={(time) => change({ time, date: values.date })}
        />
      </div>
      {problem && (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      )}
      <ZoneSelect value={values.timezone} onChange={(timezone) => change({ timezone })} error={error("timezone")} />
      <ClockRulesFold at={at} kind="rrule" />
    </>
  );
}
