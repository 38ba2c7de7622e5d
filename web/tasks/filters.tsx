// Search, filters and order above the task list.
import { Button, Group, Select, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import type { ScheduleKind, TargetKind, TaskOrderField, TaskState } from "../gql/graphql";
import type { TasksSearch } from "./search";

interface Props {
  search: TasksSearch;
  change: (next: Partial<TasksSearch>) => void;
}

const ORDERS: { value: string; label: string; order: TaskOrderField; dir: "ASC" | "DESC" }[] = [
  { value: "NAME-ASC", label: "Name, A to Z", order: "NAME", dir: "ASC" },
  { value: "NAME-DESC", label: "Name, Z to A", order: "NAME", dir: "DESC" },
  { value: "NEXT_RUN_AT-ASC", label: "Next run, soonest first", order: "NEXT_RUN_AT", dir: "ASC" },
  { value: "NEXT_RUN_AT-DESC", label: "Next run, latest first", order: "NEXT_RUN_AT", dir: "DESC" },
  { value: "CREATED_AT-DESC", label: "Newest first", order: "CREATED_AT", dir: "DESC" },
  { value: "UPDATED_AT-DESC", label: "Last changed first", order: "UPDATED_AT", dir: "DESC" },
];

export function Filters({ search, change }: Props) {
  const any = Boolean(search.q || search.state || search.kind || search.target);
  return (
    <Group gap="sm" wrap="wrap">
      <SearchField search={search} change={change} />
      <Choice<TaskState>
        label="State"
        any="Any state"
        value={search.state?.[0]}
        choices={{ ACTIVE: "Active", PAUSED: "Paused", COMPLETED: "Completed" }}
        change={(state) => change({ state: state && [state] })}
      />
      <Choice<ScheduleKind>
        label="Kind of schedule"
        any="Any schedule"
        value={search.kind?.[0]}
        choices={{
          CRON: "Cron",
          EVERY: "Every",
          ONCE: "Once",
          RRULE: "Calendar rule",
          STARTUP: "At server start",
          MANUAL: "By hand only",
          UNION: "Several united",
        }}
        change={(kind) => change({ kind: kind && [kind] })}
      />
      <Choice<TargetKind>
        label="Kind of target"
        any="Any target"
        value={search.target?.[0]}
        choices={{ MODULE: "Module", HTTP: "HTTP", SHELL: "Command", WORKER: "Worker" }}
        change={(target) => change({ target: target && [target] })}
      />
      <Select
        aria-label="Order"
        data={ORDERS.map(({ value, label }) => ({ value, label }))}
        value={`${search.order ?? "NAME"}-${search.dir ?? "ASC"}`}
        onChange={(value) => {
          const chosen = ORDERS.find((each) => each.value === value);
          if (chosen) change({ order: chosen.order, dir: chosen.dir });
        }}
        allowDeselect={false}
        w={{ base: "calc(50% - 0.375rem)", xs: 200 }}
        ml={{ base: 0, lg: "auto" }}
      />
      {any && (
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => change({ q: undefined, state: undefined, kind: undefined, target: undefined })}
        >
          Clear filters
        </Button>
      )}
    </Group>
  );
}

/** Wait for the typing to pause before the server is asked. */
const TYPING_MS = 220;

function SearchField({ search, change }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(search.q ?? "");
  const sent = useRef(search.q ?? "");
  const send = useDebouncedCallback((q: string) => {
    sent.current = q;
    change({ q: q || undefined });
  }, TYPING_MS);

  // The address can change otherwise: by the back key, or by a link that clears the filters.
  useEffect(() => {
    if ((search.q ?? "") !== sent.current) {
      sent.current = search.q ?? "";
      setTyped(search.q ?? "");
    }
  }, [search.q]);
  useEffect(() => {
    if (search.focus) field.current?.focus();
  }, [search.focus]);

  return (
    <TextInput
      ref={field}
      type="search"
      aria-label="Search tasks"
      placeholder="Search tasks ( / )"
      leftSection={<IconSearch size={16} aria-hidden />}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        send(event.currentTarget.value.trim());
      }}
      maxLength={200}
      w={{ base: "100%", xs: 250 }}
      data-search-field
    />
  );
}

interface ChoiceProps<T extends string> {
  label: string;
  any: string;
  value?: T;
  choices: Record<T, string>;
  change: (value: T | undefined) => void;
}

function Choice<T extends string>({ label, any, value, choices, change }: ChoiceProps<T>) {
  return (
    <Select
      aria-label={label}
      placeholder={any}
      data={Object.entries(choices).map(([key, text]) => ({ value: key, label: String(text) }))}
      value={value ?? null}
      onChange={(next) => change((next as T | null) ?? undefined)}
      clearable
      w={{ base: "calc(50% - 0.375rem)", xs: 148 }}
    />
  );
}
