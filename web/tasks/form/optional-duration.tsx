// A length of time that need not be given.
import { Switch } from "@mantine/core";
import type { ReactNode } from "react";
import { DurationInput } from "../../ui/duration-input";

interface Props {
  label: string;
  description?: string;
  /** The label of the length itself. */
  inner: string;
  /** What it begins with when it is switched on. */
  start: string;
  value: string | null;
  onChange: (iso: string | null) => void;
  error?: ReactNode;
}

export function OptionalDuration({ label, description, inner, start, value, onChange, error }: Props) {
  return (
    <>
      <Switch
        label={label}
        description={description}
        checked={value !== null}
        onChange={(event) => onChange(event.currentTarget.checked ? start : null)}
      />
      {value !== null && <DurationInput label={inner} value={value} onChange={onChange} error={error} />}
    </>
  );
}
