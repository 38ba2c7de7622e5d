// A cron expression: by preset, or written by hand.
import { Button, Select, TextInput } from "@mantine/core";
import { TimeField } from "../../ui/time-field";
import { ZoneSelect } from "../../ui/zone-select";
import { ClockRulesFold } from "./clock-rules";
import { type PartPath, usePart } from "./context";
import { type Choices, compose, hasTime, PRESETS, recognise, START, WEEKDAYS } from "./cron-presets";
import classes from "./form.module.css";

const WEEKDAY_CHOICES = WEEKDAYS.map((label, index) => ({ value: String(index), label }));
const DAY_CHOICES = Array.from({ length: 31 }, (_, index) => String(index + 1));

export function CronFields({ at }: { at: PartPath }) {
  const { values, input, change, error } = usePart(at, "cron");
  const chosen = recognise(values.expression);
  const choose = (next: Partial<Choices>) => change({ expression: compose({ ...START, ...chosen, ...next }) });
  return (
    <>
      <fieldset className={classes.presets} aria-label="Presets">
        {PRESETS.map(({ value, label }) => (
          <Button
            key={value}
            size="compact-sm"
            variant={chosen?.preset === value ? "light" : "default"}
            aria-pressed={chosen?.preset === value}
            onClick={() => choose({ preset: value })}
          >
            {label}
          </Button>
        ))}
      </fieldset>
      {chosen && hasTime(chosen.preset) && (
        <div className={classes.pair}>
          <TimeField label="At" value={chosen.time} onChange={(time) => choose({ time })} />
          {chosen.preset === "weekly" && (
            <Select
              label="On"
              data={WEEKDAY_CHOICES}
              value={chosen.weekday}
              allowDeselect={false}
              onChange={(weekday) => weekday && choose({ weekday })}
            />
          )}
          {chosen.preset === "monthly" && (
            <Select
              label="On day"
              description={Number(chosen.day) > 28 ? "Shorter months are left out." : undefined}
              data={DAY_CHOICES}
              value={chosen.day}
              allowDeselect={false}
              onChange={(day) => day && choose({ day })}
            />
          )}
        </div>
      )}
      <TextInput
        label="Cron expression"
        description="Minute, hour, day of month, month, day of week; six with seconds first, seven with a year last."
        spellCheck={false}
        autoComplete="off"
        classNames={{ input: "mono" }}
        {...input("expression")}
      />
      <ZoneSelect value={values.timezone} onChange={(timezone) => change({ timezone })} error={error("timezone")} />
      <ClockRulesFold at={at} kind="cron" />
    </>
  );
}
