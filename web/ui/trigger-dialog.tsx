// Asks before a task is run by hand; the payload can be changed for this one run.

import { useMutation } from "@apollo/client/react";
import { Button, Group, JsonInput, Stack, Text } from "@mantine/core";
import { modals } from "@mantine/modals";
import { IconPlayerPlay } from "@tabler/icons-react";
import { useState } from "react";
import { graphql } from "../gql";
import { pretty } from "./json-block";
import { done, failed } from "./notify";
import { randomKey } from "./random-key";

const Trigger = graphql(`
  mutation TriggerTask($input: TriggerTaskInput!) {
    triggerTask(input: $input) {
      run {
        ...RunRow
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
  /** What the run is given unless it is changed here. */
  payload?: unknown;
}

/** `started` is called with the new run's id. */
export function askTrigger(task: Subject, started: (runId: string) => void): void {
  modals.open({
    modalId: "trigger",
    title: `Run “${task.name}” now`,
    children: <TriggerForm task={task} started={started} />,
  });
}

function TriggerForm({ task, started }: { task: Subject; started: (runId: string) => void }) {
  const original = task.payload == null ? "" : pretty(task.payload);
  const [payload, setPayload] = useState(original);
  const [problem, setProblem] = useState<string>();
  // One key for one dialog: a second click, or a second try after a lost answer, starts no second run.
  const [key] = useState(randomKey);
  const [trigger, { loading }] = useMutation(Trigger);

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
      const { data } = await trigger({ variables: { input: { id: task.id, idempotencyKey: key, ...changed } } });
      const answer = data?.triggerTask;
      if (!answer?.run) {
        setProblem(answer?.userErrors[0]?.message ?? "The run could not be started.");
        return;
      }
      modals.close("trigger");
      done(`“${task.name}” was asked to run`);
      started(answer.run.id);
    } catch (error) {
      failed("The run could not be started", error);
    }
  };

  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        It starts at once, whatever its schedule and state. If an earlier run is still going and the task does not allow
        overlap, it waits for that to end.
      </Text>
      <JsonInput
        label="Payload for this run"
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
        <Button variant="default" onClick={() => modals.close("trigger")}>
          Cancel
        </Button>
        <Button
          loading={loading}
          onClick={submit}
          leftSection={<IconPlayerPlay size={16} aria-hidden />}
          data-testid="confirm-trigger"
        >
          Run now
        </Button>
      </Group>
    </Stack>
  );
}
