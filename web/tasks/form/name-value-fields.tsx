// Pairs of a name and a value: headers, variables.
import { ActionIcon, Button, Fieldset, Stack, TextInput } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useTarget } from "./context";
import classes from "./form.module.css";

interface Props {
  legend: string;
  /** What one of them is called: `header`. */
  one: string;
  at: "http.headers" | "shell.env";
  pairs: readonly { name: string; value: string }[];
  most: number;
}

export function NameValueFields({ legend, one, at, pairs, most }: Props) {
  const target = useTarget();
  const One = (one[0] ?? "").toUpperCase() + one.slice(1);
  return (
    <Fieldset legend={legend} variant="unstyled" classNames={{ legend: classes.legend }}>
      <Stack gap="xs" mt={4}>
        {pairs.map((_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a pair has nothing else to be known by
          <div key={index} className={classes.header}>
            <TextInput
              aria-label={`${One} ${index + 1}, name`}
              placeholder="Name"
              {...target.input(`${at}.${index}.name`)}
            />
            <TextInput
              aria-label={`${One} ${index + 1}, value`}
              placeholder="Value"
              {...target.input(`${at}.${index}.value`)}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              aria-label={`Remove ${one} ${index + 1}`}
              onClick={() => target.remove(at, index)}
            >
              <IconTrash size={17} aria-hidden />
            </ActionIcon>
          </div>
        ))}
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={15} aria-hidden />}
          disabled={pairs.length >= most}
          onClick={() => target.add(at, { name: "", value: "" })}
          style={{ alignSelf: "flex-start" }}
        >
          Add a {one}
        </Button>
      </Stack>
    </Fieldset>
  );
}
