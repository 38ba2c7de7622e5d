// What is done about particular failures: the first rule that matches decides.
import { ActionIcon, Button, Fieldset, Select, Stack, TextInput } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import type { RetryAction } from "../../gql/graphql";
import { useTaskFormContext } from "./context";
import classes from "./form.module.css";

const MOST_RULES = 20;
const ACTIONS: { value: RetryAction; label: string }[] = [
  { value: "RETRY", label: "Try again" },
  { value: "FAIL", label: "Fail at once" },
  { value: "CANCEL", label: "Cancel the run" },
  { value: "PAUSE_TASK", label: "Fail and pause the task" },
];

export function RetryRules() {
  const form = useTaskFormContext();
  const { rules } = form.values.retry;
  return (
    <Fieldset legend="Particular failures" variant="unstyled" classNames={{ legend: classes.legend }}>
      <Stack gap="xs" mt={4}>
        {rules.map((_, index) => {
          const path = `retry.rules.${index}`;
          const name = `Rule ${index + 1}`;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a rule has nothing else to be known by
            <div key={index} className={classes.rule}>
              <TextInput
                aria-label={`${name}, HTTP status`}
                placeholder="Status, 4xx"
                {...form.getInputProps(`${path}.httpStatus`)}
                error={form.errors[`${path}.httpStatus`] ?? form.errors[path]}
              />
              <TextInput
                aria-label={`${name}, error`}
                placeholder="Error, TypeError"
                spellCheck={false}
                {...form.getInputProps(`${path}.errorCode`)}
              />
              <TextInput
                aria-label={`${name}, exit code`}
                placeholder="Exit code, 64-78"
                {...form.getInputProps(`${path}.exitCode`)}
              />
              <Select
                aria-label={`${name}, what is done`}
                data={ACTIONS}
                allowDeselect={false}
                {...form.getInputProps(`${path}.action`)}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                size={36}
                aria-label={`Remove rule ${index + 1}`}
                onClick={() => form.removeListItem("retry.rules", index)}
              >
                <IconTrash size={17} aria-hidden />
              </ActionIcon>
            </div>
          );
        })}
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={15} aria-hidden />}
          disabled={rules.length >= MOST_RULES}
          onClick={() =>
            form.insertListItem("retry.rules", { httpStatus: "", errorCode: "", exitCode: "", action: "FAIL" })
          }
          style={{ alignSelf: "flex-start" }}
        >
          Add a rule
        </Button>
      </Stack>
    </Fieldset>
  );
}
