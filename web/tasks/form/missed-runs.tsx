// What becomes of runs that nobody could start in time: which are made up for, how fast, and when a person decides.
import { NumberInput, Radio, Select, Stack, Switch } from "@mantine/core";
import type { CatchUpOrder, MissedRunPolicy } from "../../gql/graphql";
import { DurationInput } from "../../ui/duration-input";
import { useTaskFormContext } from "./context";
import classes from "./form.module.css";
import { OptionalDuration } from "./optional-duration";

const POLICIES: { value: MissedRunPolicy; label: string; description: string }[] = [
  { value: "LAST", label: "Run the newest", description: "Marked late; the older ones are recorded as missed." },
  { value: "LAST_N", label: "Run the newest few", description: "So many as you say; the older ones are missed." },
  { value: "ALL", label: "Run all", description: "At most 100; the others are recorded as missed." },
  { value: "SKIP", label: "Run none", description: "All are recorded as missed." },
];
const ORDERS: { value: CatchUpOrder; label: string }[] = [
  { value: "OLDEST_FIRST", label: "The oldest first" },
  { value: "NEWEST_FIRST", label: "The newest first" },
];
/** A hold begins with this when it is switched on. */
const HOLD = { whenMoreThan: 10, for: "PT1H" };

export function MissedRuns() {
  const form = useTaskFormContext();
  const { missedRunPolicy, hold } = form.values;
  const several = missedRunPolicy === "ALL" || missedRunPolicy === "LAST_N";
  return (
    <div className={classes.two}>
      <Radio.Group
        label="When runs were missed, for example while the server was down"
        {...form.getInputProps("missedRunPolicy")}
      >
        <Stack gap="xs" mt="xs">
          {POLICIES.map((each) => (
            <Radio key={each.value} {...each} />
          ))}
        </Stack>
      </Radio.Group>
      <div className={classes.fields}>
        {missedRunPolicy === "LAST_N" && (
          <NumberInput
            label="How many"
            min={1}
            max={100}
            allowDecimal={false}
            {...form.getInputProps("catchUpLimit")}
          />
        )}
        {missedRunPolicy !== "SKIP" && (
          <DurationInput
            label="Catch-up window"
            description="How far back missed runs are made up for."
            value={form.values.catchUpWindow}
            onChange={(iso) => form.setFieldValue("catchUpWindow", iso)}
            error={form.errors.catchUpWindow}
          />
        )}
        {several && (
          <div className={classes.pair}>
            <Select
              label="In which order"
              data={ORDERS}
              allowDeselect={false}
              {...form.getInputProps("catchUpOrder")}
            />
            <NumberInput
              label="Starts a minute, at most"
              placeholder="No limit"
              min={1}
              max={6000}
              allowDecimal={false}
              {...form.getInputProps("catchUpRate")}
            />
          </div>
        )}
        <OptionalDuration
          label="Do not start too late"
          description="An occurrence that could not start by then is recorded as missed."
          inner="At most this long after its instant"
          start="PT10M"
          value={form.values.startDeadline}
          onChange={(iso) => form.setFieldValue("startDeadline", iso)}
          error={form.errors.startDeadline}
        />
        <Switch
          label="Ask a person when many were missed"
          description="They are held until somebody decides; if nobody does, the choice above holds."
          checked={hold !== null}
          onChange={(event) => form.setFieldValue("hold", event.currentTarget.checked ? HOLD : null)}
        />
        {hold && (
          <>
            <NumberInput
              label="When more than"
              min={0}
              max={100}
              allowDecimal={false}
              {...form.getInputProps("hold.whenMoreThan")}
            />
            <DurationInput
              label="Wait for a decision"
              value={hold.for}
              onChange={(iso) => form.setFieldValue("hold.for", iso)}
              error={form.errors["hold.for"]}
            />
          </>
        )}
      </div>
    </div>
  );
}
