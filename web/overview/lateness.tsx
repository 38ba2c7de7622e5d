// How punctual runs were.
import { graphql } from "../gql";
import type { LatenessFragment } from "../gql/graphql";
import { length } from "../ui/format";
import classes from "./overview.module.css";

export const LatenessDoc = graphql(`
  fragment Lateness on LatenessSummary {
    p50Ms
    p95Ms
    p99Ms
    maxMs
  }
`);

export function Lateness({ lateness }: { lateness?: LatenessFragment | null }) {
  if (!lateness)
    return (
      <p className="quiet" style={{ margin: 0 }}>
        No run has started yet. Once some have, you see here how punctual they were.
      </p>
    );
  const rows: [label: string, hint: string, ms: number][] = [
    ["Half within", "p50", lateness.p50Ms],
    ["95 % within", "p95", lateness.p95Ms],
    ["99 % within", "p99", lateness.p99Ms],
    ["Latest", "max", lateness.maxMs],
  ];
  return (
    <dl className={classes.lateness}>
      {rows.map(([label, hint, ms]) => (
        <div key={hint}>
          <dt title={hint}>{label}</dt>
          <dd>{length(ms)}</dd>
        </div>
      ))}
    </dl>
  );
}
