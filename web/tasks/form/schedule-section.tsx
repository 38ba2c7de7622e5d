// When it runs: a schedule of some kind and what narrows it, and beside them what the server makes of it.
import { Button, SegmentedControl, Switch } from "@mantine/core";
import { useState } from "react";
import { durationMs } from "../../ui/duration";
import { DurationInput } from "../../ui/duration-input";
import { Fold } from "../../ui/fold";
import { length, plural } from "../../ui/format";
import { Panel } from "../../ui/panel";
import { useZone } from "../../ui/zone";
import { Bounds, boundsSummary } from "./bounds";
import { Found, useComplaint, usePart, useTaskFormContext } from "./context";
import { Exclusions } from "./exclusions";
import classes from "./form.module.css";
import { Preview } from "./preview";
import { Spread } from "./spread";
import { PART_FIELDS, UnionFields } from "./union-fields";
import type { FormValues, Kind } from "./values";

/** Kinds that few tasks need, behind one word. */
const MORE: { value: Kind; label: string }[] = [
  { value: "rrule", label: "Calendar rule (RRULE)" },
  { value: "startup", label: "At server start" },
  { value: "manual", label: "By hand only" },
  { value: "union", label: "Several schedules" },
];

interface Props {
  /** Whether the task is yet to be created. */
  isNew: boolean;
  /** How many runs of a limited number have started. */
  runCount?: number | null;
}

export function ScheduleSection({ isNew, runCount }: Props) {
  const form = useTaskFormContext();
  const [found, setFound] = useState<Record<string, string>>({});
  const { kind } = form.values.schedule;
  const choose = (next: Kind) => form.setFieldValue("schedule.kind", next);
  const more = MORE.some(({ value }) => value === kind);
  return (
    <Panel title="When it runs">
      <div className={classes.schedule}>
        <Found value={found}>
          <div className={classes.fields}>
            <SegmentedControl
              fullWidth
              aria-label="Kind of schedule"
              value={more ? "more" : kind}
              onChange={(next) => choose(next === "more" ? "rrule" : (next as Kind))}
              data={[
                { value: "cron", label: "Recurring" },
                { value: "every", label: "Every" },
                { value: "once", label: "Once" },
                { value: "more", label: "More" },
              ]}
            />
            {more && (
              <fieldset className={classes.presets} aria-label="More kinds of schedule">
                {MORE.map(({ value, label }) => (
                  <Button
                    key={value}
                    size="compact-sm"
                    variant={kind === value ? "light" : "default"}
                    aria-pressed={kind === value}
                    onClick={() => choose(value)}
                  >
                    {label}
                  </Button>
                ))}
              </fieldset>
            )}
            <KindFields kind={kind} />
            <Narrowed isNew={isNew} runCount={runCount} />
            {isNew && (
              <Switch
                label="Create it paused"
                description="Nothing runs until you resume it."
                {...form.getInputProps("paused", { type: "checkbox" })}
              />
            )}
          </div>
        </Found>
        <Preview found={setFound} />
      </div>
    </Panel>
  );
}

function KindFields({ kind }: { kind: Kind }) {
  if (kind === "startup") return <StartupFields />;
  if (kind === "manual") return null;
  if (kind === "union") return <UnionFields />;
  const Fields = PART_FIELDS[kind];
  return <Fields at="schedule" />;
}

function StartupFields() {
  const { values, change, error } = usePart("schedule", "startup");
  return (
    <DurationInput
      label="After the start, wait"
      description="It runs each time a server that plans runs has started. At most one hour."
      min={0}
      value={values.delay}
      onChange={(delay) => change({ delay })}
      error={error("delay")}
    />
  );
}

/** The zone that the bounds are given in: the schedule's, where it has one. */
function zoneOf({ schedule }: FormValues): string | undefined {
  const { kind } = schedule;
  return kind === "cron" || kind === "once" || kind === "rrule" ? schedule[kind].timezone : undefined;
}

/** What narrows the schedule: rarely needed, so folded. */
function Narrowed({ isNew, runCount }: Props) {
  const form = useTaskFormContext();
  const complaint = useComplaint();
  const shown = useZone();
  const { values, errors } = form;
  const zone = zoneOf(values) || shown;
  const wrong = (...fields: string[]) => fields.some((field) => complaint(field));
  const many = values.exclusions.length;
  return (
    <div className={classes.folds}>
      <Fold
        title="Left out"
        summary={many > 0 ? plural(many, "exclusion") : "nothing"}
        opened={many > 0}
        wrong={Object.keys(errors).some((field) => field.startsWith("exclusions"))}
      >
        <Exclusions />
      </Fold>
      <Fold
        title="Start, end and number"
        summary={boundsSummary(values, zone) || "no limits"}
        wrong={wrong("startAt", "endAt", "maxRuns")}
      >
        <Bounds zone={zone} runCount={runCount} />
      </Fold>
      <Fold
        title="Spread"
        summary={values.jitter === "PT0S" ? "exactly in time" : `up to ${length(durationMs(values.jitter))} later`}
        wrong={wrong("jitter", "hashSeed")}
      >
        <Spread isNew={isNew} />
      </Fold>
    </div>
  );
}
