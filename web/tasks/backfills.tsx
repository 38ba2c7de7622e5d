// The backfills of a task: how far each is, and the way to stop it.
import { useMutation, useQuery } from "@apollo/client/react";
import { Button, Progress } from "@mantine/core";
import { may } from "../access/session";
import { graphql } from "../gql";
import type { BackfillRowFragment, BackfillScope, BackfillState } from "../gql/graphql";
import { usePaused } from "../live/state";
import { count } from "../ui/format";
import { Link } from "../ui/link";
import { done, failed, refused } from "../ui/notify";
import { Panel } from "../ui/panel";
import { RelativeTime, Time } from "../ui/time";
import classes from "./backfills.module.css";

export const BackfillRow = graphql(`
  fragment BackfillRow on Backfill {
    id
    from
    until
    scope
    rate
    state
    total
    created
    finished
    succeeded
    createdAt
    finishedAt
  }
`);

const Cancel = graphql(`
  mutation CancelBackfill($input: CancelBackfillInput!) {
    cancelBackfill(input: $input) {
      backfill {
        ...BackfillRow
      }
      userErrors {
        ...Complaint
      }
    }
  }
`);

const Progressed = graphql(`
  query BackfillProgress($id: ID!) {
    backfill(id: $id) {
      ...BackfillRow
    }
  }
`);

/** The end of a backfill is no event of its own. */
const ASK_EVERY_MS = 2_000;

const SCOPES: Record<BackfillScope, string> = {
  NOT_RUN: "what did not run",
  NOT_SUCCEEDED: "what did not succeed",
  ALL: "all",
};
const STATES: Record<BackfillState, string> = { RUNNING: "Running", COMPLETED: "Completed", CANCELLED: "Cancelled" };

export default function Backfills({ backfills }: { backfills: readonly BackfillRowFragment[] }) {
  return (
    <Panel title="Backfills" flush>
      <ul className={classes.list}>
        {backfills.map((backfill) => (
          <Row key={backfill.id} backfill={backfill} />
        ))}
      </ul>
    </Panel>
  );
}

function Row({ backfill }: { backfill: BackfillRowFragment }) {
  const [cancel, { loading }] = useMutation(Cancel);
  const { id, from, until, scope, state, total, finished, succeeded, rate, createdAt, finishedAt } = backfill;
  const paused = usePaused();
  useQuery(Progressed, {
    variables: { id },
    skip: state !== "RUNNING" || paused,
    fetchPolicy: "network-only",
    pollInterval: ASK_EVERY_MS,
  });
  const stop = async () => {
    try {
      const { data } = await cancel({ variables: { input: { id } } });
      if (!refused("The backfill could not be cancelled", data?.cancelBackfill.userErrors))
        done("The backfill is cancelled; what was going ends by itself");
    } catch (error) {
      failed("The backfill could not be cancelled", error);
    }
  };
  const failures = finished - succeeded;
  return (
    <li data-testid="backfill" data-state={state}>
      <div className={classes.head}>
        <span>
          <b>{STATES[state]}</b>: {SCOPES[scope]} from <Time value={from} /> until <Time value={until} />
        </span>
        {state === "RUNNING" && may("OPERATE") && (
          <Button variant="default" size="compact-sm" loading={loading} onClick={() => void stop()}>
            Cancel
          </Button>
        )}
      </div>
      <Progress
        color={failures > 0 ? "var(--wait-solid)" : "var(--ok-solid)"}
        value={total === 0 ? 100 : (100 * finished) / total}
        aria-label={`${finished} of ${total} runs have ended`}
        size="sm"
      />
      <div className={`quiet ${classes.foot}`}>
        <span className="nums">
          {count(finished)} of {count(total)} ended, {count(succeeded)} succeeded
          {rate !== null && `, ${count(rate)} a minute`}
        </span>
        <span>
          {finishedAt ? (
            <>
              ended <RelativeTime value={finishedAt} />
            </>
          ) : (
            <>
              begun <RelativeTime value={createdAt} />
            </>
          )}{" "}
          ·{" "}
          <Link to="/runs" search={{ backfill: id, view: "all" }}>
            Its runs
          </Link>
        </span>
      </div>
    </li>
  );
}
