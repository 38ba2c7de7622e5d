// Makes or changes a webhook. What was read is kept as it was when the form opened, so that a change by somebody else is noticed, not
// overwritten.
import { useMutation } from "@apollo/client/react";
import { Button, Group, MultiSelect, SegmentedControl, Stack, Textarea, TextInput } from "@mantine/core";
import { IconAlertTriangle, IconGitMerge, IconKey } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { graphql } from "../gql";
import type { ComplaintFragment, RunEventType, TaskEventType, WebhookFormat, WebhookRowFragment } from "../gql/graphql";
import { plural } from "../ui/format";
import "../ui/mantine-fields.css";
import { Notice } from "../ui/notice";
import { done, failed } from "../ui/notify";
import { TaskSelect } from "../ui/task-select";
import classes from "./webhooks.module.css";
import { eventWord, RUN_EVENTS, TASK_EVENTS } from "./words";

const Create = graphql(`
  mutation CreateWebhook($input: CreateWebhookInput!) {
    createWebhook(input: $input) {
      webhook {
        ...WebhookRow
      }
      secret
      userErrors {
        ...Complaint
      }
    }
  }
`);

const Update = graphql(`
  mutation UpdateWebhook($input: UpdateWebhookInput!) {
    updateWebhook(input: $input) {
      webhook {
        ...WebhookRow
      }
      userErrors {
        ...Complaint
      }
    }
  }
`);

interface Props {
  /** Left out for a new one. */
  webhook?: WebhookRowFragment;
  secretsEnabled: boolean;
  /** With the signing secret of a new one that signs. */
  saved: (secret: string | null) => void;
  cancel: () => void;
  /** Begins the form anew with what the webhook is now. */
  again: () => void;
}

const choices = (types: readonly string[]) => types.map((type) => ({ value: type, label: eventWord(type) }));

/** `Name: value`, one for each line. */
const readHeaders = (text: string) =>
  text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const colon = line.indexOf(":");
      const [name, value] = colon < 0 ? [line, ""] : [line.slice(0, colon), line.slice(colon + 1)];
      return { name: name.trim(), value: value.trim() };
    });

const SHOWN = ["name", "url", "filter", "headers"];

export function WebhookForm({ webhook: given, secretsEnabled, saved, cancel, again }: Props) {
  const [webhook] = useState(given);
  const [name, setName] = useState(webhook?.name ?? "");
  const [url, setUrl] = useState(webhook?.url ?? "");
  const [format, setFormat] = useState<WebhookFormat>(webhook?.format ?? "SLACK");
  const [runEvents, setRunEvents] = useState<string[]>([...(webhook?.filter.runEvents ?? ["FAILED", "MISSED"])]);
  const [taskEvents, setTaskEvents] = useState<string[]>([...(webhook?.filter.taskEvents ?? [])]);
  const [taskIds, setTaskIds] = useState<string[]>([...(webhook?.filter.taskId ?? [])]);
  const [search, setSearch] = useState(webhook?.filter.search ?? "");
  const [headers, setHeaders] = useState(
    webhook?.headers.map((header) => `${header.name}: ${header.value}`).join("\n") ?? "",
  );
  const [complaints, setComplaints] = useState<readonly ComplaintFragment[]>([]);
  const [create, creating] = useMutation(Create);
  const [update, updating] = useMutation(Update);

  const about = (...path: string[]) =>
    complaints.find(({ field }) => field && path.every((part, index) => field[index] === part))?.message;
  const general = complaints.filter(({ field }) => !SHOWN.includes(field?.[0] ?? ""));

  async function send(): Promise<{ secret: string | null; errors: readonly ComplaintFragment[] }> {
    const filter = {
      runEvents: runEvents as RunEventType[],
      taskEvents: taskEvents as TaskEventType[],
      taskId: taskIds,
      search: search.trim() || null,
    };
    const input = { name: name.trim(), url: url.trim(), filter, headers: readHeaders(headers) };
    if (webhook) {
      const variables = { input: { id: webhook.id, version: webhook.version, ...input } };
      return { secret: null, errors: (await update({ variables })).data?.updateWebhook.userErrors ?? [] };
    }
    const answer = (await create({ variables: { input: { format, ...input } } })).data?.createWebhook;
    return { secret: answer?.secret ?? null, errors: answer?.userErrors ?? [] };
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    try {
      const { secret, errors } = await send();
      setComplaints(errors);
      if (errors.length > 0) return;
      done(`The webhook “${name.trim()}” is saved`);
      saved(secret);
    } catch (error) {
      failed("The webhook could not be saved", error);
    }
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack>
        {general.map((error) =>
          error.code === "CONFLICT" ? (
            <Notice
              key="conflict"
              tone="wait"
              icon={IconGitMerge}
              title="Somebody else has changed this webhook"
              urgent
            >
              <p className={classes.paragraph}>Your edit was not saved, so that theirs is not lost.</p>
              <Button size="xs" variant="default" onClick={again}>
                Begin again with the webhook as it is now
              </Button>
            </Notice>
          ) : (
            <Notice key={error.message} tone="bad" icon={IconAlertTriangle} urgent>
              {error.message}
            </Notice>
          ),
        )}
        {!webhook && (
          <SegmentedControl
            aria-label="Format"
            fullWidth
            value={format}
            onChange={(value) => setFormat(value as WebhookFormat)}
            data={[
              { value: "SLACK", label: "Chat message" },
              { value: "CLOUDEVENTS", label: "CloudEvents, signed" },
            ]}
          />
        )}
        {!webhook && format === "CLOUDEVENTS" && !secretsEnabled && (
          <Notice tone="plan" icon={IconKey} title="This server has no key to keep signing secrets under">
            Set <code>SECRETS_KEY</code> to the output of <code>openssl rand -base64 32</code> and start it again. Chat
            messages need none.
          </Notice>
        )}
        <TextInput
          label="Name"
          placeholder="Failures in #operations"
          required
          data-autofocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={about("name")}
        />
        <TextInput
          label="URL"
          description={
            format === "SLACK"
              ? "An incoming webhook of Slack, Mattermost or Rocket.Chat; of Discord with /slack at its end."
              : "Answers 2xx within 15 seconds, or is sent it again."
          }
          placeholder={format === "SLACK" ? "https://hooks.slack.com/services/{{secrets.SLACK_PATH}}" : "https://…"}
          required
          spellCheck={false}
          value={url}
          onChange={(event) => setUrl(event.currentTarget.value)}
          error={about("url")}
        />
        <MultiSelect
          label="Events of runs"
          placeholder={runEvents.length === 0 ? "None" : undefined}
          data={choices(RUN_EVENTS)}
          value={runEvents}
          onChange={setRunEvents}
          searchable
          error={
            about("filter", "runEvents") ??
            (complaints.some(({ field }) => field?.join() === "filter") && about("filter"))
          }
        />
        <MultiSelect
          label="Events of tasks"
          placeholder={taskEvents.length === 0 ? "None" : undefined}
          data={choices(TASK_EVENTS)}
          value={taskEvents}
          onChange={setTaskEvents}
          searchable
          error={about("filter", "taskEvents")}
        />
        {taskIds.length > 1 ? (
          <Group justify="space-between">
            <span className="quiet">Only of {plural(taskIds.length, "task")}, as chosen through the API.</span>
            <Button size="xs" variant="default" onClick={() => setTaskIds([])}>
              Of all tasks
            </Button>
          </Group>
        ) : (
          <TaskSelect
            label="Only of this task"
            value={taskIds[0]}
            change={(id) => setTaskIds(id ? [id] : [])}
            error={about("filter", "taskId")}
          />
        )}
        <TextInput
          label="Only of tasks with these words"
          description="Anywhere in a task's name or description."
          placeholder="Any task"
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          error={about("filter", "search")}
        />
        <Textarea
          label="Headers"
          description="One for each line. Values may name secrets."
          placeholder="Authorization: Bearer {{ secrets.TOKEN }}"
          autosize
          spellCheck={false}
          value={headers}
          onChange={(event) => setHeaders(event.currentTarget.value)}
          error={about("headers")}
        />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={cancel}>
            Cancel
          </Button>
          <Button type="submit" loading={creating.loading || updating.loading} data-testid="submit-webhook">
            {webhook ? "Save the change" : "Make the webhook"}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
