// Puts what does not run between what does, by time.
import { toInstant } from "../ui/wall-clock";

interface Omitted {
  at: string | null;
  local: string;
  timezone: string;
}

/** The instant that stands for one that is left out: its own, or where a clock change left its local time out. */
const placeOf = ({ at, local, timezone }: Omitted): string => at ?? toInstant(local.slice(0, 19), timezone) ?? local;

/** All in the order of time; what does not run comes before what runs at the same instant. */
export function interleave<Runs extends { at: string }, Out extends Omitted>(
  runs: readonly Runs[],
  omitted: readonly Out[],
): ({ runs: Runs } | { omitted: Out })[] {
  const all = [
    ...omitted.map((each) => ({ place: Date.parse(placeOf(each)), row: { omitted: each } })),
    ...runs.map((each) => ({ place: Date.parse(each.at), row: { runs: each } })),
  ];
  return all.toSorted((one, other) => one.place - other.place).map(({ row }) => row);
}
