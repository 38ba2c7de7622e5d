// The policies: retries, limits, and what happens when things collide, fail or die. Folded, for the defaults are good.
import { Collapse } from "@mantine/core";
import { IconChevronRight } from "@tabler/icons-react";
import { useId } from "react";
import { Collisions } from "./collisions";
import { useTaskFormContext } from "./context";
import { FallbackTarget } from "./fallback-target";
import { FollowUps } from "./follow-ups";
import classes from "./form.module.css";
import { KeptHistory } from "./kept-history";
import { Lane } from "./lane";
import { MissedRuns } from "./missed-runs";
import { policySummary } from "./policy-summary";
import { Retries } from "./retries";
import { TimeLimits } from "./time-limits";

const FIELDS = [
  "retry",
  "timeout",
  "queueTimeout",
  "startTimeout",
  "silenceTimeout",
  "queue",
  "queueKey",
  "priority",
  "overlapPolicy",
  "overlapBuffer",
  "missedRunPolicy",
  "catchUpWindow",
  "catchUpLimit",
  "catchUpOrder",
  "catchUpRate",
  "startDeadline",
  "hold",
  "onCrash",
  "pauseAfterFailures",
  "retention",
  "followUps",
  "fallback",
];

/** Whether a field lies in this section. */
export const isAdvanced = (field: string): boolean => FIELDS.includes(field.split(".")[0] ?? "");

export function Advanced({ opened, toggle }: { opened: boolean; toggle: () => void }) {
  const { values } = useTaskFormContext();
  const id = useId();
  return (
    <section className="panel">
      <button type="button" className={classes.toggle} onClick={toggle} aria-expanded={opened} aria-controls={id}>
        <IconChevronRight size={17} aria-hidden />
        <b>Retries, limits and policies</b>
        <span className="quiet cut">{policySummary(values) || "sensible as they are"}</span>
      </button>
      <Collapse expanded={opened} id={id}>
        <div className={classes.advanced}>
          <Retries />
          <FallbackTarget />
          <TimeLimits />
          <Lane />
          <Collisions />
          <MissedRuns />
          <KeptHistory />
          <FollowUps />
        </div>
      </Collapse>
    </section>
  );
}
