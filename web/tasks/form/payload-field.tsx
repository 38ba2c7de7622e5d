// The payload: by fields where the module says what it takes, else JSON text, checked and laid out on request.
import { Button } from "@mantine/core";
import { pretty } from "../../ui/json-block";
import { Panel } from "../../ui/panel";
import { PayloadEditor } from "../../ui/payload-editor";
import { useTaskFormContext } from "./context";
import { useModules } from "./modules";

export function PayloadField() {
  const form = useTaskFormContext();
  const { modules } = useModules();
  const { payload, targetKind, module } = form.values;
  const chosen = targetKind === "module" ? modules.find(({ name }) => name === module.name) : undefined;
  const errors = Object.entries(form.errors).filter(([field]) => field === "payload" || field.startsWith("payload."));
  const format = () => {
    if (form.validateField("payload").hasError || payload.trim() === "") return;
    form.setFieldValue("payload", pretty(JSON.parse(payload)));
  };
  return (
    <Panel
      title="What it is given"
      aside={
        <Button variant="subtle" size="compact-xs" onClick={format} disabled={payload.trim() === ""}>
          Format
        </Button>
      }
    >
      <PayloadEditor
        // Another module's fields begin anew.
        key={chosen?.name ?? ""}
        schema={chosen?.payloadSchema ?? null}
        label="Payload"
        description="JSON, given to the target on each run. Empty: no payload."
        placeholder='{ "folder": "reports", "keep": 7 }'
        text={payload}
        change={(text) => {
          form.setFieldValue("payload", text);
          for (const [field] of errors) form.clearFieldError(field);
        }}
        blur={() => form.validateField("payload")}
        errors={Object.fromEntries(errors.map(([field, message]) => [field, String(message as string)]))}
      />
    </Panel>
  );
}
