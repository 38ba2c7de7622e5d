// An instant as a day and a time of day on the wall clock of a zone. Its value is the API's text; null: none.
import { type ReactNode, useState } from "react";
import { DateField } from "./date-field";
import { wallClock } from "./format";
import classes from "./instant-input.module.css";
import { TimeField } from "./time-field";
import { toInstant } from "./wall-clock";

interface Props {
  label: string;
  value: string | null;
  onChange: (at: string | null) => void;
  zone: string;
  /** The time of day that a day starts with. */
  time?: string;
  clearable?: boolean;
  error?: ReactNode;
}

export function InstantInput({ label, value, onChange, zone, time = "00:00:00", clearable, error }: Props) {
  const local = value ? wallClock(value, zone) : null;
  // A time can be written before its day is chosen.
  const [early, setEarly] = useState(time);
  const clock = local?.slice(11) ?? early;
  const date = local?.slice(0, 10) ?? null;
  return (
    <fieldset className={classes.pair} aria-label={label}>
      <DateField
        label={label}
        value={date}
        onChange={(next) => onChange(next && toInstant(`${next}T${clock}`, zone))}
        clearable={clearable}
        error={error}
      />
      <TimeField
        label={
          <>
            at <span className="quiet">{zone}</span>
          </>
        }
        withSeconds
        value={clock}
        onChange={(next) => {
          setEarly(next);
          if (date) onChange(toInstant(`${date}T${next}`, zone));
        }}
      />
    </fieldset>
  );
}
