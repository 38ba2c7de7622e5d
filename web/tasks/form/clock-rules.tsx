// What a schedule on a wall clock does when the clocks change. Most people leave it as it is.
import { Select } from "@mantine/core";
import type { GapRule, RepeatRule } from "../../gql/graphql";
import { Fold } from "../../ui/fold";
import { type PartPath, usePart } from "./context";

const USUAL = "USUAL";
const GAPS: { value: GapRule | typeof USUAL; label: string; short: string }[] = [
  { value: USUAL, label: "As usual", short: "" },
  { value: "NEXT_VALID", label: "Run at the first instant after", short: "left-out times run right after" },
  { value: "PREVIOUS_VALID", label: "Run in the last second before", short: "left-out times run right before" },
  { value: "SKIP", label: "Do not run", short: "left-out times do not run" },
];
const REPEATS: { value: RepeatRule | typeof USUAL; label: string; short: string }[] = [
  { value: USUAL, label: "As usual", short: "" },
  { value: "FIRST", label: "Run the first time", short: "repeated times run the first time" },
  { value: "SECOND", label: "Run the second time", short: "repeated times run the second time" },
  { value: "BOTH", label: "Run both times", short: "repeated times run twice" },
];

const shortOf = (list: typeof GAPS | typeof REPEATS, value: string | null) =>
  list.find((each) => each.value === value)?.short;

export function ClockRulesFold({ at, kind }: { at: PartPath; kind: "cron" | "rrule" }) {
  const { values, change, error } = usePart(at, kind);
  const summary = [shortOf(GAPS, values.gap), shortOf(REPEATS, values.repeat)].filter(Boolean).join(", ");
  return (
    <Fold title="Clock changes" summary={summary || "as usual"} wrong={Boolean(error("gap") ?? error("repeat"))}>
      <Select
        label="When the clocks go forward and leave the time out"
        description={
          values.gap === null
            ? "A fixed time runs once, right after the change. An expression whose second, minute or hour starts with * follows the clock and leaves it out."
            : undefined
        }
        data={GAPS}
        allowDeselect={false}
        value={values.gap ?? USUAL}
        onChange={(gap) => change({ gap: gap === USUAL ? null : (gap as GapRule) })}
        error={error("gap")}
      />
      <Select
        label="When the clocks go back and the time comes twice"
        description={
          values.repeat === null
            ? "A fixed time runs the first time only. An expression whose second, minute or hour starts with * runs both times."
            : undefined
        }
        data={REPEATS}
        allowDeselect={false}
        value={values.repeat ?? USUAL}
        onChange={(repeat) => change({ repeat: repeat === USUAL ? null : (repeat as RepeatRule) })}
        error={error("repeat")}
      />
    </Fold>
  );
}
