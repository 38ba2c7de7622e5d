// Asks which past occurrences are run after all, or again. First they are counted; only what was counted can be started.
import { useMutation } from "@apollo/client/react";
import { Button, Group, NumberInput, Select, Stack, Switch, Text } from "@mantine/core";
import "../ui/mantine-fields.css";
import { IconCalculator, IconPlayerPlay } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { graphql } from "../gql";
import type { BackfillScope, BackfillTaskInput, BackfillTaskMutation, CatchUpOrder } from "../gql/graphql";
import { dialogs } from "../ui/dialogs";
import { plural } from "../ui/format";
import { InstantInput } from "../ui/instant-input";
import { done, failed } from "../ui/notify";
import { now } from "../ui/now";
import { randomKey } from "../ui/random-key";
import { useZone } from "../ui/zone";
import classes from "./backfill-dialog.module.css";
import { Occurrences } from "./upcoming";

const Backfill = graphql(`
  mutation BackfillTask($input: BackfillTaskInput!) {
    backfillTask(input: $input) {
      count
      sample {
        ...UpcomingRow
      }
      backfill {
        ...BackfillRow
      }
      userErrors {
        ...Complaint
      }
    }
  }
`);

interface Subject {
  id: string;
  name: string;
  /** The zone of the schedule; left out when it has none. */
  zone?: string;
}

const DAY_MS = 86_400_000;
const SCOPES: { value: BackfillScope; label: string }[] = [
  { value: "NOT_RUN", label: "That did not run" },
  { value: "NOT_SUCCEEDED", label: "That did not run or failed" },
  { value: "ALL", label: "All, also those that succeeded" },
];
const ORDERS: { value: CatchUpOrder; label: string }[] = [
  { value: "OLDEST_FIRST", label: "The oldest first" },
  { value: "NEWEST_FIRST", label: "The newest first" },
];

export function askBackfill(task: Subject): void {
  dialogs.open({
    modalId: "backfill",
    title: `Backfill “${task.name}”`,
    size: "lg",
    children: <BackfillForm task={task} />,
  });
}

type Answer = BackfillTaskMutation["backfillTask"];

function BackfillForm({ task }: { task: Subject }) {
  const shown = useZone();
  const zone = task.zone ?? shown;
  const [from, setFrom] = useState<string | null>(() => new Date(now() - DAY_MS).toISOString());
  const [until, setUntil] = useState<string | null>(() => new Date(now()).toISOString());
  const [scope, setScope] = useState<BackfillScope>("NOT_RUN");
  const [order, setOrder] = useState<CatchUpOrder>("OLDEST_FIRST");
  const [rate, setRate] = useState<number | string>("");
  const [beside, setBeside] = useState(false);
  const [counted, setCounted] = useState<{ question: string; answer: Answer }>();
  const [send, { loading }] = useMutation(Backfill);
  // The same input keeps its key, so that a second try after a lost answer starts no second backfill.
  const last = useRef({ question: "", key: "" });

  const input: BackfillTaskInput | null =
    from && until
      ? {
          id: task.id,
          from,
          until,
          scope,
          order,
          ...(rate !== "" && { rate: Number(rate) }),
          ...(beside && { overlapPolicy: "ALLOW" as const }),
        }
      : null;
  const question = JSON.stringify(input);
  const answer = counted?.question === question ? counted.answer : undefined;
  const complaint = (field: string) => answer?.userErrors.find((error) => error.field?.at(-1) === field)?.message;
  const general = answer?.userErrors.filter(({ field }) => !["from", "until", "rate"].includes(field?.at(-1) ?? ""))[0];

  const ask = async (dryRun: boolean) => {
    if (!input) return;
    if (last.current.question !== question) last.current = { question, key: randomKey() };
    const idempotencyKey = dryRun ? undefined : last.current.key;
    try {
      const { data } = await send({ variables: { input: { ...input, dryRun, idempotencyKey } } });
      if (!data) return;
      setCounted({ question, answer: data.backfillTask });
      if (!data.backfillTask.backfill) return;
      dialogs.close("backfill");
      done(`The backfill of “${task.name}” has begun`);
    } catch (error) {
      failed(dryRun ? "They could not be counted" : "The backfill could not be started", error);
    }
  };

  return (
    <Stack gap="md">
      <InstantInput label="From" zone={zone} value={from} onChange={setFrom} error={complaint("from")} />
      <InstantInput label="Until" zone={zone} value={until} onChange={setUntil} error={complaint("until")} />
      <div className={classes.pair}>
        <Select
          label="Which occurrences"
          data={SCOPES}
          allowDeselect={false}
          value={scope}
          onChange={(next) => setScope(next as BackfillScope)}
        />
        <Select
          label="In which order"
          data={ORDERS}
          allowDeselect={false}
          value={order}
          onChange={(next) => setOrder(next as CatchUpOrder)}
        />
        <NumberInput
          label="Starts a minute, at most"
          placeholder="As fast as slots allow"
          min={1}
          max={6000}
          allowDecimal={false}
          value={rate}
          onChange={setRate}
          error={complaint("rate")}
        />
      </div>
      <Switch
        label="Let them run beside each other"
        description="Otherwise they wait for each other and for other runs of the task."
        checked={beside}
        onChange={(event) => setBeside(event.currentTarget.checked)}
      />
      {general && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {general.message}
        </Text>
      )}
      {answer && answer.userErrors.length === 0 && <Counted answer={answer} zone={task.zone} />}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={() => dialogs.close("backfill")}>
          Cancel
        </Button>
        <Button
          variant={answer?.count ? "default" : "filled"}
          disabled={!input}
          loading={loading && !answer}
          onClick={() => void ask(true)}
          leftSection={<IconCalculator size={16} aria-hidden />}
        >
          Count
        </Button>
        <Button
          disabled={!answer?.count}
          loading={loading && Boolean(answer)}
          onClick={() => void ask(false)}
          leftSection={<IconPlayerPlay size={16} aria-hidden />}
          data-testid="start-backfill"
        >
          {answer?.count ? `Start ${plural(answer.count, "run")}` : "Start"}
        </Button>
      </Group>
    </Stack>
  );
}

function Counted({ answer, zone }: { answer: Answer; zone?: string }) {
  if (!answer.count)
    return (
      <Text size="sm" aria-live="polite">
        No such occurrence lies in this range.
      </Text>
    );
  const all = answer.sample.length === answer.count;
  return (
    <div className={classes.counted} aria-live="polite">
      <p>
        <b>{plural(answer.count, "occurrence")}</b>
        {!all && `, of which the first and the last ${answer.sample.length / 2}:`}
      </p>
      <Occurrences occurrences={answer.sample} zone={zone} testId="backfill-sample" />
    </div>
  );
}
