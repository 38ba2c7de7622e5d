// The form for a new task and for an edit. It knows how to ask and how to show complaints, not what saving means.
import { Button, Group, Stack, Textarea, TextInput } from "@mantine/core";
import "../../ui/mantine-fields.css";
import { IconAlertTriangle } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import type { ComplaintFragment } from "../../gql/graphql";
import { Notice } from "../../ui/notice";
import { Panel } from "../../ui/panel";
import { Advanced, isAdvanced } from "./advanced";
import { ChangePreview } from "./change-preview";
import { sortErrors } from "./complaints";
import { TaskFormProvider, useTaskForm } from "./context";
import classes from "./form.module.css";
import { PayloadField } from "./payload-field";
import { ScheduleSection } from "./schedule-section";
import { TargetSection } from "./target-section";
import { validate } from "./validate";
import type { FormValues } from "./values";

interface Props {
  initial: FormValues;
  submitLabel: string;
  /** Where the user goes who does not save. */
  cancel: ReactNode;
  /** The task that is edited; left out for a new one. */
  edited?: { id: string; runCount?: number | null };
  /** Saves; answers the complaints. */
  save: (values: FormValues) => Promise<readonly ComplaintFragment[]>;
  /** Shown in place of a complaint about no field, when the page knows better what to do. */
  advise?: (error: ComplaintFragment) => ReactNode;
}

export function TaskForm({ initial, submitLabel, cancel, edited, save, advise }: Props) {
  const [general, setGeneral] = useState<readonly ComplaintFragment[]>([]);
  const [busy, setBusy] = useState(false);
  const [advanced, setAdvanced] = useState(false);
  const form = useTaskForm({
    initialValues: initial,
    validate,
  });

  const showFirstError = () =>
    window.setTimeout(() => {
      const field = document.querySelector<HTMLElement>('[aria-invalid="true"], [role="alert"]');
      field?.scrollIntoView({ block: "center" });
      field?.focus({ preventScroll: true });
    }, 50);

  const submit = form.onSubmit(
    async (values) => {
      setBusy(true);
      setGeneral([]);
      const errors = await save(values).finally(() => setBusy(false));
      if (errors.length === 0) return;
      const sorted = sortErrors(errors);
      form.setErrors(sorted.fields);
      setGeneral(sorted.general);
      if (Object.keys(sorted.fields).some(isAdvanced)) setAdvanced(true);
      showFirstError();
    },
    (errors) => {
      if (Object.keys(errors).some(isAdvanced)) setAdvanced(true);
      showFirstError();
    },
  );

  return (
    <TaskFormProvider form={form}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          {general.map(
            (error) =>
              advise?.(error) || (
                <Notice key={error.message} tone="bad" icon={IconAlertTriangle} urgent>
                  {error.message}
                </Notice>
              ),
          )}
          <Panel title="What it is">
            <div className={classes.two}>
              <TextInput
                label="Name"
                placeholder="Nightly backup"
                required
                maxLength={200}
                data-autofocus
                {...form.getInputProps("name")}
              />
              <Textarea
                label="Description"
                placeholder="What it is for, and whom to ask"
                autosize
                minRows={1}
                maxRows={6}
                maxLength={2000}
                {...form.getInputProps("description")}
              />
            </div>
          </Panel>
          <ScheduleSection isNew={!edited} runCount={edited?.runCount} />
          <TargetSection />
          <PayloadField />
          <Advanced opened={advanced} toggle={() => setAdvanced(!advanced)} />
          {edited && <ChangePreview id={edited.id} initial={initial} />}
          <div className={classes.foot}>
            <Group gap="sm" ml="auto">
              {cancel}
              <Button type="submit" loading={busy} data-testid="submit-task">
                {submitLabel}
              </Button>
            </Group>
          </div>
        </Stack>
      </form>
    </TaskFormProvider>
  );
}
