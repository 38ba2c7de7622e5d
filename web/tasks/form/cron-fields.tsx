// A cron expression: by preset, or written by hand.
import { Button, Select, TextInput } from "@mantine/core";
import { useTaskFormContext } from "./context";
import { type Choices, compose, hasTime, PRESETS, recognise, START, WEEKDAYS } from "./cron-presets";
import classes from "./form.module.css";
import type { FieldErrors } from "./schedule-section";
import { TimeField } from "./time-field";
import { ZoneSelect } from "./zone-select";

const WEEKDAY_CHOICES = WEEKDAYS.map((label, index) => ({ value: String(index), label }));
const DAY_CHOICES = Array.from({ length: 31 }, (_, index) => String(index + 1));

export function CronFields({ found }: FieldErrors) {
  const form = useTaskFormContext();
  const expression = form.getInputProps("cron.expression");
  const chosen = recognise(form.values.cron.expression);
  const choose = (next: Partial<Choices>) =>
    form.setFieldValue("cron.expression", compose({ ...START, ...chosen, ...next }));
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
        {...expression}
        error={expression.error ?? found["cron.expression"]}
      />
      <ZoneSelect field="cron.timezone" found={found} />
    </>
  );
}
