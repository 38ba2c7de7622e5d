// Asks before an ended run is done again; the payload can be changed for the new run.
import { useMutation } from "@apollo/client/react";
import { Button, Group, JsonInput, Stack, Text } from "@mantine/core";
import { modals } from "@mantine/modals";
import { IconPlayerPlay } from "@tabler/icons-react";
import { useState } from "react";
import { graphql } from "../gql";
import type { RunDetailFragment } from "../gql/graphql";
import { pretty } from "../ui/json-block";
import { done, failed } from "../ui/notify";
import { randomKey } from "../ui/random-key";

const Retry = graphql(`
  mutation RetryRun($input: RetryRunInput!) {
    retryRun(input: $input) {
      run {
        ...RunRow
      }
      userErrors {
        ...Complaint
      }
    }
  }
`);

/** `started` is called with the new run's id. */
export function askRetry(run: RunDetailFragment, started: (runId: string) => void): void {
  const title = `Run “${run.task.name}” again`;
  modals.open({ modalId: "retry", title, children: <RetryForm run={run} started={started} /> });
}

function RetryForm({ run, started }: { run: RunDetailFragment; started: (runId: string) => void }) {
  const given = run.payload ?? run.task.payload;
  const original = given == null ? "" : pretty(given);
  const [payload, setPayload] = useState(original);
  const [problem, setProblem] = useState<string>();
  // One key for one dialog: a second click, or a second try after a lost answer, starts no second run.
  const [key] = useState(randomKey);
  const [retry, { loading }] = useMutation(Retry);

  const submit = async () => {
    setProblem(undefined);
    let changed: { payload?: unknown } = {};
    if (payload.trim() !== original) {
      try {
        changed = { payload: payload.trim() === "" ? null : JSON.parse(payload) };
      } catch {
        setProblem("This is not valid JSON.");
        return;
      }
    }
    try {
      const input = { id: run.id, idempotencyKey: key, again: run.redrivenBy != null, ...changed };
      const answer = (await retry({ variables: { input } })).data?.retryRun;
      if (!answer?.run) {
        setProblem(answer?.userErrors[0]?.message ?? "The run could not be done again.");
        return;
      }
      modals.close("retry");
      done("The run is done again");
      started(answer.run.id);
    } catch (error) {
      failed("The run could not be done again", error);
    }
  };

  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        A new run stands for the same instant and names this one. It starts at once or, if an earlier run of the task is
        still going and the task does not allow overlap, when that has ended.
        {run.redrivenBy && " This run was done again already."}
      </Text>
      <JsonInput
        label="Payload for the new run"
        description="Empty: no payload."
        value={payload}
        onChange={setPayload}
        error={problem}
        formatOnBlur
        autosize
        minRows={3}
        maxRows={12}
        spellCheck={false}
        classNames={{ input: "mono" }}
      />
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={() => modals.close("retry")}>
          Cancel
        </Button>
        <Button
          loading={loading}
          onClick={submit}
          leftSection={<IconPlayerPlay size={16} aria-hidden />}
          data-testid="confirm-retry"
        >
          Run again
        </Button>
      </Group>
    </Stack>
  );
}
