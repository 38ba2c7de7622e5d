// How the runs of a day ended: one bar, and a legend that leads to the lists.
/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a drawing made of boxes */
import { graphql } from "../gql";
import type { Past24HoursFragment, RunState } from "../gql/graphql";
import { count, plural } from "../ui/format";
import { PlainLink } from "../ui/link";
import { RUN_STATES } from "../ui/states";
import classes from "./overview.module.css";

export const Past24HoursDoc = graphql(`
  fragment Past24Hours on RunCounts {
    succeeded
    failed
    cancelled
    skipped
    missed
  }
`);

const PARTS: { key: keyof Past24HoursFragment; state: RunState; color: string; text: string }[] = [
  { key: "succeeded", state: "SUCCEEDED", color: "var(--ok-solid)", text: "var(--ok)" },
  { key: "failed", state: "FAILED", color: "var(--bad-solid)", text: "var(--bad)" },
  { key: "missed", state: "MISSED", color: "var(--wait-solid)", text: "var(--wait)" },
  { key: "skipped", state: "SKIPPED", color: "var(--mute-solid)", text: "var(--mute)" },
  { key: "cancelled", state: "CANCELLED", color: "var(--plan-solid)", text: "var(--plan)" },
];

export function Past24Hours({ counts }: { counts: Past24HoursFragment }) {
  const total = PARTS.reduce((sum, { key }) => sum + counts[key], 0);
  return (
    <>
      <div className={classes.bar} role="img" aria-label={`${plural(total, "run")} ended in the past 24 hours`}>
        {PARTS.filter(({ key }) => counts[key] > 0).map(({ key, color }) => (
          <span key={key} className={classes.part} style={{ background: color, flexGrow: counts[key] }} />
        ))}
      </div>
      <ul className={classes.legend}>
        {PARTS.map(({ key, state, text }) => {
          const { icon: Mark, label } = RUN_STATES[state];
          return (
            <li key={key}>
              <PlainLink to="/runs" search={{ state: [state] }}>
                <Mark size={16} aria-hidden style={{ color: text }} />
                <b>{count(counts[key])}</b> {label.toLowerCase()}
              </PlainLink>
            </li>
          );
        })}
      </ul>
    </>
  );
}
