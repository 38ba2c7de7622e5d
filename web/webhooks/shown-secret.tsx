// A signing secret, shown this once, with a button to copy it.
import { Button, Group, Stack } from "@mantine/core";
import { IconKey } from "@tabler/icons-react";
import { CopyButton } from "../ui/copy-button";
import { Notice } from "../ui/notice";
import classes from "./webhooks.module.css";

export function ShownSecret({ secret, rotated, close }: { secret: string; rotated?: boolean; close: () => void }) {
  return (
    <Stack>
      <Notice tone="wait" icon={IconKey} title="Copy it now: it is not shown again">
        The receiver needs it to verify that messages come from here.
        {rotated && " For 24 hours messages are signed with the old secret too, so that you have time to exchange it."}
      </Notice>
      <div className={classes.secret}>
        <code data-testid="signing-secret">{secret}</code>
        <CopyButton text={secret} label="Copy the secret" />
      </div>
      <Group justify="flex-end">
        <Button onClick={close} data-autofocus data-testid="secret-kept">
          I have kept it
        </Button>
      </Group>
    </Stack>
  );
}
