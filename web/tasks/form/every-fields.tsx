// A fixed length of time apart, and from where it is counted.
import { NumberInput, Select, Switch } from "@mantine/core";
import { UNITS, type Unit } from "../../ui/duration";
import { DurationInput } from "../../ui/duration-input";
import { Fold } from "../../ui/fold";
import { InstantInput } from "../../ui/instant-input";
import { useZone } from "../../ui/zone";
import { type PartPath, usePart } from "./context";
import classes from "./form.module.css";
import type { Counted } from "./values";

const COUNTED: { value: Counted; label: string; short: string }[] = [
  { value: "saving", label: "The moment of saving", short: "from the moment of saving" },
  { value: "instant", label: "An instant", short: "from a chosen instant" },
  { value: "round", label: "Round times by UTC", short: "from round times by UTC" },
];

export function EveryFields({ at }: { at: PartPath }) {
  const { values, input, change, error } = usePart(at, "every");
  const zone = useZone();
  const { counted, anchor, phase, from } = values;
  const short =
    from === "LAST_END" ? "from the end of the last run" : COUNTED.find((each) => each.value === counted)?.short;
  return (
    <>
      <div className={classes.pair}>
        <NumberInput label="Interval" min={1} allowDecimal={false} {...input("amount")} />
        <Select
          label="Unit"
          allowDeselect={false}
          data={UNITS.map(({ value, label }) => ({ value, label }))}
          value={values.unit}
          onChange={(unit) => change({ unit: (unit as Unit | null) ?? "minutes" })}
        />
      </div>
      <p className="quiet" style={{ margin: 0 }}>
        Elapsed time: clock changes do not move it.
      </p>
      <Fold title="Counted from" summary={short} wrong={Boolean(error("anchor") ?? error("phase") ?? error("from"))}>
        <Select
          label={from === "LAST_END" ? "The first run" : "Runs are counted from"}
          data={COUNTED}
          allowDeselect={false}
          value={counted}
          onChange={(next) => change({ counted: next as Counted })}
        />
        {counted === "instant" && (
          <InstantInput
            label="Instant"
            value={anchor}
            zone={zone}
            onChange={(next) => change({ anchor: next })}
            error={error("anchor")}
          />
        )}
        {counted === "round" && (
          <DurationInput
            label="Later by"
            description="For example 5 minutes, with an interval of one hour: five past each hour."
            min={0}
            value={phase}
            onChange={(next) => change({ phase: next })}
            error={error("phase")}
          />
        )}
        {at === "schedule" && (
          <Switch
            label="From the end of the last run"
            description="There is always one interval of rest, however long a run takes."
            checked={from === "LAST_END"}
            onChange={(event) => change({ from: event.currentTarget.checked ? "LAST_END" : "ANCHOR" })}
            error={error("from")}
          />
        )}
      </Fold>
    </>
  );
}
