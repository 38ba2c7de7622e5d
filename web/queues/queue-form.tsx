// Makes or changes a queue. What was read is kept as it was when the form opened, so that a change by somebody else is
// noticed, not overwritten.
import { useMutation } from "@apollo/client/react";
import { Button, Group, NumberInput, Stack, Switch, Textarea, TextInput } from "@mantine/core";
import { IconAlertTriangle, IconGitMerge } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { graphql } from "../gql";
import type { ComplaintFragment, QueueRowFragment } from "../gql/graphql";
import { DurationInput } from "../ui/duration-input";
import "../ui/mantine-fields.css";
import { Notice } from "../ui/notice";
import { done, failed } from "../ui/notify";
import classes from "./queues.module.css";

const Create = graphql(`
  mutation CreateQueue($input: CreateQueueInput!) {
    createQueue(input: $input) {
      queue {
        ...QueueRow
      }
      userErrors {
        ...Complaint
      }
    }
  }
`);

const Update = graphql(`
  mutation UpdateQueue($input: UpdateQueueInput!) {
    updateQueue(input: $input) {
      queue {
        ...QueueRow
      }
      userErrors {
        ...Complaint
      }
    }
  }
`);

interface Props {
  /** Left out for a new one. */
  queue?: QueueRowFragment;
  name?: string;
  saved: () => void;
  cancel: () => void;
  /** Begins the form anew with what the queue is now. */
  again: () => void;
}

type Amount = number | string;
/** An empty field: without this bound. */
const bound = (value: Amount): number | null => (value === "" ? null : Number(value));

/** Fields that show what is wrong with them. */
const SHOWN = ["name", "description", "concurrency", "concurrencyPerKey", "rate.limit", "rate.period", "rate.burst"];

export function QueueForm({ queue: given, name: begin = "", saved, cancel, again }: Props) {
  const [queue] = useState(given);
  const [name, setName] = useState(begin);
  const [description, setDescription] = useState(queue?.description ?? "");
  const [concurrency, setConcurrency] = useState<Amount>(queue ? (queue.concurrency ?? "") : 5);
  const [perKey, setPerKey] = useState<Amount>(queue?.concurrencyPerKey ?? "");
  const [rated, setRated] = useState(queue?.rate != null);
  const [limit, setLimit] = useState<Amount>(queue?.rate?.limit ?? 60);
  const [period, setPeriod] = useState(queue?.rate?.period ?? "PT1M");
  const [burst, setBurst] = useState<Amount>(queue?.rate?.burst ?? 1);
  const [complaints, setComplaints] = useState<readonly ComplaintFragment[]>([]);
  const [create, creating] = useMutation(Create);
  const [update, updating] = useMutation(Update);

  const about = (field: string) => complaints.find((each) => each.field?.join(".") === field)?.message;
  const general = complaints.filter(({ field }) => !SHOWN.includes(field?.join(".") ?? ""));

  async function send(): Promise<readonly ComplaintFragment[]> {
    const bounds = {
      description: description.trim() || null,
      concurrency: bound(concurrency),
      concurrencyPerKey: bound(perKey),
      rate: rated ? { limit: Number(limit), period, burst: Number(burst) } : null,
    };
    if (queue) {
      const input = { name: queue.name, version: queue.version, ...bounds };
      return (await update({ variables: { input } })).data?.updateQueue.userErrors ?? [];
    }
    const input = { name: name.trim(), ...bounds };
    return (await create({ variables: { input } })).data?.createQueue.userErrors ?? [];
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    try {
      const errors = await send();
      setComplaints(errors);
      if (errors.length > 0) return;
      done(`The queue “${queue?.name ?? name.trim()}” is saved`);
      saved();
    } catch (error) {
      failed("The queue could not be saved", error);
    }
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack>
        {general.map((error) =>
          error.code === "CONFLICT" ? (
            <Notice key="conflict" tone="wait" icon={IconGitMerge} title="Somebody else has changed this queue" urgent>
              <p className={classes.paragraph}>Your edit was not saved, so that theirs is not lost.</p>
              <Button size="xs" variant="default" onClick={again}>
                Begin again with the queue as it is now
              </Button>
            </Notice>
          ) : (
            <Notice key={error.message} tone="bad" icon={IconAlertTriangle} urgent>
              {error.message}
            </Notice>
          ),
        )}
        {!queue && (
          <TextInput
            label="Name"
            description="Letters, digits, dots, underscores and hyphens. It stays as it is."
            placeholder="mails"
            required
            data-autofocus
            spellCheck={false}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={about("name")}
          />
        )}
        <Textarea
          label="Description"
          placeholder="What it protects, and how much that bears"
          autosize
          maxLength={2000}
          value={description}
          onChange={(event) => setDescription(event.currentTarget.value)}
          error={about("description")}
        />
        <div className={classes.two}>
          <NumberInput
            label="Runs at a time"
            description="Empty: any number."
            placeholder="Any number"
            min={1}
            allowDecimal={false}
            value={concurrency}
            onChange={setConcurrency}
            error={about("concurrency")}
          />
          <NumberInput
            label="Runs at a time for each key"
            description="Tasks say what their key is."
            placeholder="Any number"
            min={1}
            allowDecimal={false}
            value={perKey}
            onChange={setPerKey}
            error={about("concurrencyPerKey")}
          />
        </div>
        <Switch
          label="Limit how fast they start"
          description="Retries count as starts too."
          checked={rated}
          onChange={(event) => setRated(event.currentTarget.checked)}
        />
        {rated && (
          <div className={classes.three}>
            <NumberInput
              label="Starts"
              description="In each period."
              min={1}
              allowDecimal={false}
              value={limit}
              onChange={setLimit}
              error={about("rate.limit")}
            />
            <DurationInput
              label="Period"
              description="Up to 24 hours."
              value={period}
              onChange={setPeriod}
              error={about("rate.period")}
            />
            <NumberInput
              label="At once"
              description="After a quiet time. 1: evenly."
              min={1}
              allowDecimal={false}
              value={burst}
              onChange={setBurst}
              error={about("rate.burst")}
            />
          </div>
        )}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={cancel}>
            Cancel
          </Button>
          <Button type="submit" loading={creating.loading || updating.loading} data-testid="submit-queue">
            {queue ? "Save the change" : "Make the queue"}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
