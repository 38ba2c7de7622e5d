// Why an instant was, is or is not an occurrence of a task: the checks in the order in which they decide. The instant
// stands in the address, so that an answer can be shown to somebody else.
import { Button, Group } from "@mantine/core";
import { IconArrowLeft, IconArrowRight, IconX } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { graphql } from "../gql";
import type { ExplainOccurrenceQuery, OccurrenceVerdict } from "../gql/graphql";
import { useLiveQuery } from "../live/use-live-query";
import { ErrorPanel, ListSkeleton } from "../ui/feedback";
import { instant } from "../ui/format";
import { InstantInput } from "../ui/instant-input";
import { Link } from "../ui/link";
import { now } from "../ui/now";
import { Panel } from "../ui/panel";
import { RunStateChip } from "../ui/states";
import { useZone } from "../ui/zone";
import classes from "./explain-panel.module.css";
import { OccurrenceChecks } from "./occurrence-checks";

const Explain = graphql(`
  query ExplainOccurrence($taskId: ID!, $at: DateTime!) {
    explainOccurrence(taskId: $taskId, at: $at) {
      at
      local
      verdict
      summary
      checks {
        ...OccurrenceChecks
      }
      run {
        id
        state
      }
      previous {
        at
      }
      next {
        at
      }
    }
  }
`);

const VERDICTS: Record<OccurrenceVerdict, { label: string; tone: string }> = {
  NOT_DUE: { label: "Not due", tone: "mute" },
  WILL_RUN: { label: "Will run", tone: "plan" },
  WILL_NOT_RUN: { label: "Will not run", tone: "wait" },
  RAN: { label: "Ran", tone: "ok" },
  DID_NOT_RUN: { label: "Did not run", tone: "bad" },
  HELD: { label: "Held", tone: "wait" },
  UNKNOWN: { label: "Unknown", tone: "mute" },
};

interface Props {
  taskId: string;
  at: string;
  /** The zone of the schedule; left out when it has none. */
  zone?: string;
  /** Asks about another instant; null closes the panel. */
  ask: (at: string | null) => void;
}

export default function ExplainPanel({ taskId, at, zone, ask }: Props) {
  const shown = useZone();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Newer browsers answer with a promise, which React would take for what cleans up.
    place.current?.scrollIntoView({ block: "nearest" });
  }, []);
  const { data, error, stale, refetch } = useLiveQuery(Explain, {
    variables: { taskId, at },
    wants: ({ tasks }) => tasks.has(taskId),
  });
  return (
    <Panel
      title="Why does it run, or not?"
      aside={
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          leftSection={<IconX size={14} aria-hidden />}
          onClick={() => ask(null)}
        >
          Close
        </Button>
      }
    >
      <div className={classes.question} ref={place}>
        <InstantInput label="Instant" zone={zone ?? shown} value={at} onChange={(next) => next && ask(next)} />
      </div>
      {error ? (
        <ErrorPanel what="The explanation" error={error} retry={refetch} />
      ) : !data ? (
        <ListSkeleton rows={4} />
      ) : data.explainOccurrence ? (
        <div aria-live="polite" aria-busy={stale}>
          <Answer explanation={data.explainOccurrence} zone={zone ?? shown} ask={ask} />
        </div>
      ) : (
        <p className="quiet">There is no such task.</p>
      )}
    </Panel>
  );
}

type Explanation = NonNullable<ExplainOccurrenceQuery["explainOccurrence"]>;

function Answer({ explanation, zone, ask }: { explanation: Explanation; zone: string; ask: Props["ask"] }) {
  const { verdict, summary, checks, run, previous, next } = explanation;
  const { label, tone } = VERDICTS[verdict];
  return (
    <>
      <p className={classes.verdict} data-tone={tone} data-testid="verdict" data-verdict={verdict}>
        <b>{label}</b> <span>{summary}</span>
      </p>
      {run && (
        <p className={classes.run}>
          <RunStateChip state={run.state} />{" "}
          <Link to="/runs/$runId" params={{ runId: run.id }} underline="always">
            To its run
          </Link>
        </p>
      )}
      <OccurrenceChecks checks={checks} />
      <Group gap="xs" mt="sm">
        {previous && (
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconArrowLeft size={14} aria-hidden />}
            onClick={() => ask(previous.at)}
          >
            Before: {instant(previous.at, zone, now())}
          </Button>
        )}
        {next && (
          <Button
            variant="default"
            size="compact-sm"
            rightSection={<IconArrowRight size={14} aria-hidden />}
            onClick={() => ask(next.at)}
          >
            After: {instant(next.at, zone, now())}
          </Button>
        )}
      </Group>
    </>
  );
}
