// The filters above the run list.
import { Button, Group, MultiSelect, Select, Switch } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import type { RunState, RunTrigger } from "../gql/graphql";
import { QueueSelect } from "../ui/queue-select";
import { RUN_STATES } from "../ui/states";
import { TaskSelect } from "../ui/task-select";
import { HISTORY, type RunsSearch } from "./search";

interface Props {
  search: RunsSearch;
  change: (next: Partial<RunsSearch>) => void;
}

const NONE: Partial<RunsSearch> = {
  state: undefined,
  task: undefined,
  trigger: undefined,
  late: undefined,
  backfill: undefined,
  queue: undefined,
};

export function Filters({ search, change }: Props) {
  const any = Object.keys(NONE).some((name) => search[name as keyof RunsSearch]);
  return (
    <Group gap="sm" align="center" wrap="wrap">
      {search.view !== "upcoming" && search.view !== "failed" && (
        <MultiSelect
          aria-label="State"
          placeholder={search.state ? undefined : "Any state"}
          data={HISTORY.map((state) => ({ value: state, label: RUN_STATES[state].label }))}
          value={search.state ?? []}
          onChange={(state) => change({ state: state.length > 0 ? (state as RunState[]) : undefined })}
          clearable
          w={{ base: "100%", xs: 230 }}
        />
      )}
      <TaskSelect value={search.task} change={(task) => change({ task })} />
      <Select
        aria-label="Trigger"
        placeholder="Any trigger"
        data={[
          { value: "SCHEDULE", label: "By schedule" },
          { value: "MANUAL", label: "By hand" },
          { value: "BACKFILL", label: "By a backfill" },
          { value: "FOLLOW_UP", label: "By another run" },
          { value: "REDRIVE", label: "Done again" },
        ]}
        value={search.trigger ?? null}
        onChange={(trigger) => change({ trigger: (trigger as RunTrigger | null) ?? undefined })}
        clearable
        w={{ base: "100%", xs: 160 }}
      />
      <QueueSelect value={search.queue} change={(queue) => change({ queue })} />
      <Switch
        label="Late only"
        checked={search.late ?? false}
        onChange={(event) => change({ late: event.currentTarget.checked || undefined })}
      />
      {search.backfill && (
        <Button
          variant="light"
          size="compact-sm"
          rightSection={<IconX size={14} aria-hidden />}
          onClick={() => change({ backfill: undefined })}
        >
          Of one backfill
        </Button>
      )}
      {any && (
        <Button variant="subtle" size="compact-sm" onClick={() => change(NONE)}>
          Clear filters
        </Button>
      )}
    </Group>
  );
}
