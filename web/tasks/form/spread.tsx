// Jitter: starts of different tasks that name the same instant are spread over a window, each always by the same share.
import { TextInput } from "@mantine/core";
import { useComplaint, useTaskFormContext } from "./context";
import { OptionalDuration } from "./optional-duration";

const NONE = "PT0S";

export function Spread({ isNew }: { isNew: boolean }) {
  const form = useTaskFormContext();
  const complaint = useComplaint();
  const { jitter } = form.values;
  return (
    <>
      <OptionalDuration
        label="Start up to some time later"
        description="Tasks that fall due together then do not all start at once. Each task's share stays the same."
        inner="Within"
        start="PT5M"
        value={jitter === NONE ? null : jitter}
        onChange={(iso) => form.setFieldValue("jitter", iso ?? NONE)}
        error={complaint("jitter")}
      />
      <TextInput
        label="Seed"
        description={
          isNew
            ? "The share, and H in a cron expression, are computed from this text. Empty: from the name."
            : "The share, and H in a cron expression, are computed from this text. It stays for ever."
        }
        maxLength={200}
        disabled={!isNew}
        {...form.getInputProps("hashSeed")}
        error={complaint("hashSeed")}
      />
    </>
  );
}
