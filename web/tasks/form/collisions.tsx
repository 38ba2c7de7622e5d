// What happens when runs of a task meet each other, and when the instance of one dies.
import { NumberInput, Radio, Stack } from "@mantine/core";
import type { OverlapPolicy } from "../../gql/graphql";
import { useTaskFormContext } from "./context";
import classes from "./form.module.css";

const OVERLAPS: { value: OverlapPolicy; label: string; description: string }[] = [
  { value: "SKIP", label: "Skip", description: "The new run is recorded as skipped and names the run in its way." },
  { value: "ALLOW", label: "Run beside it", description: "Both go on at the same time." },
  {
    value: "BUFFER_ONE",
    label: "Wait, one at most",
    description: "It starts when the other has ended. While one waits, later ones are skipped.",
  },
  {
    value: "BUFFER",
    label: "Wait in line",
    description: "Each starts when its turn comes. What finds the line full is skipped.",
  },
  {
    value: "CANCEL_RUNNING",
    label: "Cancel the earlier",
    description: "It is asked to stop; the new run starts when it has.",
  },
  {
    value: "TERMINATE_RUNNING",
    label: "End the earlier at once",
    description: "The new run starts without waiting; what the earlier still reports is refused.",
  },
];

export function Collisions() {
  const form = useTaskFormContext();
  return (
    <div className={classes.two}>
      <div className={classes.fields}>
        <Radio.Group label="While an earlier run is still going" {...form.getInputProps("overlapPolicy")}>
          <Stack gap="xs" mt="xs">
            {OVERLAPS.map((each) => (
              <Radio key={each.value} {...each} />
            ))}
          </Stack>
        </Radio.Group>
        {form.values.overlapPolicy === "BUFFER" && (
          <NumberInput
            label="Length of the line"
            description="So many wait at most, 1 to 1,000."
            min={1}
            max={1000}
            allowDecimal={false}
            {...form.getInputProps("overlapBuffer")}
          />
        )}
      </div>
      <Radio.Group label="When the instance dies while a run goes on" {...form.getInputProps("onCrash")}>
        <Stack gap="xs" mt="xs">
          <Radio value="RETRY" label="Try again" description="Its effects may happen twice." />
          <Radio value="FAIL" label="Fail" description="Its effects never happen twice." />
        </Stack>
      </Radio.Group>
    </div>
  );
}
