// A day, picked or written as `2026-12-31` whatever the browser's language is.
import { DateInput } from "@mantine/dates";
import "@mantine/dates/styles.css";
import { IconCalendar } from "@tabler/icons-react";
import type { ReactNode } from "react";

const LABELS = {
  nextMonth: "Next month",
  previousMonth: "Previous month",
  nextYear: "Next year",
  previousYear: "Previous year",
  nextDecade: "Next decade",
  previousDecade: "Previous decade",
};

interface Props {
  label: string;
  placeholder?: string;
  value: string | null;
  onChange: (date: string | null) => void;
  earliest?: string;
  clearable?: boolean;
  error?: ReactNode;
}

export function DateField(props: Props) {
  const { label, placeholder = "2026-12-31", value, onChange, earliest, clearable, error } = props;
  return (
    <DateInput
      label={label}
      placeholder={placeholder}
      valueFormat="YYYY-MM-DD"
      leftSection={<IconCalendar size={17} aria-hidden />}
      weekendDays={[]}
      minDate={earliest}
      ariaLabels={LABELS}
      clearable={clearable}
      clearButtonProps={{ "aria-label": `Clear ${label.toLowerCase()}` }}
      value={value}
      onChange={(next) => next !== value && onChange(next)}
      error={error}
    />
  );
}
