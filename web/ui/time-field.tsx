// A time of day, written as text: 24 hours whatever the browser's language is.
import { TextInput } from "@mantine/core";
import { type ReactNode, useState } from "react";

const SHAPE = /^([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/;

/** `9:30` → `09:30:00`; null when it is no time of day. */
export function readTime(text: string): string | null {
  const [, hour, minute, second = "00"] = SHAPE.exec(text.trim()) ?? [];
  return hour && minute ? `${hour.padStart(2, "0")}:${minute}:${second}` : null;
}

interface Props {
  label: ReactNode;
  value: string;
  /** Called with what can be read. */
  onChange: (time: string) => void;
  withSeconds?: boolean;
  error?: ReactNode;
}

export function TimeField({ label, value, onChange, withSeconds, error }: Props) {
  // What was typed is shown until the time changes from outside, for example by an expression that is edited.
  const [typed, setTyped] = useState({ text: value, value });
  const text = typed.value === value ? typed.text : value;
  const wrong = readTime(text) === null;
  return (
    <TextInput
      label={label}
      placeholder={withSeconds ? "09:00:00" : "09:00"}
      inputMode="numeric"
      autoComplete="off"
      maxLength={8}
      value={text}
      onChange={(event) => {
        const full = readTime(event.currentTarget.value);
        const time = full && (withSeconds ? full : full.slice(0, 5));
        setTyped({ text: event.currentTarget.value, value: time ?? value });
        if (time) onChange(time);
      }}
      error={error ?? (wrong ? `Write it as ${withSeconds ? "09:30:00" : "09:30"}, 24 hours.` : undefined)}
    />
  );
}
