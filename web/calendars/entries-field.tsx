// The entries of a calendar: lines of text, and a row of fields that writes one.
import { Button, Textarea, TextInput } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { DateField } from "../ui/date-field";
import { count } from "../ui/format";
import classes from "./calendars.module.css";
import { parseEntries } from "./entries-text";

interface Props {
  value: string;
  onChange: (text: string) => void;
  error?: ReactNode;
}

const SHOWN_WRONG = 3;

export function EntriesField({ value, onChange, error }: Props) {
  const [from, setFrom] = useState<string | null>(null);
  const [until, setUntil] = useState<string | null>(null);
  const [label, setLabel] = useState("");
  const { entries, wrong } = parseEntries(value);
  const add = () => {
    const span = until && until !== from ? `${from}..${until}` : from;
    const line = `${span} ${label.trim()}`.trim();
    onChange(value.trim() === "" ? line : `${value.trimEnd()}\n${line}`);
    setFrom(null);
    setUntil(null);
    setLabel("");
  };
  const unread =
    wrong.length > 0 &&
    `Cannot be read: ${wrong
      .slice(0, SHOWN_WRONG)
      .map(({ line, text }) => `line ${line} (${text.slice(0, 40)})`)
      .join(", ")}. A line is a day and a name, for example 2026-12-25 Christmas.`;
  return (
    <>
      <fieldset className={classes.add} aria-label="Add an entry">
        <DateField label="First day" value={from} onChange={setFrom} />
        <DateField label="Last day" placeholder="The same" clearable value={until} onChange={setUntil} />
        <TextInput
          label="Name"
          placeholder="New Year's Day"
          maxLength={200}
          value={label}
          onChange={(event) => setLabel(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            if (from) add();
          }}
        />
        <Button variant="default" disabled={!from} onClick={add} leftSection={<IconPlus size={15} aria-hidden />}>
          Add
        </Button>
      </fieldset>
      <Textarea
        label={`Entries${value.trim() === "" ? "" : ` (${count(entries.length)})`}`}
        description="One a line: 2026-12-25 Christmas, or 2026-12-24..2026-12-26 for several days, or 2026-12-24T12:00..2026-12-24T18:00 for a part of one."
        placeholder={"2026-12-24..2026-12-26 Christmas\n2027-01-01 New Year's Day"}
        autosize
        minRows={6}
        maxRows={24}
        spellCheck={false}
        classNames={{ input: "mono" }}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        error={error ?? (unread || undefined)}
      />
    </>
  );
}
