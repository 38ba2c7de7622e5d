// Several schedules united: each a small form of its own.
import { ActionIcon, Button, Select } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useComplaint, useTaskFormContext } from "./context";
import { CronFields } from "./cron-fields";
import { EveryFields } from "./every-fields";
import classes from "./form.module.css";
import { OnceFields } from "./once-fields";
import { RruleFields } from "./rrule-fields";
import { NEW_PART, type PartKind } from "./values";

const LEAST = 2;
const MOST = 20;
const KINDS: { value: PartKind; label: string }[] = [
  { value: "cron", label: "Recurring" },
  { value: "every", label: "Every" },
  { value: "once", label: "Once" },
  { value: "rrule", label: "Calendar rule" },
];

/** The fields of one schedule of those that can be united. */
export const PART_FIELDS = { cron: CronFields, every: EveryFields, once: OnceFields, rrule: RruleFields };

export function UnionFields() {
  const form = useTaskFormContext();
  const complaint = useComplaint();
  const { parts } = form.values;
  const problem = complaint("parts");
  // After one has gone, what its fields remember must not become another's.
  const [removed, setRemoved] = useState(0);
  return (
    <>
      {parts.map((part, index) => {
        const kind = part.kind as PartKind;
        const Fields = PART_FIELDS[kind];
        const name = `Schedule ${index + 1}`;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a schedule of a list has nothing else to be known by
          <fieldset key={`${removed} ${index}`} className={classes.part} aria-label={name}>
            <div className={classes.partHead}>
              <Select
                label={name}
                data={KINDS}
                allowDeselect={false}
                value={kind}
                onChange={(next) => form.setFieldValue(`parts.${index}.kind`, next as PartKind)}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                size={36}
                aria-label={`Remove schedule ${index + 1}`}
                disabled={parts.length <= LEAST}
                onClick={() => {
                  form.removeListItem("parts", index);
                  setRemoved(removed + 1);
                }}
              >
                <IconTrash size={17} aria-hidden />
              </ActionIcon>
            </div>
            <Fields at={`parts.${index}`} />
          </fieldset>
        );
      })}
      {problem && (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      )}
      <Button
        variant="default"
        size="xs"
        leftSection={<IconPlus size={15} aria-hidden />}
        disabled={parts.length >= MOST}
        onClick={() => form.insertListItem("parts", NEW_PART)}
        style={{ alignSelf: "flex-start" }}
      >
        Add a schedule
      </Button>
      <p className="quiet" style={{ margin: 0 }}>
        An instant that several of them name runs once.
      </p>
    </>
  );
}
