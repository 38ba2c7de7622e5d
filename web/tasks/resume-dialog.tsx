// Asks what becomes of the occurrences that fell into a pause.
import { Button, Group, Radio, Stack, Text } from "@mantine/core";
import "../ui/mantine-fields.css";
import { useState } from "react";
import type { ResumeChoice } from "../gql/graphql";
import { dialogs } from "../ui/dialogs";
import { count, plural } from "../ui/format";

const CHOICES: { value: ResumeChoice; label: string; description: string }[] = [
  { value: "SKIP", label: "Skip them", description: "All are recorded as skipped." },
  { value: "LAST", label: "Run the newest", description: "The others are recorded as skipped." },
  { value: "ALL", label: "Run all", description: "The newest 100 at most; the others are recorded as skipped." },
  {
    value: "HOLD",
    label: "Hold them for a decision",
    description: "They are listed on the task's page, the newest 100 at most.",
  },
];

/** The server counts no further than this. */
const COUNTED_TO = 100_000;

interface Question {
  name: string;
  /** How many fell into the pause; not 0. */
  occurrences: number;
  /** Answers whether it was done; then the dialog closes. */
  act: (choice: ResumeChoice) => Promise<boolean>;
}

export function askResume(question: Question): void {
  dialogs.open({
    modalId: "resume",
    title: `Resume “${question.name}”`,
    children: <ResumeForm {...question} />,
  });
}

function ResumeForm({ occurrences, act }: Question) {
  const [choice, setChoice] = useState<ResumeChoice>("SKIP");
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    setBusy(true);
    const finished = await act(choice);
    setBusy(false);
    if (finished) dialogs.close("resume");
  };
  const many =
    occurrences >= COUNTED_TO ? `${count(COUNTED_TO)} occurrences or more` : plural(occurrences, "occurrence");
  return (
    <Stack gap="md">
      <Text size="sm">{many} fell into the pause. From now on the schedule is followed again.</Text>
      <Radio.Group
        label={occurrences === 1 ? "What becomes of it?" : "What becomes of them?"}
        value={choice}
        onChange={(next) => setChoice(next as ResumeChoice)}
      >
        <Stack gap="xs" mt="xs">
          {CHOICES.map((each) => (
            <Radio key={each.value} {...each} />
          ))}
        </Stack>
      </Radio.Group>
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={() => dialogs.close("resume")}>
          Keep it paused
        </Button>
        <Button loading={busy} onClick={submit} data-testid="confirm">
          Resume the task
        </Button>
      </Group>
    </Stack>
  );
}
