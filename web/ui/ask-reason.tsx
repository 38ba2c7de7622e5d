// A dialog that asks why before something is paused or cancelled.
import { Button, Group, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { dialogs } from "./dialogs";

interface Question {
  title: string;
  explanation: string;
  /** The button's word. */
  verb: string;
  danger?: boolean;
  /** Without a reason it is not done. */
  needed?: boolean;
  /** Answers whether it was done; then the dialog closes. */
  act: (reason: string | undefined) => Promise<boolean>;
}

/** Longest reason that the API takes. */
const LONGEST = 500;

export function askReason(question: Question): void {
  dialogs.open({ modalId: "reason", title: question.title, children: <ReasonForm {...question} /> });
}

function ReasonForm({ explanation, verb, danger, needed, act }: Question) {
  const [reason, setReason] = useState("");
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    setBusy(true);
    const finished = await act(reason.trim() || undefined);
    setBusy(false);
    if (finished) dialogs.close("reason");
  };
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {explanation}
      </Text>
      <Textarea
        label={needed ? "Reason" : "Reason (optional)"}
        required={needed}
        description="For whoever finds it later."
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        maxLength={LONGEST}
        autosize
        minRows={2}
        data-autofocus
      />
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={() => dialogs.close("reason")}>
          Keep it
        </Button>
        <Button
          color={danger ? "red" : undefined}
          loading={busy}
          disabled={needed && reason.trim() === ""}
          onClick={submit}
          data-testid="confirm"
        >
          {verb}
        </Button>
      </Group>
    </Stack>
  );
}
