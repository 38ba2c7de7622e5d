// Search and filters above the audit.
import { Box, Button, Group, Select, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch, IconX } from "@tabler/icons-react";
import { useState } from "react";
import type { AuditOutcome, AuditSubjectKind } from "../gql/graphql";
import { actionWords } from "../ui/audit-row";
import { DateField } from "../ui/date-field";
import { type AuditSearch, KINDS } from "./search";

interface Props {
  search: AuditSearch;
  change: (next: Partial<AuditSearch>) => void;
}

const NONE: Partial<AuditSearch> = {
  q: undefined,
  action: undefined,
  kind: undefined,
  outcome: undefined,
  actor: undefined,
  subject: undefined,
  change: undefined,
  from: undefined,
  until: undefined,
};

const ACTIONS = [
  "signIn", "signOut", "setUp", "resetPassword", "createTask", "updateTask", "deleteTask", "pauseTask", "resumeTask", "revertTask",
  "restoreTask", "pauseTasks", "resumeTasks", "deleteTasks", "updateTasks", "undoChange", "triggerTask", "cancelRun", "retryRun", "redriveRuns",
  "dismissRuns", "resolveHeldRuns", "backfillTask", "cancelBackfill", "createQueue", "updateQueue", "pauseQueue", "resumeQueue", "deleteQueue",
  "createCalendar", "updateCalendar", "deleteCalendar", "createSecret", "updateSecret", "deleteSecret", "createWebhook", "updateWebhook",
  "pauseWebhook", "resumeWebhook", "deleteWebhook", "rotateWebhookSecret", "testWebhook", "redeliver", "createUser", "updateUser", "deleteUser",
  "changePassword", "createApiToken", "revokeApiToken", "endSession",
]; // biome-ignore format: one paragraph

export function Filters({ search, change }: Props) {
  const any = Object.keys(NONE).some((name) => search[name as keyof AuditSearch]);
  // An action of another version of the server may stand in the address.
  const actions = search.action && !ACTIONS.includes(search.action) ? [...ACTIONS, search.action] : ACTIONS;
  return (
    <Group gap="sm" wrap="wrap" align="flex-end">
      <SearchField search={search} change={change} />
      <Select
        label="Action"
        placeholder="Any action"
        data={actions.map((action) => ({ value: action, label: actionWords(action) }))}
        value={search.action ?? null}
        onChange={(action) => change({ action: action ?? undefined })}
        searchable
        clearable
        w={{ base: "100%", xs: 190 }}
      />
      <Select
        label="About"
        placeholder="Anything"
        data={Object.entries(KINDS).map(([value, label]) => ({ value, label }))}
        value={search.kind ?? null}
        onChange={(kind) => change({ kind: (kind as AuditSubjectKind | null) ?? undefined })}
        clearable
        w={{ base: "100%", xs: 140 }}
      />
      <Select
        label="Outcome"
        placeholder="Any outcome"
        data={[
          { value: "DONE", label: "Done" },
          { value: "REFUSED", label: "Refused" },
        ]}
        value={search.outcome ?? null}
        onChange={(outcome) => change({ outcome: (outcome as AuditOutcome | null) ?? undefined })}
        clearable
        w={{ base: "100%", xs: 140 }}
      />
      <Box w={{ base: "100%", xs: 150 }}>
        <DateField
          label="From day"
          value={search.from ?? null}
          onChange={(from) => change({ from: from ?? undefined })}
          clearable
        />
      </Box>
      <Box w={{ base: "100%", xs: 150 }}>
        <DateField
          label="Until day"
          value={search.until ?? null}
          onChange={(until) => change({ until: until ?? undefined })}
          clearable
        />
      </Box>
      {(["actor", "subject", "change"] as const).map(
        (name) =>
          search[name] && (
            <Button
              key={name}
              variant="light"
              size="compact-sm"
              rightSection={<IconX size={14} aria-hidden />}
              onClick={() => change({ [name]: undefined })}
            >
              {`Of one ${name}`}
            </Button>
          ),
      )}
      {any && (
        <Button variant="subtle" size="compact-sm" onClick={() => change(NONE)}>
          Clear filters
        </Button>
      )}
    </Group>
  );
}

function SearchField({ search, change }: Props) {
  const [typed, setTyped] = useState(search.q ?? "");
  const send = useDebouncedCallback((q: string) => change({ q: q.trim() || undefined }), 250);
  // The address may change by other ways than typing.
  const [known, setKnown] = useState(search.q);
  if (search.q !== known) {
    setKnown(search.q);
    if ((search.q ?? "") !== typed.trim()) setTyped(search.q ?? "");
  }
  return (
    <TextInput
      label="Search"
      placeholder="A name, an action, an address"
      leftSection={<IconSearch size={16} aria-hidden />}
      value={typed}
      onChange={({ currentTarget: { value } }) => {
        setTyped(value);
        send(value);
      }}
      maxLength={200}
      w={{ base: "100%", sm: 260 }}
    />
  );
}
