// Which tasks run after a run of this one has ended.
import { ActionIcon, Button, Select, Text } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import type { FollowUpOn, FollowUpPayload } from "../../gql/graphql";
import { TaskSelect } from "../../ui/task-select";
import { useComplaint, useTaskFormContext } from "./context";
import classes from "./form.module.css";

const MOST = 10;
const ENDS: { value: FollowUpOn; label: string }[] = [
  { value: "SUCCESS", label: "After a success" },
  { value: "FAILURE", label: "After a failure for good" },
  { value: "ANY", label: "After any end" },
];
const PAYLOADS: { value: FollowUpPayload; label: string }[] = [
  { value: "RESULT", label: "The result of the run before" },
  { value: "OWN", label: "Its own payload" },
];

export function FollowUps() {
  const form = useTaskFormContext();
  const complaint = useComplaint();
  const { followUps } = form.values;
  return (
    <div>
      <Text fw={550} size="sm">
        Afterwards
      </Text>
      {followUps.map((each, index) => {
        const at = `followUps.${index}`;
        return (
          <fieldset
            // biome-ignore lint/suspicious/noArrayIndexKey: a follow-up has nothing else to be known by
            key={index}
            className={classes.part}
            aria-label={`Follow-up, number ${index + 1}`}
          >
            <div className={classes.partHead}>
              <Select
                label="When"
                data={ENDS}
                allowDeselect={false}
                value={each.on}
                onChange={(on) => form.setFieldValue(`${at}.on`, on as FollowUpOn)}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                size={36}
                aria-label={`Remove number ${index + 1}`}
                onClick={() => form.removeListItem("followUps", index)}
              >
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            </div>
            <TaskSelect
              label="Run this task"
              placeholder="Choose a task"
              value={each.taskId ?? undefined}
              change={(taskId) => {
                form.setFieldValue(`${at}.taskId`, taskId ?? null);
                form.clearFieldError(`${at}.taskId`);
              }}
              error={complaint(`${at}.taskId`)}
            />
            <Select
              label="Give it"
              data={PAYLOADS}
              allowDeselect={false}
              value={each.payload}
              onChange={(payload) => form.setFieldValue(`${at}.payload`, payload as FollowUpPayload)}
            />
          </fieldset>
        );
      })}
      {form.errors.followUps && (
        <Text role="alert" size="sm" c="red">
          {form.errors.followUps}
        </Text>
      )}
      <Button
        mt="xs"
        variant="default"
        size="compact-sm"
        leftSection={<IconPlus size={14} aria-hidden />}
        disabled={followUps.length >= MOST}
        onClick={() => form.insertListItem("followUps", { on: "SUCCESS", taskId: null, payload: "RESULT" })}
        data-testid="add-follow-up"
      >
        Run another task after this one
      </Button>
    </div>
  );
}
