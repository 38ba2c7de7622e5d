// Occurrences that were missed and wait for a person: which of them run is decided here.
import { useMutation } from "@apollo/client/react";
import { Button, Group, TextInput } from "@mantine/core";
import { useState } from "react";
import { May } from "../access/may";
import { graphql } from "../gql";
import type { HeldChoice, HeldRunsFragment } from "../gql/graphql";
import { plural } from "../ui/format";
import { Link } from "../ui/link";
import { done, failed, refused } from "../ui/notify";
import { Panel } from "../ui/panel";
import { RelativeTime, Time } from "../ui/time";
import classes from "./held-runs.module.css";

export const HeldRunsDoc = graphql(`
  fragment HeldRuns on Task {
    id
    heldRuns {
      id
      state
      scheduledFor
      heldUntil
      why
    }
  }
`);

const Resolve = graphql(`
  mutation ResolveHeldRuns($input: ResolveHeldRunsInput!) {
    resolveHeldRuns(input: $input) {
      runs {
        ...RunRow
      }
      userErrors {
        ...Complaint
      }
    }
  }
`);

/** Longest reason that the API takes. */
const LONGEST = 500;
/** The API names no more of them. */
const NAMED = 101;

export default function HeldRuns({ task }: { task: HeldRunsFragment }) {
  // The list is asked for again soon after a run has changed its state; until then the state tells.
  const runs = task.heldRuns.filter(({ state }) => state === "HELD");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [reason, setReason] = useState("");
  const [resolve, { loading }] = useMutation(Resolve);
  if (runs.length === 0) return null;

  const selected = runs.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
  const toggle = (id: string) =>
    setChosen(new Set(chosen.has(id) ? selected.filter((one) => one !== id) : [...selected, id]));
  const decide = async (choice: HeldChoice) => {
    const runIds = choice === "SELECTED" ? selected : undefined;
    try {
      const { data } = await resolve({
        variables: { input: { taskId: task.id, choice, runIds, reason: reason.trim() || undefined } },
      });
      if (refused("It could not be decided", data?.resolveHeldRuns.userErrors)) return;
      const all = data?.resolveHeldRuns.runs ?? [];
      const missed = all.filter(({ state }) => state === "MISSED").length;
      done(`${plural(all.length - missed, "run")} will run, ${missed} recorded as missed`);
    } catch (error) {
      failed("It could not be decided", error);
    }
  };

  const first = runs[0];
  return (
    <Panel title="Held for a decision" aside={runs.length >= NAMED ? "more than 100" : plural(runs.length, "run")}>
      <p className={classes.lead}>
        These were missed and wait for somebody.{" "}
        {first?.heldUntil && (
          <>
            If nobody decides by <Time value={first.heldUntil} /> (<RelativeTime value={first.heldUntil} />
            ), the policy for missed runs does.
          </>
        )}
      </p>
      <ul className={classes.list} aria-label="Held runs">
        {runs.map((run) => (
          <li key={run.id} data-testid="held-run">
            <label>
              <input type="checkbox" checked={chosen.has(run.id)} onChange={() => toggle(run.id)} />
              <span>
                <Time value={run.scheduledFor} /> <RelativeTime value={run.scheduledFor} className="quiet" />
              </span>
            </label>
            <Link to="/runs/$runId" params={{ runId: run.id }}>
              Details
            </Link>
          </li>
        ))}
      </ul>
      <May right="OPERATE">
        <TextInput
          label="Reason (optional)"
          maxLength={LONGEST}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          mt="sm"
        />
        <Group gap="xs" mt="sm">
          <Button disabled={selected.length === 0} loading={loading} onClick={() => void decide("SELECTED")}>
            {selected.length === 0 ? "Run the selected" : `Run the ${selected.length} selected`}
          </Button>
          <Button variant="default" disabled={loading} onClick={() => void decide("LAST")}>
            Run the newest
          </Button>
          <Button variant="default" disabled={loading} onClick={() => void decide("ALL")}>
            Run all
          </Button>
          <Button variant="default" disabled={loading} onClick={() => void decide("NONE")}>
            Run none
          </Button>
          <span className="quiet">The others are recorded as missed.</span>
        </Group>
      </May>
    </Panel>
  );
}
