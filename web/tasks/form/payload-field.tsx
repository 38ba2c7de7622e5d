// The payload: JSON text, checked and laid out on request.
import { Button, Textarea } from "@mantine/core";
import { pretty } from "../../ui/json-block";
import { Panel } from "../../ui/panel";
import { useTaskFormContext } from "./context";

export function PayloadField() {
  const form = useTaskFormContext();
  const format = () => {
    const text = form.values.payload;
    if (form.validateField("payload").hasError || text.trim() === "") return;
    form.setFieldValue("payload", pretty(JSON.parse(text)));
  };
  return (
    <Panel
      title="What it is given"
      aside={
        <Button variant="subtle" size="compact-xs" onClick={format} disabled={form.values.payload.trim() === ""}>
          Format
        </Button>
      }
    >
      <Textarea
        label="Payload"
        description="JSON, given to the target on each run. Empty: no payload."
        placeholder='{ "folder": "reports", "keep": 7 }'
        autosize
        minRows={3}
        maxRows={18}
        spellCheck={false}
        classNames={{ input: "mono" }}
        {...form.getInputProps("payload")}
        onBlur={() => form.validateField("payload")}
      />
    </Panel>
  );
}
