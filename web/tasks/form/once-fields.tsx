// One instant, given on the wall clock of a zone. Where a clock change makes that mean nothing or two things, the
// server says so and names the instants; the user picks one.
import { Button, Group } from "@mantine/core";
import { DateInput } from "@mantine/dates";
import "@mantine/dates/styles.css";
import { IconCalendar } from "@tabler/icons-react";
import { wallClock } from "../../ui/format";
import { now } from "../../ui/now";
import { Time } from "../../ui/time";
import { useTaskFormContext } from "./context";
import classes from "./form.module.css";
import type { FieldErrors } from "./schedule-section";
import { TimeField } from "./time-field";
import { ZoneSelect } from "./zone-select";

const INSTANT = /\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)/g;
const LABELS = {
  nextMonth: "Next month",
  previousMonth: "Previous month",
  nextYear: "Next year",
  previousYear: "Previous year",
  nextDecade: "Next decade",
  previousDecade: "Previous decade",
};

export function OnceFields({ found }: FieldErrors) {
  const form = useTaskFormContext();
  const { date, time, timezone, at } = form.values.once;
  const problem = form.errors["once.date"] ?? found["once.date"];
  const choices = typeof problem === "string" ? [...new Set(problem.match(INSTANT) ?? [])].slice(0, 2) : [];
  // A chosen instant belongs to the time it was chosen for.
  const change = (next: Partial<typeof form.values.once>) => {
    form.setFieldValue("once", { ...form.values.once, at: null, ...next });
    form.clearFieldError("once.date");
  };
  return (
    <>
      <div className={classes.pair}>
        <DateInput
          label="Date"
          placeholder="2026-12-31"
          valueFormat="YYYY-MM-DD"
          leftSection={<IconCalendar size={17} aria-hidden />}
          weekendDays={[]}
          minDate={wallClock(new Date(now()).toISOString(), timezone || "UTC").slice(0, 10)}
          ariaLabels={LABELS}
          value={date}
          onChange={(next) => next !== date && change({ date: next })}
          error={Boolean(problem)}
        />
        <TimeField label="Time" withSeconds value={time} onChange={(next) => next !== time && change({ time: next })} />
      </div>
      {problem && (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      )}
      {choices.length === 2 && (
        <Group gap="xs">
          {choices.map((choice) => (
            <Button key={choice} size="compact-sm" variant="default" onClick={() => change({ at: choice })}>
              Take {choice}
            </Button>
          ))}
        </Group>
      )}
      <ZoneSelect field="once.timezone" found={found} changed={() => form.setFieldValue("once.at", null)} />
      {at && (
        <p className="quiet" style={{ margin: 0 }}>
          Exactly <Time value={at} />
        </p>
      )}
    </>
  );
}
