// The form for a new calendar and for an edit: by hand, or from an iCalendar file. It does not know what saving means.
import { Button, FileInput, Group, SegmentedControl, Stack, Textarea, TextInput } from "@mantine/core";
import { IconAlertTriangle, IconFileImport } from "@tabler/icons-react";
import { type FormEvent, type ReactNode, useState } from "react";
import type { CalendarEntryInput, ComplaintFragment } from "../gql/graphql";
import { Notice } from "../ui/notice";
import { Panel } from "../ui/panel";
import { ZoneSelect } from "../ui/zone-select";
import classes from "./calendars.module.css";
import { EntriesField } from "./entries-field";
import { parseEntries } from "./entries-text";

export interface CalendarValues {
  name: string;
  description: string;
  /** Empty: that of the schedule which uses it. */
  timezone: string;
  /** The entries as lines; null: too many to be edited here. */
  text: string | null;
}

/** What is asked of the API; entries that did not change are left out. */
export interface CalendarInput {
  name: string;
  description: string | null;
  timezone: string | null;
  entries?: CalendarEntryInput[];
  ics?: string;
}

interface Props {
  initial: CalendarValues;
  submitLabel: string;
  cancel: ReactNode;
  /** Saves; answers the complaints. */
  save: (input: CalendarInput) => Promise<readonly ComplaintFragment[]>;
}

export function CalendarForm({ initial, submitLabel, cancel, save }: Props) {
  const [values, setValues] = useState(initial);
  const [source, setSource] = useState(initial.text === null ? "keep" : "hand");
  const [file, setFile] = useState<File | null>(null);
  const [errors, setErrors] = useState<readonly ComplaintFragment[]>([]);
  const [busy, setBusy] = useState(false);
  const change = (next: Partial<CalendarValues>) => setValues({ ...values, ...next });
  const parsed = parseEntries(values.text ?? "");

  const complaint = (name: string): string | undefined => {
    const error = errors.find(({ field }) => field?.[0] === name);
    const index = name === "entries" ? Number(error?.field?.[1]) : Number.NaN;
    const line = parsed.lines[index];
    return error && (line === undefined ? error.message : `Line ${line}: ${error.message}`);
  };
  const general = errors.filter(
    ({ field }) => !["name", "description", "timezone", "entries", "ics"].includes(field?.[0] ?? ""),
  );

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (source === "hand" && parsed.wrong.length > 0) return;
    if (source === "file" && !file) {
      setErrors([{ code: "REQUIRED", field: ["ics"], message: "Choose a file." }]);
      return;
    }
    setBusy(true);
    setErrors([]);
    const input: CalendarInput = {
      name: values.name.trim(),
      description: values.description.trim() || null,
      timezone: values.timezone || null,
      ...(source === "hand" && values.text !== initial.text && { entries: parsed.entries }),
      ...(source === "file" && { ics: await (file as File).text() }),
    };
    setErrors(await save(input).finally(() => setBusy(false)));
  };

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="md">
        {general.map((error) => (
          <Notice key={error.message} tone="bad" icon={IconAlertTriangle} urgent>
            {error.message}
          </Notice>
        ))}
        <Panel title="What it is">
          <div className={classes.two}>
            <TextInput
              label="Name"
              placeholder="Public holidays"
              required
              maxLength={200}
              value={values.name}
              onChange={(event) => change({ name: event.currentTarget.value })}
              error={complaint("name")}
            />
            <ZoneSelect
              none="That of the schedule which uses it"
              value={values.timezone}
              onChange={(timezone) => change({ timezone })}
              error={complaint("timezone")}
            />
            <Textarea
              label="Description"
              autosize
              minRows={1}
              maxRows={6}
              maxLength={2000}
              value={values.description}
              onChange={(event) => change({ description: event.currentTarget.value })}
              error={complaint("description")}
            />
          </div>
        </Panel>
        <Panel title="What it names">
          <Stack gap="md">
            <SegmentedControl
              aria-label="Where the entries come from"
              value={source}
              onChange={setSource}
              data={[
                ...(initial.text === null ? [{ value: "keep", label: "As they are" }] : []),
                ...(initial.text === null ? [] : [{ value: "hand", label: "By hand" }]),
                { value: "file", label: "From an .ics file" },
              ]}
              style={{ alignSelf: "flex-start" }}
            />
            {source === "keep" && (
              <p className={classes.plain}>There are too many to be edited here. A file replaces all.</p>
            )}
            {source === "hand" && (
              <EntriesField
                value={values.text ?? ""}
                onChange={(text) => change({ text })}
                error={complaint("entries")}
              />
            )}
            {source === "file" && (
              <FileInput
                label="iCalendar file"
                description="Up to 1 MiB. Recurring events are written out from one year back to ten years ahead."
                placeholder="Choose a file"
                accept=".ics,text/calendar"
                leftSection={<IconFileImport size={17} aria-hidden />}
                clearable
                value={file}
                onChange={setFile}
                error={complaint("ics")}
              />
            )}
          </Stack>
        </Panel>
        <Group gap="sm" justify="flex-end">
          {cancel}
          <Button type="submit" loading={busy} data-testid="submit-calendar">
            {submitLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
