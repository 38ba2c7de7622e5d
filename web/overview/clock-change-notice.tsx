// Says on the overview when a clock change of the next two weeks touches runs; says nothing otherwise.
import { useQuery } from "@apollo/client/react";
import { IconClockExclamation } from "@tabler/icons-react";
import { graphql } from "../gql";
import { plural } from "../ui/format";
import { Link } from "../ui/link";
import { Notice } from "../ui/notice";
import { now } from "../ui/now";
import { RelativeTime, Time } from "../ui/time";

const ClockChangesSoon = graphql(`
  query ClockChangesSoon($year: Int!, $next: Int!, $turns: Boolean!) {
    clockChangeImpacts(year: $year) {
      ...ImpactsSoon
    }
    next: clockChangeImpacts(year: $next) @include(if: $turns) {
      ...ImpactsSoon
    }
  }
`);

export const ImpactsSoon = graphql(`
  fragment ImpactsSoon on ClockChangeImpacts {
    nodes {
      task {
        id
      }
      changeAt
      timezone
    }
  }
`);

const AHEAD_MS = 14 * 86_400_000;

export default function ClockChangeNotice() {
  const at = now();
  const year = new Date(at).getUTCFullYear();
  const next = new Date(at + AHEAD_MS).getUTCFullYear();
  const { data } = useQuery(ClockChangesSoon, { variables: { year, next, turns: next !== year } });
  const soon = [...(data?.clockChangeImpacts.nodes ?? []), ...(data?.next?.nodes ?? [])].filter(({ changeAt }) => {
    const inMs = Date.parse(changeAt) - at;
    return inMs > 0 && inMs <= AHEAD_MS;
  });
  const first = soon[0];
  if (!first) return null;
  const tasks = new Set(soon.map(({ task }) => task.id)).size;
  return (
    <Notice tone="wait" icon={IconClockExclamation} title="The clocks change soon">
      <RelativeTime value={first.changeAt} /> (<Time value={first.changeAt} />, {first.timezone}
      {new Set(soon.map(({ timezone }) => timezone)).size > 1 && " and others"}): runs of {plural(tasks, "task")} are
      touched.{" "}
      <Link to="/clock-changes" underline="always">
        See what happens
      </Link>
    </Notice>
  );
}
