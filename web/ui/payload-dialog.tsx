// What dialogs have in common that run a task by hand: a payload that can be changed for the one run, and a button.
import { useQuery } from "@apollo/client/react";
import { Button, Group, Stack, Text } from "@mantine/core";
import { IconPlayerPlay } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { graphql } from "../gql";
import type { ComplaintFragment } from "../gql/graphql";
import { dialogs } from "./dialogs";
import { pretty } from "./json-block";
import { failed } from "./notify";
import { PayloadEditor } from "./payload-editor";
import { randomKey } from "./random-key";

const PayloadSchema = graphql(`
  query PayloadSchema($id: ID!) {
    task(id: $id) {
      id
      target {
        ... on ModuleTarget {
          module {
            payloadSchema
          }
        }
      }
    }
  }
`);

/** Left out when the payload is not changed; null: none. */
export interface Changed {
  readonly payload?: unknown;
}

interface Props {
  /** The dialog's, to close it. */
  modalId: string;
  taskId: string;
  /** What the run is given unless it is changed here. */
  payload: unknown;
  label: string;
  children: ReactNode;
  submitLabel: string;
  /** What is said when it does not work. */
  problem: string;
  /** One key for one dialog: a second click, or a second try after a lost answer, starts no second run. Answers what is wrong. */
  submit: (changed: Changed, idempotencyKey: string) => Promise<readonly ComplaintFragment[]>;
}

export function PayloadDialog({ modalId, taskId, payload, label, children, submitLabel, problem, submit }: Props) {
  const original = payload == null ? "" : pretty(payload);
  const [text, setText] = useState(original);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState(false);
  const [key] = useState(randomKey);
  // Not into the cache: a target there is one value, and this part of it would take the place of the whole.
  const { data, loading } = useQuery(PayloadSchema, { variables: { id: taskId }, fetchPolicy: "no-cache" });
  const target = data?.task?.target;
  const schema = target && "module" in target ? target.module?.payloadSchema : null;

  const run = async () => {
    setErrors({});
    let changed: Changed = {};
    if (text.trim() !== original) {
      try {
        changed = { payload: text.trim() === "" ? null : JSON.parse(text) };
      } catch {
        setErrors({ payload: "This is not valid JSON." });
        return;
      }
    }
    setBusy(true);
    try {
      const complaints = await submit(changed, key);
      const place = ({ field }: ComplaintFragment) => (field?.[0] === "payload" ? field.join(".") : "payload");
      if (complaints.length > 0)
        setErrors(Object.fromEntries(complaints.map((complaint) => [place(complaint), complaint.message])));
    } catch (error) {
      failed(problem, error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {children}
      </Text>
      {(data || !loading) && (
        <PayloadEditor
          schema={schema ?? null}
          label={label}
          description="Empty: no payload."
          text={text}
          change={(next) => {
            setText(next);
            setErrors({});
          }}
          errors={errors}
        />
      )}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={() => dialogs.close(modalId)}>
          Cancel
        </Button>
        <Button
          loading={busy}
          onClick={() => void run()}
          leftSection={<IconPlayerPlay size={16} aria-hidden />}
          data-testid={`confirm-${modalId}`}
        >
          {submitLabel}
        </Button>
      </Group>
    </Stack>
  );
}
