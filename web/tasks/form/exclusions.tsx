// What is left out of the schedule: shared calendars, days, cron expressions.

import { useQuery } from "@apollo/client/react";
import { ActionIcon, Anchor, Button, Group, Select, TextInput } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { inNamespace } from "../../access/namespace";
import { graphql } from "../../gql";
import { DateField } from "../../ui/date-field";
import { entries } from "../../ui/format";
import { ZoneSelect } from "../../ui/zone-select";
import { useComplaint, useTaskFormContext } from "./context";
import classes from "./form.module.css";
import { type ExclusionValues, NEW_EXCLUSION } from "./values";

const CalendarChoices = graphql(`
  query CalendarChoices {
    calendars {
      id
      name
      entryCount
    }
  }
`);

const MOST = 50;
const KINDS: { value: ExclusionValues["kind"]; label: string }[] = [
  { value: "calendar", label: "A calendar" },
  { value: "dates", label: "Days" },
  { value: "cron", label: "Cron expression" },
];

/** What an exclusion's fields need: what it holds, how it is changed, what is wrong with it. */
interface Fields {
  values: ExclusionValues;
  change: (next: Partial<ExclusionValues>) => void;
  complaint: (field: string) => ReactNode;
}

export function Exclusions() {
  const form = useTaskFormContext();
  const complaint = useComplaint();
  const [removed, setRemoved] = useState(0);
  const { exclusions } = form.values;
  const add = (kind: ExclusionValues["kind"]) => form.insertListItem("exclusions", { ...NEW_EXCLUSION, kind });
  return (
    <>
      {exclusions.map((values, index) => {
        const at = `exclusions.${index}`;
        const fields: Fields = {
          values,
          change: (next) => {
            form.setFieldValue(at, { ...values, ...next } as never);
            for (const field of Object.keys(next)) form.clearFieldError(`${at}.${field}`);
          },
          complaint: (field) => complaint(`${at}.${field}`),
        };
        return (
          <fieldset
            // biome-ignore lint/suspicious/noArrayIndexKey: an exclusion has nothing else to be known by
            key={`${removed} ${index}`}
            className={classes.part}
            aria-label={`Left out, number ${index + 1}`}
          >
            <div className={classes.partHead}>
              <Select
                label="Leave out"
                data={KINDS}
                allowDeselect={false}
                value={values.kind}
                onChange={(kind) => fields.change({ kind: kind as ExclusionValues["kind"] })}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                size={36}
                aria-label={`Remove number ${index + 1}`}
                onClick={() => {
                  form.removeListItem("exclusions", index);
                  setRemoved(removed + 1);
                }}
              >
                <IconTrash size={17} aria-hidden />
              </ActionIcon>
            </div>
            {values.kind === "calendar" && <CalendarFields {...fields} />}
            {values.kind === "dates" && <DayFields {...fields} />}
            {values.kind === "cron" && <ExpressionFields {...fields} />}
          </fieldset>
        );
      })}
      {complaint("exclusions") && (
        <p className={classes.problem} role="alert">
          {complaint("exclusions")}
        </p>
      )}
      <Group gap="xs">
        {KINDS.map(({ value, label }) => (
          <Button
            key={value}
            variant="default"
            size="compact-sm"
            leftSection={<IconPlus size={14} aria-hidden />}
            disabled={exclusions.length >= MOST}
            onClick={() => add(value)}
          >
            {label}
          </Button>
        ))}
      </Group>
    </>
  );
}

function CalendarFields({ values, change, complaint }: Fields) {
  const { data } = useQuery(CalendarChoices, { fetchPolicy: "cache-and-network" });
  const calendars = data?.calendars ?? [];
  return (
    <>
      <Select
        label="Calendar"
        placeholder={data && calendars.length === 0 ? "There is none yet" : "Choose a calendar"}
        data={calendars.map(({ id, name, entryCount }) => ({
          value: id,
          label: `${name} (${entries(entryCount)})`,
        }))}
        searchable
        onClick={(event) => event.currentTarget.select()}
        nothingFoundMessage="No calendar has this in its name"
        value={values.calendarId}
        onChange={(calendarId) => change({ calendarId })}
        error={complaint("calendarId")}
      />
      <Anchor
        href={inNamespace("/calendars")}
        target="_blank"
        rel="noreferrer"
        size="sm"
        style={{ alignSelf: "flex-start" }}
      >
        Manage the calendars (in a new tab)
      </Anchor>
    </>
  );
}

function DayFields({ values, change, complaint }: Fields) {
  return (
    <>
      <div className={classes.pair}>
        <DateField
          label="First day"
          value={values.from}
          onChange={(from) => change({ from })}
          error={complaint("from")}
        />
        <DateField
          label="Last day"
          placeholder="The same"
          clearable
          value={values.until}
          onChange={(until) => change({ until })}
          error={complaint("until")}
        />
      </div>
      <Zone {...{ values, change, complaint }} />
    </>
  );
}

function ExpressionFields({ values, change, complaint }: Fields) {
  return (
    <>
      <TextInput
        label="Left-out times, as a cron expression"
        description="With five fields it covers whole minutes; for example * 0-5 * * SUN."
        placeholder="* 0-5 * * SUN"
        spellCheck={false}
        autoComplete="off"
        classNames={{ input: "mono" }}
        value={values.expression}
        onChange={(event) => change({ expression: event.currentTarget.value })}
        error={complaint("expression")}
      />
      <Zone {...{ values, change, complaint }} />
    </>
  );
}

function Zone({ values, change, complaint }: Fields) {
  return (
    <ZoneSelect
      none="The schedule's"
      value={values.timezone}
      onChange={(timezone) => change({ timezone })}
      error={complaint("timezone")}
    />
  );
}
